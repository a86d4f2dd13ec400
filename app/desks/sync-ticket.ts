import type { OtherDeskMapping, TicketPriority, TicketState } from "../../contract/index.js";
import { ticketPriorities, ticketStates } from "../../contract/index.js";
import type { Files } from "../../conversation/index.js";
import type { Db, Row, Store } from "../../store/index.js";
import type { Tickets } from "../../tickets/index.js";
import { describeTicket } from "./describe-ticket.js";
import { copiesOf, type LinkRow, saveCopy, setLink } from "./links.js";
import { createOwnDesk } from "./own-desk.js";
import { sendComments } from "./send-comments.js";
import { sendFiles } from "./send-files.js";
import { type Field, settle } from "./settle.js";
import { DeskError, type DeskTicket, type DeskTicketRef, type OtherTicketDesk } from "./ticket-desk.js";

/** After a try whose end is not known: by then the other desk has done it, or never will. */
export const settleMs = 60_000;

/** What a requester is told of in the chat. */
export type DeskTold =
  | { readonly kind: "linked"; readonly number: string }
  | { readonly kind: "state"; readonly state: TicketState }
  | { readonly kind: "comment"; readonly author: string; readonly text: string; readonly id: string };

export interface SyncParts {
  readonly store: Store;
  readonly other: OtherTicketDesk;
  readonly desk: Pick<Row<"other_desk">, "id" | "name" | "mark">;
  readonly mapping: OtherDeskMapping;
  readonly tickets: Pick<Tickets, "byId" | "setStateIn" | "setPriorityIn" | "eventIn" | "respondedIn">;
  readonly files: Pick<Files, "bytesOf">;
  readonly linkTo: (number: string) => string;
  readonly now: () => number;
  /** Tells of what changed here, in its transaction; the answer is called after the commit. */
  readonly tellIn: (
    trx: Db,
    it: { readonly ticketId: string; readonly news: readonly DeskTold[] },
  ) => Promise<() => void>;
}

/**
 * Makes a ticket and its counterpart the same: opens it there where it is not, takes over what was done there, and
 * tells what is new here. May be repeated at any time and broken off anywhere: nothing is told twice.
 */
export async function syncTicket(parts: SyncParts, link: LinkRow): Promise<void> {
  const opened = link.remote_id ?? (await openThere(parts, link));
  const there = await parts.other.read(opened);
  const here = await takeOver(parts, { link: { ...link, remote_id: opened }, there });
  const change = { state: here.state.send, priority: here.priority.send };
  if (change.state !== undefined || change.priority !== undefined) await parts.other.change(opened, change);
  await setLink(parts.store.db, link.ticket_id, {
    base_state: here.state.now,
    base_priority: here.priority.now,
    remote_state: change.state ?? there.state,
    remote_priority: change.priority ?? there.priority,
  });
  await sendComments(parts, { ticketId: link.ticket_id, there });
  await sendFiles(parts, { ticketId: link.ticket_id, remoteId: opened });
}

/** Whatever became of an earlier try is looked for first. */
async function openThere(parts: SyncParts, link: LinkRow): Promise<string> {
  const { other, now } = parts;
  const { ticket_id: ticketId, tried_at: triedAt } = link;
  if (triedAt !== null && now() - triedAt < settleMs) {
    throw new DeskError("failed", "Whether the ticket was opened is looked for in a minute.", {
      isUnsure: true,
    });
  }
  const reference = await referenceOf(parts, ticketId);
  const earlier = triedAt === null ? undefined : await other.find(reference);
  const opened = earlier ?? (await tryToOpen(parts, { ticketId, reference }));
  await noteOpened(parts, ticketId, opened);
  return opened.id;
}

async function tryToOpen(
  parts: SyncParts,
  { ticketId, reference }: { readonly ticketId: string; readonly reference: string },
): Promise<DeskTicketRef> {
  const { other, now, store } = parts;
  const wish = await describeTicket({ ...parts, db: store.db }, { ticketId, reference });
  await setLink(store.db, ticketId, { tried_at: now() });
  try {
    return await other.open(wish);
  } catch (error) {
    // Where it is known that nothing was opened, nothing need be looked for.
    if (error instanceof DeskError && !error.isUnsure) await setLink(store.db, ticketId, { tried_at: null });
    throw error;
  }
}

async function referenceOf({ store, desk }: SyncParts, ticketId: string): Promise<string> {
  const { number } = await store.db
    .selectFrom("ticket")
    .select("number")
    .where("id", "=", ticketId)
    .executeTakeFirstOrThrow();
  return `DH-${desk.mark}-${number}`;
}

async function noteOpened(parts: SyncParts, ticketId: string, opened: DeskTicketRef): Promise<void> {
  const { id, number, url } = opened;
  const announce = await parts.store.db.transaction().execute(async (trx) => {
    await setLink(trx, ticketId, { remote_id: id, remote_number: number, remote_url: url ?? null });
    await elsewhereIn(trx, parts, { ticketId, what: "linked", value: number });
    await trx.updateTable("ticket").set({ updated_at: parts.now() }).where("id", "=", ticketId).execute();
    return parts.tellIn(trx, { ticketId, news: [{ kind: "linked", number }] });
  });
  announce();
}

