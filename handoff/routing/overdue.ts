import { localeSchema } from "../../contract/index.js";
import { admit } from "../admission.js";
import { type Desk, system, transact, type Verdict, type Work } from "../desk.js";
import { handOver, runHook, toFactActor } from "../hand-over.js";
import { insertGroups } from "../new-attendance.js";
import { timedOutDraft } from "../notices.js";
import { type AttendanceRecord, lockRecord, updateRecord, withGroups } from "../record.js";
import { type RoutingGroup, type RoutingSettings, takesNew } from "./settings.js";

/** Shows those who wait too long to a second group, and gives back to the assistant those who wait far too long. */
export async function runOverdue(
  desk: Desk,
  settings: RoutingSettings,
  groups: readonly RoutingGroup[],
): Promise<void> {
  const limits = groups.flatMap(({ routing }) => [routing.overflow?.afterSeconds, routing.waitLimitSeconds]);
  const shortest = Math.min(...limits.filter((limit) => limit !== undefined));
  if (!Number.isFinite(shortest)) return;
  const { db } = desk.store;
  const now = desk.now();
  const rows = await db
    .selectFrom("attendance")
    .selectAll()
    .where("phase", "=", "logged")
    .where((of) => of(of.fn.coalesce("queued_at", "created_at"), "<=", now - shortest * 1000))
    .execute();
  const known = new Map(groups.map((group) => [group.id, group]));
  for (const record of await withGroups(db, rows)) {
    const { givesUpAt, overflow } = deadlinesOf(record, known);
    if (givesUpAt !== undefined && givesUpAt <= now) await giveUp(desk, record.row.id);
    else if (overflow !== undefined && overflow.at <= now)
      await overflowTo(desk, settings, record, overflow.groupId);
  }
}

/** What will become of one who goes on waiting. The most patient of its groups decides when it is given up. */
export function deadlinesOf(
  { row, groupIds }: AttendanceRecord,
  known: ReadonlyMap<string, RoutingGroup>,
): { readonly givesUpAt?: number; readonly overflow?: { readonly groupId: string; readonly at: number } } {
  const since = row.queued_at ?? row.created_at;
  const own = groupIds.flatMap((id) => known.get(id) ?? []);
  const limits = own.map(({ routing }) => routing.waitLimitSeconds);
  const isLimited = limits.length > 0 && limits.every((limit) => limit !== undefined);
  const longest = Math.max(...limits.map((limit) => limit ?? 0));
  const overflows = own
    .flatMap(({ routing }) => routing.overflow ?? [])
    .filter(({ groupId }) => !groupIds.includes(groupId))
    .map(({ groupId, afterSeconds }) => ({ groupId, at: since + afterSeconds * 1000 }))
    .sort((a, b) => a.at - b.at);
  return {
    ...(isLimited ? { givesUpAt: since + longest * 1000 } : {}),
    ...(overflows[0] === undefined ? {} : { overflow: overflows[0] }),
  };
}

/** The second group is added: whoever is free first may have it, and the place is kept in both. */
async function overflowTo(
  desk: Desk,
  settings: RoutingSettings,
  { row }: AttendanceRecord,
  groupId: string,
): Promise<void> {
  const [target] = await settings.routed([groupId], desk.now());
  if (target === undefined || !takesNew(target.hours)) return;
  await transact<boolean>(desk, async ({ trx, engine, now }) => {
    const record = await lockRecord(trx, engine, row.id);
    if (record?.row.phase !== "logged" || record.groupIds.includes(groupId)) return { outcome: false };
    const admission = await admit(trx, [groupId], { admits: desk.admits, openIds: [groupId] });
    if (admission.status !== "admitted") return { outcome: false };
    await insertGroups(trx, row.id, [groupId], now);
    const moved = {
      ...(await updateRecord(trx, record, {}, now)),
      groupIds: [...record.groupIds, groupId].sort(),
    };
    const afterCommit: (() => void)[] = [];
    const told = { kind: "overflowed", attendance: moved, actor: toFactActor(system), groupId, now } as const;
    await runHook(desk, trx, { ...told, afterCommit: (run) => void afterCommit.push(run) });
    const conversationIds = [row.conversation_id];
    return { outcome: true, change: { record: moved, conversationIds, messages: [], afterCommit } };
  });
}

function giveUp(desk: Desk, id: string): Promise<boolean> {
  return transact<boolean>(desk, (work) => returnToAssistant(desk, id, work));
}

async function returnToAssistant(desk: Desk, id: string, work: Work<boolean>): Promise<Verdict<boolean>> {
  const { trx, engine, now, withdraw } = work;
  const record = await lockRecord(trx, engine, id);
  if (record?.row.phase !== "logged") return { outcome: false };
  const change = { phase: "closed", status: "abandoned", reason: "wait-limit", closed_at: now };
  const closed = await updateRecord(trx, record, change, now);
  const step = await handOver(desk, work, {
    record: closed,
    from: ["queue"],
    to: { kind: "assistant" },
    fact: "cancelled",
    actor: system,
    notice: { kind: "attendance-timed-out" },
  });
  if (step.status !== "moved") return withdraw(false);
  const draft = timedOutDraft(step.change.record, localeSchema.parse(record.row.language), step.epoch);
  const [said] = await desk.conversations.appendIn(trx, [draft], now);
  const messages = said?.status === "stored" ? [...step.change.messages, said.message] : step.change.messages;
  return { outcome: true, change: { ...step.change, messages } };
}
