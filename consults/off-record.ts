import { AppError, maxMessageChars, type OffRecord } from "../contract/index.js";
import { type Db, newId, type Row } from "../store/index.js";
import type { Colleague, ConsultDesk } from "./desk.js";
import { noRecipient, recipientGone } from "./errors.js";
import { memberOf, requireJoined, transact } from "./work.js";

export interface OffRecordInput {
  readonly conversationId: string;
  readonly clientMessageId: string;
  readonly sender: Colleague;
  readonly recipientId: string | undefined;
  readonly text: string;
}

/**
 * Stores a message for one participant alone (S4-22, S4-24), beside the log: everybody syncs the log by its numbers.
 * The lock of the consult decides whether the recipient has left. A repeat finds the first one.
 */
export async function sendOffRecord(desk: ConsultDesk, input: OffRecordInput): Promise<OffRecord> {
  const { conversationId, clientMessageId, sender, recipientId, text } = input;
  if (text.trim() === "") throw new AppError("message/empty", "There is nothing to send.");
  if (text.length > maxMessageChars) {
    throw new AppError("message/too-long", `A message has at most ${maxMessageChars} characters.`, {
      details: { maxChars: maxMessageChars },
    });
  }
  if (recipientId === undefined || recipientId === sender.accountId) throw noRecipient();
  const id = await transact(desk, conversationId, async (work) => {
    requireJoined(work, sender.accountId);
    const known = await work.trx
      .selectFrom("off_record")
      .select("id")
      .where("conversation_id", "=", conversationId)
      .where("sender_id", "=", sender.accountId)
      .where("client_message_id", "=", clientMessageId)
      .executeTakeFirst();
    if (known !== undefined) return known.id;
    if (memberOf(work, recipientId)?.state !== "joined") throw recipientGone();
    const row: Row<"off_record"> = {
      id: newId(),
      conversation_id: conversationId,
      sender_id: sender.accountId,
      recipient_id: recipientId,
      client_message_id: clientMessageId,
      after_seq: work.conversation.last_seq,
      text,
      sent_at: work.now,
    };
    await work.trx.insertInto("off_record").values(row).execute();
    return row.id;
  });
  const [message] = await readOffRecords(desk.store.db, { id });
  if (message === undefined) throw recipientGone();
  return message;
}

/** What one of its people may read of a consult, or a single one; oldest first. */
export async function readOffRecords(
  db: Db,
  which: { readonly id: string } | { readonly conversationId: string; readonly readerId: string },
): Promise<OffRecord[]> {
  const query = db
    .selectFrom("off_record")
    .innerJoin("account as sender", "sender.id", "off_record.sender_id")
    .innerJoin("account as recipient", "recipient.id", "off_record.recipient_id")
    .selectAll("off_record")
    .select(["sender.name as sender_name", "recipient.name as recipient_name"])
    .orderBy("off_record.sent_at")
    .orderBy("off_record.id");
  const rows = await ("id" in which
    ? query.where("off_record.id", "=", which.id)
    : query
        .where("off_record.conversation_id", "=", which.conversationId)
        .where((where) =>
          where.or([
            where("off_record.sender_id", "=", which.readerId),
            where("off_record.recipient_id", "=", which.readerId),
          ]),
        )
  ).execute();
  return rows.map((row) => ({
    id: row.id,
    conversationId: row.conversation_id,
    clientMessageId: row.client_message_id,
    sender: { id: row.sender_id, name: row.sender_name },
    recipient: { id: row.recipient_id, name: row.recipient_name },
    afterSeq: row.after_seq,
    text: row.text,
    sentAt: row.sent_at,
  }));
}

/** Refuses unless both are in the consult: what one of them chooses may be told to the other. */
export function requireBoth(
  desk: ConsultDesk,
  input: { readonly conversationId: string; readonly sender: Colleague; readonly recipientId: string },
): Promise<void> {
  return transact(desk, input.conversationId, async (work) => {
    requireJoined(work, input.sender.accountId);
    if (input.recipientId === input.sender.accountId) throw noRecipient();
    if (memberOf(work, input.recipientId)?.state !== "joined") throw recipientGone();
  });
}
