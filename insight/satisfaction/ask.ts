import type { Trx } from "../../conversation/index.js";
import { isExempt, isWished } from "./exempt.js";
import { hasSolved } from "./has-solved.js";
import { latestAttended, readAsk } from "./settings.js";

export interface TalkEnd {
  readonly conversationId: string;
  readonly at: number;
  /** Somebody asks, or answers, where the desk leaves that to people and programs. */
  readonly byHand?: boolean;
}

/**
 * Asks the requester of a talk that has just ended how it was, in the transaction of its end; answers whether they are
 * asked now. Once per talk: one that is taken up again and ends again is not asked about a second time, but an answer
 * that is still to come is then about its latest attendance.
 */
export async function askIn(trx: Trx, { conversationId, at, byHand = false }: TalkEnd): Promise<boolean> {
  const attended = await latestAttended(trx, conversationId);
  if (await isAsked(trx, conversationId)) {
    if (attended !== undefined) await moveOpenTo(trx, conversationId, attended);
    return false;
  }
  if (!(await canAnswer(trx, conversationId)) || (await isExempt(trx, conversationId))) return false;
  const ask = await readAsk(trx, { conversationId, attendanceId: attended });
  if (ask === "off" || (attended === undefined && ask === "attended")) return false;
  const isByHand = byHand || (await isWished(trx, conversationId));
  if (ask === "by-hand" ? !isByHand : byHand) return false;
  if (attended === undefined && !(await hasSolved(trx, conversationId))) return false;
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto("survey")
    .values({
      conversation_id: conversationId,
      attendance_id: attended ?? null,
      asked_at: at,
      score: null,
      comment: null,
      answered_at: null,
      skipped_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

async function isAsked(trx: Trx, conversationId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("survey")
    .select("conversation_id")
    .where("conversation_id", "=", conversationId)
    .executeTakeFirst();
  return row !== undefined;
}

async function moveOpenTo(trx: Trx, conversationId: string, attendanceId: string): Promise<void> {
  await trx
    .updateTable("survey")
    .set({ attendance_id: attendanceId })
    .where("conversation_id", "=", conversationId)
    .where("answered_at", "is", null)
    .execute();
}

/** Programs that talk over REST hear of nothing after the end. */
async function canAnswer(trx: Trx, conversationId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("conversation")
    .select("channel")
    .where("id", "=", conversationId)
    .executeTakeFirst();
  return row !== undefined && row.channel !== "rest";
}
