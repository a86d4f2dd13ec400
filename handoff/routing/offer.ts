import { sql } from "kysely";
import type { Trx } from "../../conversation/index.js";
import { newId } from "../../store/index.js";
import type { LockedAgent } from "../agent-room.js";
import { type Change, type Desk, transact, type Verdict } from "../desk.js";
import { type Floor, isMember, lockFloor, roomOn } from "../locked-floor.js";
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

/** How many offers one transaction makes. */
const batchOffers = 64;

/**
 * Asks agents, each for one, where that still can be: what the router saw may be old by now. Decided under the locks of
 * the agents and the attendances, as every accept is, so that no node offers twice and nobody is asked beyond their
 * capacity. Answers which of the attendances are offered.
 */
export async function offerMany(desk: Desk, offers: readonly OfferInput[]): Promise<ReadonlySet<string>> {
  const offered = new Set<string>();
  for (let at = 0; at < offers.length; at += batchOffers) {
    for (const record of await offerTogether(desk, offers.slice(at, at + batchOffers))) {
      offered.add(record.row.id);
      await desk.publish(changeOf(record));
    }
  }
  return offered;
}

function offerTogether({ store, now }: Desk, offers: readonly OfferInput[]): Promise<AttendanceRecord[]> {
  return store.db.transaction().execute(async (trx) => {
    const agentIds = offers.map(({ agentId }) => agentId);
    const attendanceIds = offers.map(({ attendanceId }) => attendanceId);
    const floor = await lockFloor(trx, store.engine, { agentIds, attendanceIds });
    const deciding = await readDeciding(trx, agentIds);
    const at = now();
    const made = offers.flatMap((offer) => {
      const record = floor.records.get(offer.attendanceId);
      if (record === undefined || deciding.has(offer.agentId) || !canBeOffered(floor, record, offer.agentId))
        return [];
      deciding.add(offer.agentId);
      return [{ record, agentId: offer.agentId, until: at + offer.offerMs }];
    });
    return write(trx, made, at);
  });
}

function canBeOffered(floor: Floor, record: AttendanceRecord, agentId: string): boolean {
  const agent = floor.agents.get(agentId);
  const isReady = agent?.isInDesk && agent.availability === "available" && isUnoffered(record);
  return isReady === true && isMember(floor, agentId, record.groupIds) && hasRoom(floor, agent, record);
}

function hasRoom(floor: Floor, agent: LockedAgent | undefined, record: AttendanceRecord): boolean {
  return agent !== undefined && roomOn(floor, agent, record).status === "room";
}

interface Made {
  readonly record: AttendanceRecord;
  readonly agentId: string;
  readonly until: number;
}

async function write(trx: Trx, made: readonly Made[], now: number): Promise<AttendanceRecord[]> {
  if (made.length === 0) return [];
  const values = made.map(
    ({ record, agentId, until }) => sql`(${record.row.id}, ${agentId}, cast(${until} as bigint))`,
  );
  // Both engines name the columns of VALUES column1, column2, …
  await sql`update attendance set offered_to = v.column2, offered_until = v.column3, version = version + 1,
    updated_at = ${now} from (values ${sql.join(values)}) as v where attendance.id = v.column1`.execute(trx);
  const rows = made.map(({ record, agentId, until }) => ({
    id: newId(),
    attendance_id: record.row.id,
    agent_id: agentId,
    offered_at: now,
    until,
    outcome: "open",
    decided_at: null,
  }));
  await trx.insertInto("attendance_offer").values(rows).execute();
  return made.map(({ record, agentId, until }) => ({
    ...record,
    row: {
      ...record.row,
      offered_to: agentId,
      offered_until: until,
      version: record.row.version + 1,
      updated_at: now,
    },
  }));
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

/** Those of the agents who are being asked for something. */
async function readDeciding(trx: Trx, agentIds: readonly string[]): Promise<Set<string>> {
  const rows = await trx
    .selectFrom("attendance")
    .select("offered_to")
    .where("offered_to", "in", [...agentIds])
    .where("phase", "=", "logged")
    .execute();
  return new Set(rows.flatMap(({ offered_to: id }) => id ?? []));
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
