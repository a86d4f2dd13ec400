import { sql } from "kysely";
import type { Trx } from "../conversation/index.js";
import { createShapes, marksOf } from "../store/index.js";
import {
  type AcceptInput,
  type AcceptOutcome,
  acceptedAs,
  acceptStep,
  refuseAccept,
} from "./accept-attendance.js";
import type { LockedAgent } from "./agent-room.js";
import type { Change, Desk, Work } from "./desk.js";
import { moveOn, tellTalks } from "./hand-over.js";
import { type Floor, lockFloor, noteGiven } from "./locked-floor.js";
import type { AttendanceRecord } from "./record.js";

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
    const floor = await lockFloor(trx, engine, {
      agentIds: inputs.map(({ agent }) => agent.accountId),
      attendanceIds: inputs.map(({ attendanceId }) => attendanceId),
    });
    const now = desk.now();
    return give(desk, { trx, now }, decide(floor, inputs, outcomes, now), outcomes);
  });
  await Promise.all(changes.map((change) => desk.publish(change)));
  return outcomes;
}

/** The first who may take an attendance gets it; refusals are noted. Those who come after are left to be answered. */
function decide(
  floor: Floor,
  inputs: readonly AcceptInput[],
  outcomes: Map<AcceptInput, AcceptOutcome>,
  now: number,
): Win[] {
  const wins = new Map<string, Win>();
  for (const input of inputs) {
    const record = floor.records.get(input.attendanceId);
    if (record?.row.phase !== "logged" || wins.has(input.attendanceId)) continue;
    const agent = floor.agents.get(input.agent.accountId);
    const refusal = refuseAccept(floor, agent, record, now);
    if (refusal !== undefined) outcomes.set(input, refusal);
    else if (agent !== undefined) {
      noteGiven(floor, agent, record);
      wins.set(input.attendanceId, { input, agent, record });
    }
  }
  return [...wins.values()];
}

async function give(
  desk: Desk,
  work: Pick<Work<unknown>, "trx" | "now">,
  wins: readonly Win[],
  outcomes: Map<AcceptInput, AcceptOutcome>,
): Promise<Change[]> {
  if (wins.length === 0) return [];
  const { trx, now } = work;
  await finishOffers(trx, wins, now);
  await write(trx, wins, now);
  const steps = wins.map((win) => acceptStep(takenBy(win, now), win.agent, win.input));
  const moves = (await moveOn(desk, work, steps)).map((moved, at) => {
    const win = wins[at];
    if (win === undefined || moved.status !== "moved") throw new Error("A conversation is not waiting.");
    outcomes.set(win.input, acceptedAs(moved.change.record, moved.epoch, "first"));
    return moved;
  });
  return tellTalks(desk, work, moves);
}

/** Whoever was asked has said yes; where a colleague was faster the offer is withdrawn. */
async function finishOffers(trx: Trx, wins: readonly Win[], now: number): Promise<void> {
  const offered = wins.filter(({ record }) => record.row.offered_to !== null);
  if (offered.length === 0) return;
  const values = offered.map(({ record, agent }) => sql`(${record.row.id}, ${agent.id})`);
  await sql`update attendance_offer
    set outcome = case when agent_id = v.column2 then 'accepted' else 'withdrawn' end, decided_at = ${now}
    from (values ${sql.join(values)}) as v
    where attendance_id = v.column1 and outcome = 'open'`.execute(trx);
}

// Both engines name the columns of VALUES column1, column2, …
const writing = createShapes(
  (count) => `update attendance set phase = 'accepted', status = 'active', agent_id = v.column2,
    accept_request_id = v.column3, accepted_at = $1, offered_to = null, offered_until = null,
    version = version + 1, updated_at = $1
    from (values ${marksOf(count, ["plain", "plain", "plain"], 1)}) as v
    where attendance.id = v.column1 and phase = 'logged'`,
);

/** One conditional update for all; it must touch every one of them. */
async function write(trx: Trx, wins: readonly Win[], now: number): Promise<void> {
  const values = wins.flatMap(({ record, agent, input }) => [record.row.id, agent.id, input.requestId]);
  const { numAffectedRows } = await trx.executeQuery(writing(wins.length, [now, ...values]));
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
