import { AppError, type TalkLine } from "../../contract/index.js";
import type { Store } from "../../store/index.js";

const mostLines = 200;

/** The talk of a question, as it was written; for admins who look why it found no answer. */
export type ReadTalk = (conversationId: string) => Promise<TalkLine[]>;

export function createReadTalk({ store }: { readonly store: Store }): ReadTalk {
  return async (conversationId) => {
    const rows = await store.db
      .selectFrom("message")
      .select(["seq", "sender_kind", "sender_name", "text", "sent_at"])
      .where("conversation_id", "=", conversationId)
      .orderBy("seq")
      .limit(mostLines)
      .execute();
    if (rows.length === 0) throw new AppError("conversation/not-found", "There is no such talk any more.");
    return rows.map(({ seq, sender_kind: kind, sender_name: name, text, sent_at }) => {
      return { seq, kind, name, text, at: Number(sent_at) };
    });
  };
}
