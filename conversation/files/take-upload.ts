import { randomBytes } from "node:crypto";
import { AppError, type FileAttachment } from "../../contract/index.js";
import { type Db, isUniqueViolation, newId } from "../../store/index.js";
import { cleanName } from "./clean-name.js";
import { addPart, findByRequest, removeFiles, toAttachment } from "./file-rows.js";
import { type Inspector, inspect } from "./inspect.js";
import { findType, headBytes, withExtension } from "./find-type.js";

/** Larger than what a socket brings at once, small enough to hold in memory for many people. */
const partBytes = 256 * 1024;

export interface Upload {
  readonly conversationId: string;
  readonly accountId: string;
  readonly name: string;
  /** Names the upload: a repeat is the same file. */
  readonly requestId: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface UploadLimits {
  readonly db: Db;
  readonly maxBytes: number;
  readonly now: () => number;
  readonly inspector: Inspector;
}

/**
 * Stores a file part by part as it comes, so that memory holds one part and nobody's whole file. What is too large,
 * empty, cut off, harmful or not of a type the desk takes leaves nothing behind.
 */
export async function takeUpload(limits: UploadLimits, upload: Upload): Promise<FileAttachment> {
  const { db } = limits;
  const known = await findByRequest(db, upload.accountId, upload.requestId);
  if (known !== undefined) return toKnown(known, upload);
  let begun: { readonly id: string; readonly type: string } | undefined;
  try {
    let size = 0;
    let at = 0;
    for await (const bytes of inParts(upload.bytes)) {
      size += bytes.length;
      if (size > limits.maxBytes) throw tooLarge(limits.maxBytes);
      begun ??= await begin(limits, upload, bytes);
      await addPart(db, begun.id, { at: at++, bytes });
    }
    if (begun === undefined) throw new AppError("file/empty", "This file is empty.");
    return await finish(db, begun.id, await inspect(db, limits.inspector, { ...begun, size }));
  } catch (error) {
    // Until it is finished its bytes lie in the database alone.
    if (begun !== undefined) await removeFiles(db, [begun.id], async () => true);
    // A repeat that ran beside this one was first.
    const first = isUniqueViolation(error)
      ? await findByRequest(db, upload.accountId, upload.requestId)
      : undefined;
    if (first === undefined) throw error;
    return toKnown(first, upload);
  }
}

function toKnown(
  row: Parameters<typeof toAttachment>[0] & { conversation_id: string },
  { conversationId }: Upload,
) {
  if (row.conversation_id !== conversationId) {
    throw new AppError("file/refused", "This upload belongs to another conversation.");
  }
  return toAttachment(row);
}

/** Whole parts, with the first one large enough to tell the type. */
async function* inParts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer<ArrayBuffer>> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    length += chunk.length;
    if (length < partBytes) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}

async function begin(
  { db, now }: UploadLimits,
  upload: Upload,
  first: Buffer,
): Promise<{ readonly id: string; readonly type: string }> {
  const name = cleanName(upload.name);
  const type = findType(first.subarray(0, headBytes), name);
  if (type === undefined) {
    throw new AppError(
      "file/refused",
      "Files of this kind cannot be sent. Images, PDF, Office documents, plain text, sound, video and ZIP can.",
    );
  }
  const id = newId();
  await db
    .insertInto("file")
    .values({
      id,
      conversation_id: upload.conversationId,
      account_id: upload.accountId,
      request_id: upload.requestId,
      name: withExtension(name, type),
      type,
      size: 0,
      is_whole: 0,
      link_key: randomBytes(24).toString("base64url"),
      message_id: null,
      ticket_id: null,
      created_at: now(),
    })
    .execute();
  return { id, type };
}

async function finish(
  db: Db,
  id: string,
  inspected: { readonly size: number; readonly verdict: string },
): Promise<FileAttachment> {
  const row = await db
    .updateTable("file")
    .set({ is_whole: 1, ...inspected })
    .where("id", "=", id)
    .returning(["id", "name", "type", "size"])
    .executeTakeFirst();
  if (row === undefined) throw new AppError("server/busy", "The upload took too long. Please try again.");
  return toAttachment(row);
}

export function tooLarge(maxBytes: number): AppError {
  const megabytes = Math.floor((maxBytes / 1024 / 1024) * 10) / 10;
  return new AppError("file/too-large", `A file has at most ${megabytes} MB.`, { details: { maxBytes } });
}
