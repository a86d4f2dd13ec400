import type { Message } from "../contract/index.js";
import type { Db, Row } from "../store/index.js";
import type { Append } from "./append.js";
import type { MessageDraft } from "./draft.js";

/** A requester's message that the assistant has not answered yet, with its conversation. */
export interface Asked {
  readonly conversation: Row<"conversation">;
  readonly message: Row<"message">;
}

/** Everything a turn of the assistant leaves behind. */
export interface FinishedTurn {
  readonly asked: Asked;
  readonly replies: readonly MessageDraft[];
  readonly dialogJson: string;
  readonly locale: string;
  /** The conversation has gone to people during the turn: only the replies' rest and the record are kept. */
  readonly left: boolean;
  /** For admins: what was heard and what it came to. */
  readonly record: { readonly outcome: string; readonly language: string; readonly understoodJson: string };
}

/** The next message of this conversation that the assistant must answer, if it owns it and there is one. */
export async function nextAsked(db: Db, conversationId: string): Promise<Asked | undefined> {
  const conversation = await db
    .selectFrom("conversation")
    .selectAll()
    .where("id", "=", conversationId)
    .executeTakeFirst();
  if (conversation === undefined || conversation.owner_kind !== "assistant") return undefined;
  if (conversation.asked_seq <= conversation.answered_seq) return undefined;
  const message = await db
    .selectFrom("message")
    .selectAll()
    .where("conversation_id", "=", conversationId)
    .where("seq", ">", conversation.answered_seq)
    .where("sender_kind", "=", "requester")
    .orderBy("seq")
    .limit(1)
    .executeTakeFirst();
  return message === undefined ? undefined : { conversation, message };
}

/** Conversations whose requester waits for the assistant: what a node that is gone left unanswered. */
export async function findUnanswered(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("conversation")
    .select("id")
    .where("owner_kind", "=", "assistant")
    .whereRef("asked_seq", ">", "answered_seq")
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/**
 * Stores a turn whole, in one transaction: the replies, what the assistant remembers, and that the message is answered.
 * Answers `undefined`, with nothing stored, when the conversation has another owner by now or the message has been
 * answered by a run elsewhere.
 */
export async function finishTurn(
  db: Db,
  append: Append,
  turn: FinishedTurn,
  now: number,
): Promise<Message[] | undefined> {
  try {
    return await db.transaction().execute(async (trx) => {
      if (!turn.left && !(await markAnswered(trx, turn, now))) throw new Late();
      const stored = turn.replies.length === 0 ? [] : await append(trx, turn.replies, now);
      if (stored.some(({ status }) => status !== "stored" && status !== "repeat")) throw new Late();
      await keepRecord(trx, turn, now);
      return stored.flatMap((one) => (one.status === "stored" ? [one.message] : []));
    });
  } catch (error) {
    if (error instanceof Late) return undefined;
    throw error;
  }
}

class Late extends Error {
  override readonly name = "Late";
}

async function markAnswered(
  trx: Db,
  { asked, dialogJson, locale }: FinishedTurn,
  now: number,
): Promise<boolean> {
  const { conversation, message } = asked;
  const kept = await trx
    .updateTable("conversation")
    .set({ answered_seq: message.seq, dialog_json: dialogJson, locale, updated_at: now })
    .where("id", "=", conversation.id)
    .where("epoch", "=", conversation.epoch)
    .where("answered_seq", "<", message.seq)
    .executeTakeFirst();
  return kept.numUpdatedRows > 0n;
}

async function keepRecord(trx: Db, { asked, record }: FinishedTurn, now: number): Promise<void> {
  const { message } = asked;
  await trx
    .insertInto("turn")
    .values({
      message_id: message.id,
      conversation_id: message.conversation_id,
      seq: message.seq,
      at: now,
      text: message.text.slice(0, 2000),
      language: record.language,
      outcome: record.outcome,
      understood_json: record.understoodJson,
    })
    .onConflict((conflict) => conflict.column("message_id").doNothing())
    .execute();
}
