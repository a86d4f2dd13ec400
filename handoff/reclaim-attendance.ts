import type { Trx } from "../conversation/index.js";
import { newId } from "../store/index.js";
import { readAgent } from "./agent-room.js";
import { type Desk, system, transact, type Verdict, type Work } from "./desk.js";
import { handOver } from "./hand-over.js";
import { lockRecord, updateRecord } from "./record.js";
import { type HeldTalk, readHeldTalks } from "./routing/held-talks.js";

/** Whether a talk, as it stands under the locks, has been left without an answer for too long. */
export type IsDue = (talk: HeldTalk, at: number) => boolean;

/**
 * Takes a talk back from an agent who stays silent: it waits again at its old place in the queue, and what the agent
 * sends too late is refused by its epoch. Looked at again under the lock that every message of the talk takes: either
 * the answer stands and the agent keeps the talk, or the talk is taken back and the answer is refused.
 */
export function reclaimAttendance(desk: Desk, seen: HeldTalk, isDue: IsDue): Promise<boolean> {
  return transact<boolean>(desk, (work) => reclaim(desk, seen, isDue, work));
}

async function reclaim(
  desk: Desk,
  seen: HeldTalk,
  isDue: IsDue,
  work: Work<boolean>,
): Promise<Verdict<boolean>> {
  const { trx, now, withdraw } = work;
  const record = await lockRecord(trx, work.engine, seen.attendanceId);
  if (record?.row.phase !== "accepted") return { outcome: false };
  await lockTalk(work, record.row.conversation_id);
  const [talk] = await readHeldTalks(trx, [seen.attendanceId]);
  const isSame = talk?.agentId === seen.agentId && talk.epoch === seen.epoch;
  if (talk === undefined || !isSame || !isDue(talk, now)) return { outcome: false };
  const { name } = await readAgent(trx, talk.agentId);
  const waiting = await updateRecord(trx, record, waitingAgain(talk, now), now);
  await countMiss(trx, talk, now);
  const step = await handOver(desk, work, {
    record: waiting,
    epoch: talk.epoch,
    from: ["agent"],
    to: { kind: "queue" },
    fact: "reclaimed",
    actor: system,
    notice: { kind: "attendance-reclaimed", name },
  });
  if (step.status !== "moved") return withdraw(false);
  const { lost } = step.change;
  const change =
    lost === undefined ? step.change : { ...step.change, lost: { ...lost, reason: "silent" } as const };
  return { outcome: true, change };
}

async function lockTalk({ trx, engine }: Work<boolean>, conversationId: string): Promise<void> {
  const query = trx.selectFrom("conversation").select("id").where("id", "=", conversationId);
  await (engine === "postgres" ? query.forUpdate() : query).execute();
}

function waitingAgain({ agentId }: HeldTalk, now: number): Parameters<typeof updateRecord>[2] {
  return {
    phase: "logged",
    status: "pending",
    agent_id: null,
    last_agent_id: agentId,
    accept_request_id: null,
    accepted_at: null,
    queued_at: now,
    reclaimed_at: now,
  };
}

/** It counts as an offer that was let pass: others are asked first, and who lets too many pass is left in peace. */
async function countMiss(
  trx: Trx,
  { attendanceId, agentId, acceptedAt }: HeldTalk,
  now: number,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable("attendance_offer")
    .set({ outcome: "silent", decided_at: now })
    .where("attendance_id", "=", attendanceId)
    .where("agent_id", "=", agentId)
    .where("outcome", "=", "accepted")
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  const row = { id: newId(), attendance_id: attendanceId, agent_id: agentId, outcome: "silent" };
  await trx
    .insertInto("attendance_offer")
    .values({ ...row, offered_at: acceptedAt, until: now, decided_at: now })
    .execute();
}
