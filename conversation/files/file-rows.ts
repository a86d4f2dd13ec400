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

export async function readBytes(db: Db, fileId: string): Promise<Buffer> {
  const rows = await db
    .selectFrom("file_part")
    .select("bytes")
    .where("file_id", "=", fileId)
    .orderBy("at")
    .execute();
  // One engine answers with bare memory, the other with a view on it.
  return Buffer.concat(rows.map(({ bytes }) => (ArrayBuffer.isView(bytes) ? bytes : Buffer.from(bytes))));
}

export async function removeFiles(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db.transaction().execute(async (trx) => {
    // Whoever sends one of them at this moment is first, or finds it gone.
    const gone = await trx
      .updateTable("file")
      .set({ is_whole: 0 })
      .where("id", "in", ids)
      .where("message_id", "is", null)
      .returning("id")
      .execute();
    const goneIds = gone.map(({ id }) => id);
    if (goneIds.length === 0) return;
    await trx.deleteFrom("file_part").where("file_id", "in", goneIds).execute();
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
