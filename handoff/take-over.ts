import { type LockedAgent, lockAgent, type Room, readAgent } from "./agent-room.js";
import { type Actor, type Agent, type Desk, transact, type Verdict, type Work } from "./desk.js";
import { handOver } from "./hand-over.js";
import { roomFor } from "./locked-floor.js";
import { type AttendanceRecord, lockRecord, updateRecord } from "./record.js";

export interface TakeOverInput {
  readonly attendanceId: string;
  /** A supervisor or an admin. */
  readonly actor: Actor;
  /** Made by the client; the same one gets the same answer again. */
  readonly requestId: string;
  /** The ownership the supervisor saw: of two who take over at once the second is told who was first. */
  readonly epoch: number;
  /** The supervisor was told that their capacity is used up, and takes it all the same. */
  readonly beyondCapacity?: boolean | undefined;
}

export type TakeOverOutcome =
  | { readonly status: "taken-over"; readonly attendance: AttendanceRecord; readonly epoch: number }
  | { readonly status: "taken"; readonly holder: Agent }
  | Exclude<Room, { readonly status: "room" }>
  | { readonly status: "denied" | "gone" | "missing" };

/**
 * A supervisor takes an attendance, from the agent who has it or out of the queue. The agent who loses it is told and
 * can write nothing more into it. Capacity holds here as everywhere (Q4), until the supervisor says to go beyond it: a
 * talk that goes wrong must not wait for a free place. Nothing is given to somebody beyond their capacity unasked.
 */
export function takeOver(desk: Desk, input: TakeOverInput): Promise<TakeOverOutcome> {
  return transact<TakeOverOutcome>(desk, (work) => take(desk, input, work));
}

async function take(
  desk: Desk,
  input: TakeOverInput,
  work: Work<TakeOverOutcome>,
): Promise<Verdict<TakeOverOutcome>> {
  const { trx, engine, now, withdraw } = work;
  const { actor } = input;
  if (actor.role !== "supervisor" && actor.role !== "admin") return { outcome: { status: "denied" } };
  const agent = await lockAgent(trx, engine, actor.accountId);
  const record = await lockRecord(trx, engine, input.attendanceId);
  if (record === undefined) return { outcome: { status: "missing" } };
  const { row } = record;
  if (row.phase === "closed") return { outcome: { status: "gone" } };
  const conversation = await trx
    .selectFrom("conversation")
    .select("epoch")
    .where("id", "=", row.conversation_id)
    .executeTakeFirstOrThrow();
  if (row.agent_id === actor.accountId && row.phase === "accepted") {
    const { epoch } = conversation;
    return { outcome: { status: "taken-over", attendance: record, epoch } };
  }
  if (conversation.epoch !== input.epoch) {
    if (row.agent_id === null) return { outcome: { status: "gone" } };
    return { outcome: { status: "taken", holder: await readAgent(trx, row.agent_id) } };
  }
  if (!agent?.isInDesk) return { outcome: { status: "denied" } };
  const room = await roomFor(trx, agent, record);
  if (room.status !== "room" && input.beyondCapacity !== true) return { outcome: room };
  const isWaiting = row.phase === "logged";
  const taken = await updateRecord(trx, record, takenBy(agent, record, input, now), now);
  const step = await handOver(desk, work, {
    record: taken,
    epoch: input.epoch,
    from: ["queue", "agent"],
    to: { kind: "agent", id: agent.id },
    fact: isWaiting ? "accepted" : "transferred",
    actor,
    agent: { id: agent.id, name: agent.name },
    notice: { kind: isWaiting ? "attendance-accepted" : "attendance-transferred", name: agent.name },
  });
  if (step.status !== "moved") return withdraw({ status: "gone" });
  const { change, epoch } = step;
  return { outcome: { status: "taken-over", attendance: change.record, epoch }, change };
}

function takenBy(agent: LockedAgent, { row }: AttendanceRecord, input: TakeOverInput, now: number) {
  return {
    phase: "accepted",
    status: "active",
    agent_id: agent.id,
    last_agent_id: row.agent_id ?? row.last_agent_id,
    accept_request_id: input.requestId,
    accepted_at: now,
    offered_to: null,
    offered_until: null,
  };
}
