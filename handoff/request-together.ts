import type { Trx } from "../conversation/index.js";
import { createShapes, type Engine, listOf, lockingShapes } from "../store/index.js";
import type { Change, Desk } from "./desk.js";
import { moveOn, tellTalks } from "./hand-over.js";
import { insertAttendances, takingGroups, toNewRow } from "./new-attendance.js";
import type { AttendanceRecord } from "./record.js";
import { type RequestInput, type RequestOutcome, requestStep } from "./request-attendance.js";

/** A wish, and its groups that take new ones now by their hours. */
export interface OpenWish {
  readonly input: RequestInput;
  readonly openIds: readonly string[];
}

/** Somebody was first with one of them; no fault, each is tried alone. */
export class OvertakenError extends Error {
  override readonly name = "OvertakenError";
}

interface Entering {
  readonly wish: OpenWish;
  readonly record: AttendanceRecord;
}

/**
 * Lets many in by one transaction and answers for those who wait now. Who is not in the answer is not simply new (there
 * is one already, no group takes it, the conversation is somebody else's) and is to be tried alone. When anything goes
 * wrong nothing of it stays, and the error is thrown.
 */
export async function requestTogether(
  desk: Desk,
  wishes: readonly OpenWish[],
): Promise<ReadonlyMap<OpenWish, RequestOutcome>> {
  const { db, engine } = desk.store;
  const { outcomes, changes } = await db.transaction().execute(async (trx) => {
    const entering = await findEntering(desk, trx, engine, withoutTwins(wishes));
    return enter(desk, trx, entering);
  });
  await Promise.all(changes.map((change) => desk.publish(change)));
  return outcomes;
}

/** Of two wishes of one conversation, or with one cause, the second finds the first when it is tried alone. */
function withoutTwins(wishes: readonly OpenWish[]): OpenWish[] {
  const seen = new Set<string>();
  return wishes.filter(({ input: { conversationId, causeId } }) => {
    const isTwin = seen.has(conversationId) || seen.has(`cause ${causeId}`);
    seen.add(conversationId).add(`cause ${causeId}`);
    return !isTwin;
  });
}

async function findEntering(
  desk: Desk,
  trx: Trx,
  engine: Engine,
  wishes: readonly OpenWish[],
): Promise<readonly Entering[]> {
  const known = await findKnown(trx, wishes);
  const fresh = wishes.filter(
    ({ input }) => !known.has(input.conversationId) && !known.has(`cause ${input.causeId}`),
  );
  const wanted = [...new Set(fresh.flatMap(({ input }) => input.groupIds))];
  const taking = new Set((await takingGroups(trx, wanted)).filter(desk.admits));
  const tickets = await lockConversations(
    trx,
    engine,
    fresh.map(({ input }) => input.conversationId),
  );
  const now = desk.now();
  return fresh.flatMap((wish) => {
    const { input, openIds } = wish;
    const groupIds = [...new Set(input.groupIds)]
      .sort()
      .filter((id) => taking.has(id) && openIds.includes(id));
    if (groupIds.length === 0 || !tickets.has(input.conversationId)) return [];
    const ticketId = input.ticketId ?? tickets.get(input.conversationId) ?? null;
    const row = toNewRow({ ...input, ticketId, requesterId: input.requester.accountId }, now);
    return [{ wish, record: { row, groupIds } }];
  });
}

// Two questions of one index each: an engine that is asked for the one or the other reads the table.
const knowing = createShapes<{ conversation_id: string; cause_id: string }>(
  (count) => `select conversation_id, cause_id from attendance where cause_id in (${listOf(count)})
    union all
    select conversation_id, cause_id from attendance
    where conversation_id in (${listOf(count, count)}) and phase <> 'closed'`,
);

/** Conversations with an open attendance, and causes that have had theirs. */
async function findKnown(trx: Trx, wishes: readonly OpenWish[]): Promise<ReadonlySet<string>> {
  const causes = wishes.map(({ input }) => input.causeId);
  const conversations = wishes.map(({ input }) => input.conversationId);
  const { rows } = await trx.executeQuery(knowing(wishes.length, [...causes, ...conversations]));
  return new Set(rows.flatMap((row) => [row.conversation_id, `cause ${row.cause_id}`]));
}

const locking = lockingShapes<{ id: string; ticket_id: string | null }>(
  (count) => `select id, ticket_id from conversation where id in (${listOf(count)}) order by id`,
);

/** Locked in the order of their ids before anything refers to them; their tickets. */
async function lockConversations(
  trx: Trx,
  engine: Engine,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map();
  const { rows } = await trx.executeQuery(locking[engine](ids.length, [...ids]));
  return new Map(rows.map((row) => [row.id, row.ticket_id]));
}

async function enter(
  desk: Desk,
  trx: Trx,
  entering: readonly Entering[],
): Promise<{ readonly outcomes: ReadonlyMap<OpenWish, RequestOutcome>; readonly changes: Change[] }> {
  const outcomes = new Map<OpenWish, RequestOutcome>();
  if (entering.length === 0) return { outcomes, changes: [] };
  const inserted = await insertAttendances(
    trx,
    entering.map(({ record }) => record),
  );
  if (inserted !== entering.length) throw new OvertakenError("An attendance was opened meanwhile.");
  const numbers = await ticketNumbers(trx, entering);
  const now = entering[0]?.record.row.created_at ?? desk.now();
  const steps = entering.map(({ wish, record }) =>
    requestStep(record, wish.input, numbers.get(record.row.ticket_id ?? "")),
  );
  const moves = (await moveOn(desk, { trx, now }, steps)).map((moved, at) => {
    const wish = entering[at]?.wish;
    if (wish === undefined || moved.status !== "moved")
      throw new OvertakenError("A conversation cannot wait now.");
    outcomes.set(wish, { status: "requested", attendance: moved.change.record, repeat: false });
    return moved;
  });
  return { outcomes, changes: await tellTalks(desk, { trx, now }, moves) };
}

async function ticketNumbers(trx: Trx, entering: readonly Entering[]): Promise<ReadonlyMap<string, string>> {
  const ids = entering.flatMap(({ record }) => record.row.ticket_id ?? []);
  if (ids.length === 0) return new Map();
  const rows = await trx.selectFrom("ticket").select(["id", "number"]).where("id", "in", ids).execute();
  return new Map(rows.map((row) => [row.id, row.number]));
}
