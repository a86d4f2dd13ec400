import { localeSchema, type Message } from "../contract/index.js";
import { type Actor, type Desk, transact, type Verdict, type Work } from "./desk.js";
import { handOver } from "./hand-over.js";
import { standingOf } from "./may.js";
import { noticeDraft } from "./notices.js";
import { type AttendanceRecord, lockRecords, updateRecord } from "./record.js";

export interface MergeInput {
  /** The one that ends; its talk stays readable. */
  readonly attendanceId: string;
  /** The one that goes on. */
  readonly intoId: string;
  readonly actor: Actor;
}

export type MergeOutcome =
  | { readonly status: "merged"; readonly attendance: AttendanceRecord; readonly into: AttendanceRecord }
  /** Of other people, the same one, not theirs to merge, or one of them is over. */
  | { readonly status: "other-requester" | "denied" | "gone" | "missing" };

/**
 * Makes one of two attendances of the same requester: one ends and says where it goes on, the other goes on. What was
 * written before the merge stays where it was written; what comes later is refused there (the store decides which).
 */
export function mergeAttendances(desk: Desk, input: MergeInput): Promise<MergeOutcome> {
  return transact<MergeOutcome>(desk, (work) => merge(desk, input, work));
}

async function merge(
  desk: Desk,
  input: MergeInput,
  work: Work<MergeOutcome>,
): Promise<Verdict<MergeOutcome>> {
  const { trx, engine, now, withdraw } = work;
  if (input.attendanceId === input.intoId) return { outcome: { status: "missing" } };
  const records = await lockRecords(trx, engine, [input.attendanceId, input.intoId]);
  const from = records.find(({ row }) => row.id === input.attendanceId);
  const into = records.find(({ row }) => row.id === input.intoId);
  if (from === undefined || into === undefined) return { outcome: { status: "missing" } };
  const refusal = await refuse(input, from, into, work);
  if (refusal !== undefined) return { outcome: refusal };
  const closed = await updateRecord(
    trx,
    from,
    { phase: "closed", status: "ended", reason: "merged", closed_at: now },
    now,
  );
  const step = await handOver(desk, work, {
    record: closed,
    from: ["agent", "queue"],
    to: { kind: "none" },
    fact: "ended",
    actor: input.actor,
    notice: { kind: "attendance-merged", name: input.actor.name },
  });
  if (step.status !== "moved") return withdraw({ status: "gone" });
  const link = { from_id: from.row.conversation_id, into_id: into.row.conversation_id };
  await trx
    .insertInto("merged_talk")
    .values({ ...link, merged_at: now, merged_by: input.actor.accountId })
    .onConflict((conflict) => conflict.column("from_id").doUpdateSet({ ...link, merged_at: now }))
    .execute();
  const told = await tellTheOther(desk, into, from, work);
  const change = {
    ...step.change,
    conversationIds: [...step.change.conversationIds, into.row.conversation_id],
    messages: [...step.change.messages, ...told],
  };
  return { outcome: { status: "merged", attendance: step.change.record, into }, change };
}

async function refuse(
  { actor }: MergeInput,
  from: AttendanceRecord,
  into: AttendanceRecord,
  { trx }: Work<MergeOutcome>,
): Promise<MergeOutcome | undefined> {
  for (const record of [from, into]) {
    const standing = await standingOf(trx, actor, record);
    if (standing === undefined) return { status: "missing" };
    if (standing === "requester" || standing === "told") return { status: "denied" };
    // A colleague's talk is theirs to end; one that waits is anybody's of its groups.
    if (standing === "colleague" && record.row.phase === "accepted") return { status: "denied" };
  }
  if (from.row.requester_id !== into.row.requester_id) return { status: "other-requester" };
  const isOver = from.row.phase === "closed" || into.row.phase === "closed";
  return isOver ? { status: "gone" } : undefined;
}

async function tellTheOther(
  desk: Desk,
  into: AttendanceRecord,
  from: AttendanceRecord,
  { trx, now }: Work<MergeOutcome>,
): Promise<Message[]> {
  const draft = noticeDraft(into, localeSchema.parse(into.row.language), { kind: "attendance-joined" });
  const named = { ...draft, clientMessageId: `attendance-joined:${into.row.id}:${from.row.id}` };
  const results = await desk.conversations.appendIn(trx, [named], now);
  return results.flatMap((one) => (one.status === "stored" ? [one.message] : []));
}
