import { sql } from "kysely";
import type { Db } from "../store/index.js";

export type Side = "requester" | "agent";

export interface ReadMark {
  readonly conversationId: string;
  readonly accountId: string;
  readonly side: Side;
  /** Everything up to this seq has been seen by this person. */
  readonly upToSeq: number;
}

/** Moves a person's mark forward, never back, and never past the last message. Answers whether it moved. */
export async function markRead(db: Db, mark: ReadMark): Promise<boolean> {
  const last = await db
    .selectFrom("conversation")
    .select("last_seq")
    .where("id", "=", mark.conversationId)
    .executeTakeFirst();
  const seq = Math.min(mark.upToSeq, last?.last_seq ?? 0);
  if (seq === 0) return false;
  const result = await db
    .insertInto("receipt")
    .values({
      conversation_id: mark.conversationId,
      account_id: mark.accountId,
      side: mark.side,
      read_seq: seq,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["conversation_id", "account_id"])
        .doUpdateSet({ read_seq: seq, side: mark.side })
        .where(sql<boolean>`receipt.read_seq < ${seq}`),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** How far each side has read: the furthest of its people. */
export async function readMarks(
  db: Db,
  conversationId: string,
): Promise<{ requester: number; agent: number }> {
  const rows = await db
    .selectFrom("receipt")
    .select(["side", "read_seq"])
    .where("conversation_id", "=", conversationId)
    .execute();
  const furthest = (side: Side) =>
    rows.reduce((seq, row) => (row.side === side ? Math.max(seq, row.read_seq) : seq), 0);
  return { requester: furthest("requester"), agent: furthest("agent") };
}
