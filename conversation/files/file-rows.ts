import type { FileAttachment } from "../../contract/index.js";
import type { Db, Row } from "../../store/index.js";

export type FileRow = Row<"file">;

export function toAttachment({
  id,
  name,
  type,
  size,
}: Pick<FileRow, "id" | "name" | "type" | "size">): FileAttachment {
  return { kind: "file", fileId: id, name, type, size };
}

export function findWhole(db: Db, id: string): Promise<FileRow | undefined> {
  return db.selectFrom("file").selectAll().where("id", "=", id).where("is_whole", "=", 1).executeTakeFirst();
}

export function findByRequest(db: Db, accountId: string, requestId: string): Promise<FileRow | undefined> {
  return db
    .selectFrom("file")
    .selectAll()
    .where("account_id", "=", accountId)
    .where("request_id", "=", requestId)
    .where("is_whole", "=", 1)
    .executeTakeFirst();
}

export async function addPart(
  db: Db,
  fileId: string,
  part: { at: number; bytes: Buffer<ArrayBuffer> },
): Promise<void> {
  await db
    .insertInto("file_part")
    .values({ file_id: fileId, ...part })
    .execute();
}

export async function dropParts(db: Db, fileIds: readonly string[]): Promise<void> {
  await db
    .deleteFrom("file_part")
    .where("file_id", "in", [...fileIds])
    .execute();
}

export async function readBytes(db: Db, fileId: string): Promise<Buffer> {
  const rows = await db
    .selectFrom("file_part")
    .select("bytes")
    .where("file_id", "=", fileId)
    .orderBy("at")
    .execute();
  return Buffer.concat(rows.map(({ bytes }) => toView(bytes)));
}

/** One part after the other, so that memory holds one. */
export async function* readParts(db: Db, fileId: string): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; at += 1) {
    const part = await db
      .selectFrom("file_part")
      .select("bytes")
      .where("file_id", "=", fileId)
      .where("at", "=", at)
      .executeTakeFirst();
    if (part === undefined) return;
    yield toView(part.bytes);
  }
}

/** One engine answers with bare memory, the other with a view on it. */
function toView(bytes: Uint8Array | ArrayBuffer): Uint8Array {
  return ArrayBuffer.isView(bytes) ? bytes : Buffer.from(bytes);
}

/**
 * Removes those of these files that nobody has sent. What lies elsewhere goes before its row does: where `removeObject`
 * answers no, because the store is away, the row stays for the next round, and nobody reads it.
 */
export async function removeFiles(
  db: Db,
  ids: readonly string[],
  removeObject: (id: string) => Promise<boolean>,
): Promise<void> {
  if (ids.length === 0) return;
  // Whoever sends one of them at this moment is first, or finds it gone.
  const gone = await db
    .updateTable("file")
    .set({ is_whole: 0 })
    .where("id", "in", ids)
    .where("message_id", "is", null)
    .returning(["id", "place"])
    .execute();
  const goneIds: string[] = [];
  for (const { id, place } of gone) {
    if (place !== "s3" || (await removeObject(id))) goneIds.push(id);
  }
  if (goneIds.length === 0) return;
  await db.transaction().execute(async (trx) => {
    await dropParts(trx, goneIds);
    await trx.deleteFrom("file").where("id", "in", goneIds).execute();
  });
}

/** Files nobody has sent since, and uploads that were cut off. */
export async function findForgotten(db: Db, before: number, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("file")
    .select("id")
    .where("message_id", "is", null)
    .where("created_at", "<", before)
    .orderBy("created_at")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
