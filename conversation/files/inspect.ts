import { AppError } from "../../contract/index.js";
import type { Db } from "../../store/index.js";
import { addPart, dropParts, readBytes, readParts } from "./file-rows.js";

/** Larger parts would be held whole by whoever reads them. */
const partBytes = 256 * 1024;

/** Looks for what harms whoever opens the file; rejects while it cannot tell. */
export type ScanFile = (
  parts: AsyncIterable<Uint8Array>,
) => Promise<{ readonly verdict: "clean" } | { readonly verdict: "harmful"; readonly name: string }>;

export interface Inspector {
  /** Gives a picture back as it is to be kept; other files `undefined`. Throws `file/refused`. */
  readonly clean?: ((bytes: Buffer, type: string) => Promise<Buffer | undefined>) | undefined;
  readonly scan?: ScanFile | undefined;
  /** Told that the scanner is away. */
  readonly failed: (error: unknown) => void;
}

/** What has become of an upload whose last part has come; it is given to nobody before. Throws what refuses it. */
export async function inspect(
  db: Db,
  { clean, scan, failed }: Inspector,
  { id, type, size }: { readonly id: string; readonly type: string; readonly size: number },
): Promise<{ readonly size: number; readonly verdict: "clean" | "waiting" }> {
  const cleaned = type.startsWith("image/") ? await clean?.(await readBytes(db, id), type) : undefined;
  if (cleaned !== undefined) await replaceParts(db, id, cleaned);
  const kept = cleaned?.length ?? size;
  if (scan === undefined) return { size: kept, verdict: "clean" };
  const found = await scan(readParts(db, id)).catch(failed);
  if (found?.verdict === "harmful") throw harmful();
  return { size: kept, verdict: found?.verdict ?? "waiting" };
}

async function replaceParts(db: Db, id: string, bytes: Buffer): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await dropParts(trx, [id]);
    for (let from = 0, at = 0; from < bytes.length; from += partBytes, at += 1) {
      await addPart(trx, id, { at, bytes: Buffer.from(bytes.subarray(from, from + partBytes)) });
    }
  });
}

export function harmful(): AppError {
  return new AppError(
    "file/harmful",
    "Something harmful was found in this file. It is not given to anybody.",
  );
}

export function unchecked(): AppError {
  return new AppError(
    "file/unchecked",
    "This file has not been checked for harmful content yet. Please try again in a few minutes.",
  );
}
