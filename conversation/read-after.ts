import type { Message } from "../contract/index.js";
import type { Db } from "../store/index.js";
import { toMessage } from "./rows.js";

const pageMessages = 200;

export interface MessagePage {
  readonly messages: Message[];
  /** The reader has everything up to here. */
  readonly upTo: number;
  readonly complete: boolean;
  /** The reader's place does not exist (a restored database): drop everything and read from 0 (D9, F27). */
  readonly resync: boolean;
}

/** The messages of a conversation after `afterSeq`, at most a page, in order. */
export async function readAfter(db: Db, conversationId: string, afterSeq: number): Promise<MessagePage> {
  const row = await db
    .selectFrom("conversation")
    .select("last_seq")
    .where("id", "=", conversationId)
    .executeTakeFirst();
  const lastSeq = row?.last_seq ?? 0;
  if (afterSeq > lastSeq) return { messages: [], upTo: lastSeq, complete: false, resync: true };
  const rows = await db
    .selectFrom("message")
    .selectAll()
    .where("conversation_id", "=", conversationId)
    .where("seq", ">", afterSeq)
    .orderBy("seq")
    .limit(pageMessages)
    .execute();
  const upTo = rows.at(-1)?.seq ?? afterSeq;
  return { messages: rows.map(toMessage), upTo, complete: rows.length < pageMessages, resync: false };
}
