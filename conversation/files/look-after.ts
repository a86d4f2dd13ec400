import type { Db } from "../../store/index.js";
import { dropParts, readBytes, readParts } from "./file-rows.js";
import type { ScanFile } from "./inspect.js";

const atOnce = 20;

/** Where bytes are kept under the id of their file; what is put there again is the same. */
export interface Objects {
  put(id: string, bytes: Buffer): Promise<void>;
  /** Throws when it is not there. */
  get(id: string): Promise<Buffer>;
  /** What is not there is removed already. */
  remove(id: string): Promise<void>;
}

/** Asks about files that came while the scanner was away; of a harmful one only its name stays. Throws when it still is. */
export async function scanAgain(db: Db, scan: ScanFile): Promise<void> {
  const rows = await db
    .selectFrom("file")
    .select("id")
    .where("verdict", "=", "waiting")
    .where("is_whole", "=", 1)
    .orderBy("created_at")
    .limit(atOnce)
    .execute();
  for (const { id } of rows) {
    const { verdict } = await scan(readParts(db, id));
    await db.transaction().execute(async (trx) => {
      await trx.updateTable("file").set({ verdict }).where("id", "=", id).execute();
      if (verdict === "harmful") await dropParts(trx, [id]);
    });
  }
}

/**
 * Moves files that are clean from the database to the store of files. They are read from the database until they are
 * there; a node that dies in between leaves an object that is written again.
 */
export async function moveOut(db: Db, objects: Objects): Promise<void> {
  const rows = await db
    .selectFrom("file")
    .select(["id", "size"])
    .where("place", "=", "database")
    .where("is_whole", "=", 1)
    .where("verdict", "=", "clean")
    .limit(atOnce)
    .execute();
  for (const { id, size } of rows) {
    const bytes = await readBytes(db, id);
    // Another node has moved it since: what is left here is not the file.
    if (bytes.length !== size) continue;
    await objects.put(id, bytes);
    const isMoved = await db.transaction().execute(async (trx) => {
      const { numUpdatedRows } = await trx
        .updateTable("file")
        .set({ place: "s3" })
        .where("id", "=", id)
        .where("is_whole", "=", 1)
        .where("place", "=", "database")
        .executeTakeFirst();
      if (numUpdatedRows > 0n) await dropParts(trx, [id]);
      return numUpdatedRows > 0n;
    });
    if (isMoved) continue;
    // Removed meanwhile, or moved by another node, whose object this is.
    const row = await db.selectFrom("file").select("place").where("id", "=", id).executeTakeFirst();
    if (row?.place !== "s3") await objects.remove(id);
  }
}
