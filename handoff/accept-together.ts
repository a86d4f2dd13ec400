import { sql } from "kysely";
import type { Trx } from "../conversation/index.js";
import type { Engine } from "../store/index.js";
import { type AcceptInput, type AcceptOutcome, acceptedAs, acceptStep } from "./accept-attendance.js";
import { type LockedAgent, lockAgents } from "./agent-room.js";
import type { Change, Desk } from "./desk.js";
import { moveOn, tellTalks } from "./hand-over.js";
import { type AttendanceRecord, lockRecords } from "./record.js";

/** What the decisions of one batch depend on, all of it locked. */
interface Floor {
  readonly records: ReadonlyMap<string, AttendanceRecord>;
  readonly agents: ReadonlyMap<string, LockedAgent>;
  /** "account group" */
  readonly memberships: ReadonlySet<string>;
  /** Groups whose rules an accept of its own looks at: offers, and how many of a channel. */
  readonly ruled: ReadonlySet<string>;
  /** How many each agent has; grows while the batch is decided. */
  readonly held: Map<string, number>;
}

interface Win {
  readonly input: AcceptInput;
  readonly agent: LockedAgent;
  readonly record: AttendanceRecord;
}

/**
 * Decides many accepts in one transaction and answers for those who won or were refused. Who is not in the answer came
 * too late. When anything goes wrong nothing of it stays, and the error is thrown.
 */
export async function acceptTogether(
  desk: Desk,
  inputs: readonly AcceptInput[],
): Promise<ReadonlyMap<AcceptInput, AcceptOutcome>> {
  const { db, engine } = desk.store;
  const outcomes = new Map<AcceptInput, AcceptOutcome>();
  const changes = await db.transaction().execute(async (trx) => {
    const floor = await lockFloor(trx, engine, inputs);
    return give(desk, trx, decide(floor, inputs, outcomes), outcomes);
  });
  await Promise.all(changes.map((change) => desk.publish(change)));
  return outcomes;
}

async function lockFloor(trx: Trx, engine: Engine, inputs: readonly AcceptInput[]): Promise<Floor> {
  const agentIds = [...new Set(inputs.map(({ agent }) => agent.accountId))];
  const agents = await lockAgents(trx, engine, agentIds);
  const records = await lockRecords(trx, engine, [...new Set(inputs.map((input) => input.attendanceId))]);
  const memberships = await trx
    .selectFrom("membership")
    .innerJoin("assignment_group", "assignment_group.id", "membership.group_id")
    .select(["account_id", "group_id", "routing_json"])
    .where("account_id", "in", agentIds)
    .execute();
  const held = await trx
    .selectFrom("attendance")
    .select((of) => ["agent_id", of.fn.countAll<number>().as("held")])
    .where("agent_id", "in", agentIds)
    .where("phase", "=", "accepted")
    .groupBy("agent_id")
    .execute();
  return {
    records: new Map(records.map((record) => [record.row.id, record])),
    agents: new Map(agents.map((agent) => [agent.id, agent])),
    memberships: new Set(memberships.map((one) => `${one.account_id} ${one.group_id}`)),
    ruled: new Set(memberships.flatMap((one) => (one.routing_json === null ? [] : [one.group_id]))),
    held: new Map(held.flatMap((one) => (one.agent_id === null ? [] : [[one.agent_id, Number(one.held)]]))),
  };
}

/**
 * The first who may take an attendance gets it; refusals are noted. Those who come after are left to be answered, and
 * what is offered, or waits in a group with rules of its own, is left to an accept alone.
 */
function decide(
  floor: Floor,
  inputs: readonly AcceptInput[],
  outcomes: Map<AcceptInput, AcceptOutcome>,
): Win[] {
  const wins = new Map<string, Win>();
  for (const input of inputs) {
    const record = floor.records.get(input.attendanceId);
    if (record?.row.phase !== "logged" || wins.has(input.attendanceId)) continue;
    if (record.row.offered_to !== null || record.groupIds.some((id) => floor.ruled.has(id))) continue;
    const agent = floor.agents.get(input.agent.accountId);
    const refusal = refuse(floor, agent, record);
    if (refusal !== undefined) outcomes.set(input, refusal);
    else if (agent !== undefined) {
      floor.held.set(agent.id, (floor.held.get(agent.id) ?? 0) + 1);
      wins.set(input.attendanceId, { input, agent, record });
    }
  }
  return [...wins.values()];
}

function refuse(
  floor: Floor,
  agent: LockedAgent | undefined,
  { groupIds }: AttendanceRecord,
): AcceptOutcome | undefined {
  if (!agent?.isInDesk || !groupIds.some((id) => floor.memberships.has(`${agent.id} ${id}`)))
    return { status: "not-in-group" };
  if (agent.availability === "offline") return { status: "offline" };
  const isFull = (floor.held.get(agent.id) ?? 0) >= agent.capacity;
  return isFull ? { status: "at-capacity", capacity: agent.capacity } : undefined;
}

async function give(
  desk: Desk,
  trx: Trx,
  wins: readonly Win[],
  outcomes: Map<AcceptInput, AcceptOutcome>,
): Promise<Change[]> {
  if (wins.length === 0) return [];
  const now = desk.now();
  await write(trx, wins, now);
  const steps = wins.map((win) => acceptStep(takenBy(win, now), win.agent, win.input));
  const moves = (await moveOn(desk, { trx, now }, steps)).map((moved, at) => {
    const win = wins[at];
    if (win === undefined || moved.status !== "moved") throw new Error("A conversation is not waiting.");
    outcomes.set(win.input, acceptedAs(moved.change.record, moved.epoch, "first"));
    return moved;
  });
  return tellTalks(desk, { trx, now }, moves);
}

/** One conditional update for all; it must touch every one of them. */
async function write(trx: Trx, wins: readonly Win[], now: number): Promise<void> {
  const values = wins.map(
    ({ record, agent, input }) => sql`(${record.row.id}, ${agent.id}, ${input.requestId})`,
  );
  // Both engines name the columns of VALUES column1, column2, …
  const { numAffectedRows } = await sql`update attendance set phase = 'accepted', status = 'active',
    agent_id = v.column2, accept_request_id = v.column3, accepted_at = ${now}, offered_to = null,
    offered_until = null, version = version + 1, updated_at = ${now}
    from (values ${sql.join(values)}) as v where attendance.id = v.column1 and phase = 'logged'`.execute(trx);
  if (numAffectedRows !== BigInt(wins.length)) throw new Error("An attendance changed under its lock.");
}

/** The row as `write` has left it. */
function takenBy({ record, agent, input }: Win, now: number): AttendanceRecord {
  const row = {
    ...record.row,
    phase: "accepted",
    status: "active",
    agent_id: agent.id,
    accept_request_id: input.requestId,
    accepted_at: now,
    offered_to: null,
    offered_until: null,
    version: record.row.version + 1,
    updated_at: now,
  };
  return { ...record, row };
}