interface Settled<T extends string> {
  readonly now: T;
  readonly send: string | undefined;
}

/** What was done there becomes true here, all of it in one transaction. */
async function takeOver(
  parts: SyncParts,
  { link, there }: { readonly link: LinkRow; readonly there: DeskTicket },
): Promise<{ readonly state: Settled<TicketState>; readonly priority: Settled<TicketPriority> }> {
  const { store, tickets, now, desk, mapping } = parts;
  const ticketId = link.ticket_id;
  const isReassigned = (there.assignee ?? null) !== link.remote_assignee;
  const { announce, ...outcome } = await store.db.transaction().execute(async (trx) => {
    const news: DeskTold[] = [];
    const own = createOwnDesk({ db: trx, tickets, now, desk });
    const { state, priority } = await fieldsIn(trx, { link, there, mapping });
    const [forState, forPriority] = [settle(state), settle(priority)];
    await own.change(ticketId, { state: forState.take, priority: forPriority.take });
    if (forState.take !== undefined) news.push({ kind: "state", state: forState.take });
    if (isReassigned) {
      await elsewhereIn(trx, parts, { ticketId, what: "assigned", value: there.assignee ?? "" });
    }
    news.push(...(await takeComments(trx, parts, { ticketId, there })));
    await setLink(trx, ticketId, {
      remote_state: there.state,
      remote_priority: there.priority,
      remote_assignee: there.assignee ?? null,
      remote_updated: toSeen(link.remote_updated, there.updated),
    });
    const isNew = isReassigned || news.length > 0 || forPriority.take !== undefined;
    return {
      state: { now: forState.take ?? state.here, send: forState.send },
      priority: { now: forPriority.take ?? priority.here, send: forPriority.send },
      announce: isNew ? await parts.tellIn(trx, { ticketId, news }) : () => undefined,
    };
  });
  announce();
  return outcome;
}

/**
 * Times there may be as coarse as a second: what is read in the second of a change may miss another of the same second.
 * A time counts as seen when it was found twice, a look apart.
 */
function toSeen(before: string | null, updated: string): string {
  const once = `${updated}?`;
  return before === updated || before === once ? updated : once;
}

async function fieldsIn(
  trx: Db,
  {
    link,
    there,
    mapping,
  }: { readonly link: LinkRow; readonly there: DeskTicket; readonly mapping: OtherDeskMapping },
): Promise<{ readonly state: Field<TicketState>; readonly priority: Field<TicketPriority> }> {
  const ticket = await trx
    .selectFrom("ticket")
    .select(["state", "priority"])
    .where("id", "=", link.ticket_id)
    .executeTakeFirstOrThrow();
  return {
    state: {
      here: ticketStates.find((one) => one === ticket.state) ?? "open",
      hereBefore: link.base_state ?? undefined,
      there: there.state,
      thereBefore: link.remote_state ?? undefined,
      toThere: (value) => mapping.states[value],
      toHere: (value) => mapping.statesBack[value],
    },
    priority: {
      here: ticketPriorities.find((one) => one === ticket.priority) ?? "medium",
      hereBefore: link.base_priority ?? undefined,
      there: there.priority,
      thereBefore: link.remote_priority ?? undefined,
      toThere: (value) => mapping.priorities[value],
      toHere: (value) => mapping.prioritiesBack[value],
    },
  };
}

/** What people wrote there. What we wrote ourselves is known by its author, before we know its id. */
async function takeComments(
  trx: Db,
  { tickets, now, desk }: SyncParts,
  { ticketId, there }: { readonly ticketId: string; readonly there: DeskTicket },
): Promise<DeskTold[]> {
  const own = createOwnDesk({ db: trx, tickets, now, desk });
  const known = new Set((await copiesOf(trx, ticketId)).map(({ remote_id }) => remote_id));
  const told: DeskTold[] = [];
  for (const comment of there.comments) {
    if (comment.isOwn || known.has(comment.id)) continue;
    const files = comment.files.map((name) => `[${name}]`);
    const text = [comment.text, ...files].filter((part) => part !== "").join("\n");
    const objectId = (await own.comment(ticketId, { ...comment, text })).replace("event:", "");
    await saveCopy(trx, {
      ...{ ticket_id: ticketId, object_id: objectId, kind: "event", state: "same" },
      ...{ remote_id: comment.id, reason: null, at: now() },
    });
    if (!comment.isInternal) told.push({ kind: "comment", author: comment.author, text, id: objectId });
  }
  return told;
}

async function elsewhereIn(
  trx: Db,
  { tickets, desk, now }: SyncParts,
  news: { readonly ticketId: string; readonly what: "linked" | "assigned"; readonly value: string },
): Promise<void> {
  const { ticketId, what, value } = news;
  const text = JSON.stringify({ what, desk: desk.name, value });
  const actor = { kind: "desk", id: desk.id, name: desk.name };
  await tickets.eventIn(trx, { ticketId, actor, at: now(), kind: "elsewhere", text });
}
