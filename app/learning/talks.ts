import { z } from "zod";
import { AppError, modelVerdictSchema, type TalkLine } from "../../contract/index.js";
import type { Store } from "../../store/index.js";

const mostLines = 200;

/** The talk of a question, as it was written; for admins who look why it found no answer. */
export type ReadTalk = (conversationId: string) => Promise<TalkLine[]>;

export function createReadTalk({ store }: { readonly store: Store }): ReadTalk {
  return async (conversationId) => {
    const rows = await store.db
      .selectFrom("message")
      .leftJoin("turn", "turn.message_id", "message.id")
      .select(["message.seq", "sender_kind", "sender_name", "message.text", "sent_at", "understood_json"])
      .where("message.conversation_id", "=", conversationId)
      .orderBy("message.seq")
      .limit(mostLines)
      .execute();
    if (rows.length === 0) throw new AppError("conversation/not-found", "There is no such talk any more.");
    return rows.map(({ seq, sender_kind: kind, sender_name: name, text, sent_at, understood_json }) => {
      const model = modelOf(understood_json);
      return { seq, kind, name, text, at: Number(sent_at), ...(model === undefined ? {} : { model }) };
    });
  };
}

const recordSchema = z.object({ written: modelVerdictSchema.optional() });

/** What a language model made of the question, as the turn has it. */
function modelOf(understoodJson: string | null): TalkLine["model"] {
  return recordSchema.safeParse(JSON.parse(understoodJson ?? "{}")).data?.written;
}
