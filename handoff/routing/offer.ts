import type { Trx } from "../../conversation/index.js";
import { newId } from "../../store/index.js";
import { isInGroups, lockAgent, roomFor } from "../agent-room.js";
import { type Change, type Desk, transact, type Verdict } from "../desk.js";
import {
  type AttendanceRecord,
  finishOffer,
  lockRecord,
  type OfferOutcome,
  updateRecord,
} from "../record.js";

export interface OfferInput {
  readonly attendanceId: string;
  readonly agentId: string;
  readonly offerMs: number;
}

/**
 * Asks an agent, if that still can be: what the router saw may be old by now. Decided under the locks of the agent and
 * the attendance, as every accept is, so that no node offers twice and nobody is asked beyond their capacity.
 */
export function offerTo(desk: Desk, { attendanceId, agentId, offerMs }: OfferInput): Promise<boolean> {
  return transact<boolean>(desk, async ({ trx, engine, now }) => {
    const agent = await lockAgent(trx, engine, agentId);
    const record = await lockRecord(trx, engine, attendanceId);
    if (record === undefined || !isUnoffered(record) || !agent?.isInDesk) return { outcome: false };
    const isReady = agent.availability === "available" && !(await isDeciding(trx, agentId));
    if (!isReady || !(await isInGroups(trx, agentId, record.groupIds))) return { outcome: false };
    if ((await roomFor(trx, agent, record)).status !== "room") return { outcome: false };
    const until = now + offerMs;
    const offered = await updateRecord(trx, record, { offered_to: agentId, offered_until: until }, now);
    const row = { id: newId(), attendance_id: attendanceId, agent_id: agentId, offered_at: now, until };
    await trx
      .insertInto("attendance_offer")
      .values({ ...row, outcome: "open", decided_at: null })
      .execute();
    return { outcome: true, change: changeOf(offered) };
  });
}

/** The agent says no. Saying it again, or too late, changes nothing. */
export function declineOffer(
  desk: Desk,
  input: { readonly attendanceId: string; readonly agentId: string },
): Promise<"declined" | "missing"> {
  return transact<"declined" | "missing">(desk, async ({ trx, engine, now }) => {
    const record = await lockRecord(trx, engine, input.attendanceId);
    if (record === undefined) return { outcome: "missing" };
    if (record.row.phase !== "logged" || record.row.offered_to !== input.agentId)
      return { outcome: (await wasOffered(trx, input)) ? "declined" : "missing" };
    return takeBack<"declined" | "missing">(trx, record, { as: "declined", now, outcome: "declined" });
  });
}

/** Nobody answered in time: it goes on to the next one. Answers whom it was offered to. */
export function lapseOffer(desk: Desk, attendanceId: string): Promise<string | undefined> {
  return transact<string | undefined>(desk, async ({ trx, engine, now }) => {
    const record = await lockRecord(trx, engine, attendanceId);
    const to = record?.row.offered_to ?? undefined;
    if (record === undefined || to === undefined || (record.row.offered_until ?? 0) > now)
      return { outcome: undefined };
    return takeBack(trx, record, { as: "lapsed", now, outcome: to });
  });
}

/** Takes an offer back from an agent who takes nothing new any more; it is not held against them. */
export function withdrawOffer(
  desk: Desk,
  input: { attendanceId: string; agentId: string },
): Promise<boolean> {
  return transact<boolean>(desk, async ({ trx, engine, now }) => {
    const record = await lockRecord(trx, engine, input.attendanceId);
    if (record?.row.phase !== "logged" || record.row.offered_to !== input.agentId) return { outcome: false };
    return takeBack(trx, record, { as: "withdrawn", now, outcome: true });
  });
}

async function takeBack<T>(
  trx: Trx,
  record: AttendanceRecord,
  how: { readonly as: OfferOutcome; readonly now: number; readonly outcome: T },
): Promise<Verdict<T>> {
  await finishOffer(trx, record.row.id, how.as, how.now);
  const free = await updateRecord(trx, record, { offered_to: null, offered_until: null }, how.now);
  return { outcome: how.outcome, change: changeOf(free) };
}

function isUnoffered({ row }: AttendanceRecord): boolean {
  return row.phase === "logged" && row.offered_to === null;
}

async function isDeciding(trx: Trx, agentId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("attendance")
    .select("id")
    .where("offered_to", "=", agentId)
    .where("phase", "=", "logged")
    .executeTakeFirst();
  return row !== undefined;
}

async function wasOffered(trx: Trx, input: { attendanceId: string; agentId: string }): Promise<boolean> {
  const row = await trx
    .selectFrom("attendance_offer")
    .select("id")
    .where("attendance_id", "=", input.attendanceId)
    .where("agent_id", "=", input.agentId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function changeOf(record: AttendanceRecord): Change {
  return { record, place: "same", conversationIds: [], messages: [], afterCommit: [] };
}
