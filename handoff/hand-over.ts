import { localeSchema, type Notice, type Owner, type OwnerKind } from "../contract/index.js";
import type { MessageDraft, MoveResult, Trx } from "../conversation/index.js";
import type { Actor, Agent, Change, Desk, FactKind, HandoffFact, Work } from "./desk.js";
import { type NoticeKind, noticeDraft } from "./notices.js";
import { type AttendanceRecord, readRecord } from "./record.js";

export interface HandOver {
  /** As written by this transaction. */
  readonly record: AttendanceRecord;
  readonly formerGroupIds?: readonly string[];
  /** The ownership the caller knows; left out where the lock on the attendance decides. */
  readonly epoch?: number | undefined;
  readonly from: readonly OwnerKind[];
  readonly to: { readonly kind: OwnerKind; readonly id?: string };
  readonly fact: FactKind;
  readonly actor: Actor;
  readonly agent?: Agent | undefined;
  readonly notice: Notice & { readonly kind: NoticeKind };
  readonly note?: string | undefined;
  readonly groupId?: string | undefined;
  readonly completionCodeId?: string | undefined;
}

export type HandOverResult =
  | { readonly status: "moved"; readonly epoch: number; readonly change: Change }
  | Exclude<MoveResult, { status: "moved" }>;

/** The conversation has its new owner, and the hook has run; the talk has not been told yet. */
export interface Moved {
  readonly status: "moved";
  readonly epoch: number;
  readonly change: Omit<Change, "messages">;
  readonly draft: MessageDraft;
}

/**
 * The second half of every verb, inside its transaction: the conversation gets its new owner, the hook does what must
 * stand or fall with it, and the line of the system is written. Rows are locked in one order everywhere — account,
 * attendance, conversation — so that verbs wait for each other and never deadlock.
 */
export async function handOver(
  desk: Desk,
  work: Pick<Work<unknown>, "trx" | "now">,
  step: HandOver,
): Promise<HandOverResult> {
  const [moved] = await moveOn(desk, work, [step]);
  if (moved === undefined) return { status: "missing" };
  if (moved.status !== "moved") return moved;
  const [change] = await tellTalks(desk, work, [moved]);
  return change === undefined ? { status: "missing" } : { status: "moved", epoch: moved.epoch, change };
}

/** Moves the conversation of each step, each another one, and runs the hooks in their order. */
export async function moveOn(
  desk: Desk,
  { trx, now }: Pick<Work<unknown>, "trx" | "now">,
  steps: readonly HandOver[],
): Promise<(Moved | Exclude<MoveResult, { status: "moved" }>)[]> {
  const moves = steps.map(({ record, epoch, from, to }) => ({
    conversationId: record.row.conversation_id,
    epoch,
    from,
    to,
    now,
  }));
  const results = await desk.conversations.moveOwnersIn(trx, moves);
  const moved: (Moved | Exclude<MoveResult, { status: "moved" }>)[] = [];
  for (const [at, step] of steps.entries()) {
    const result = results[at] ?? { status: "missing" };
    moved.push(result.status === "moved" ? await tellHook(desk, { trx, now }, step, result) : result);
  }
  return moved;
}

async function tellHook(
  desk: Desk,
  { trx, now }: Pick<Work<unknown>, "trx" | "now">,
  step: HandOver,
  moved: Extract<MoveResult, { status: "moved" }>,
): Promise<Moved> {
  const { row } = step.record;
  const afterCommit: (() => void)[] = [];
  const record = await runHook(desk, trx, toFact(step, now, afterCommit));
  const change = {
    record,
    formerGroupIds: step.formerGroupIds ?? [],
    conversationIds: [row.conversation_id, ...moved.closed],
    lost: lostBy(moved.from, moved.epoch),
    afterCommit,
  };
  const draft = noticeDraft(record, localeSchema.parse(row.language), step.notice);
  return { status: "moved", epoch: moved.epoch, change, draft };
}

/** Writes the lines of the system, all at once, and answers what is to be told after the commit. */
export async function tellTalks(
  desk: Desk,
  { trx, now }: Pick<Work<unknown>, "trx" | "now">,
  moves: readonly Moved[],
): Promise<Change[]> {
  const drafts = moves.map((moved) => moved.draft);
  const appended = await desk.conversations.appendIn(trx, drafts, now);
  return moves.map((moved, at) => {
    const result = appended[at];
    return { ...moved.change, messages: result?.status === "stored" ? [result.message] : [] };
  });
}

/** Runs the hook of a fact. It may write to the attendance (the ticket it opened), so the row is read again after it. */
export async function runHook(desk: Desk, trx: Trx, fact: HandoffFact): Promise<AttendanceRecord> {
  const hook = desk.hooks[fact.kind];
  if (hook === undefined) return fact.attendance;
  await hook(trx, fact);
  return (await readRecord(trx, fact.attendance.row.id)) ?? fact.attendance;
}

function toFact(step: HandOver, now: number, afterCommit: (() => void)[]): HandoffFact {
  const { actor, record, agent, note, groupId, completionCodeId } = step;
  return {
    kind: step.fact,
    attendance: record,
    actor: toFactActor(actor),
    agent,
    reason: step.notice.reason,
    note,
    groupId,
    completionCodeId,
    now,
    afterCommit: (run: () => void) => void afterCommit.push(run),
  };
}

export function toFactActor({ accountId, name, role }: Actor): HandoffFact["actor"] {
  return { id: accountId, name, role };
}

function lostBy(from: Owner, epoch: number): Change["lost"] {
  return from.kind === "agent" && from.id !== undefined ? { accountId: from.id, epoch } : undefined;
}
