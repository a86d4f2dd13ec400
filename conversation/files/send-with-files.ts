import { AppError } from "../../contract/index.js";
import type { Db } from "../../store/index.js";
import type { Append } from "../append.js";
import type { AppendResult, MessageDraft, Trx } from "../draft.js";
import { type FileRow, toAttachment } from "./file-rows.js";

/**
 * Stores a message together with the files it names, in one transaction: only the sender's own files of this very
 * conversation, each with one message. A repeat gets the first message again, files and all.
 */
export async function sendWithFiles(
  { db, append, now }: { readonly db: Db; readonly append: Append; readonly now: number },
  draft: MessageDraft,
  fileIds: readonly string[],
): Promise<AppendResult> {
  return db.transaction().execute(async (trx) => {
    const files = await ownFiles(trx, draft, fileIds);
    const [result] = await append(trx, [{ ...draft, attachments: files.map(toAttachment) }], now);
    if (result === undefined) throw new Error("A message was neither stored nor refused.");
    if (result.status === "stored") await claim(trx, fileIds, result.message);
    return result;
  });
}

/** In the order they were named. To anybody else, and anywhere else, they do not exist (reliability S9). */
async function ownFiles(trx: Trx, draft: MessageDraft, fileIds: readonly string[]): Promise<FileRow[]> {
  const rows = await trx
    .selectFrom("file")
    .selectAll()
    .where("id", "in", [...fileIds])
    .where("conversation_id", "=", draft.conversationId)
    .where("account_id", "=", draft.sender.id)
    .where("is_whole", "=", 1)
    .execute();
  return [...new Set(fileIds)].map((id) => {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) {
      throw new AppError(
        "file/not-found",
        "A file of this message is no longer there. Please attach it again.",
      );
    }
    return row;
  });
}

async function claim(trx: Trx, fileIds: readonly string[], message: { id: string; conversationId: string }) {
  const conversation = await trx
    .selectFrom("conversation")
    .select("ticket_id")
    .where("id", "=", message.conversationId)
    .executeTakeFirst();
  const claimed = await trx
    .updateTable("file")
    .set({ message_id: message.id, ticket_id: conversation?.ticket_id ?? null })
    .where("id", "in", [...fileIds])
    .where("message_id", "is", null)
    .executeTakeFirst();
  if (claimed.numUpdatedRows !== BigInt(new Set(fileIds).size)) {
    throw new AppError("file/already-sent", "A file of this message has been sent before.");
  }
}
