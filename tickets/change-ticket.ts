import {
  type Account,
  AppError,
  finishedStates,
  type TicketPriority,
  type TicketState,
} from "../contract/index.js";
import type { Db } from "../store/index.js";
import type { TicketClock } from "./agreements/index.js";
import { type Actor, eventIn, type TicketEventKind } from "./events.js";

interface Change {
  readonly ticketId: string;
  readonly actor: Actor;
  readonly at: number;
}

/** Sets the state and moves the clocks with it; setting the present one again writes nothing. */
export async function setStateIn(
  trx: Db,
  change: Change & { readonly state: TicketState; readonly clock: TicketClock },
): Promise<"changed" | "same"> {
  const { state, clock, ticketId, at } = change;
  const { numUpdatedRows } = await trx
    .updateTable("ticket")
    .set((eb) => ({ state, version: eb("version", "+", 1), updated_at: change.at }))
    .where("id", "=", change.ticketId)
    .where("state", "<>", state)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return "same";
  await clock.stateChangedIn(trx, { ticketId, state, at });
  await tell(trx, change, { kind: "state", text: state });
  return "changed";
}

/** Sets the priority by itself, whatever impact and urgency say; setting the present one again writes nothing. */
export async function setPriorityIn(
  trx: Db,
  change: Change & { readonly priority: TicketPriority; readonly clock: TicketClock },
): Promise<"changed" | "same"> {
  const { priority, clock, ticketId, at } = change;
  const { numUpdatedRows } = await trx
    .updateTable("ticket")
    .set((eb) => ({ priority, version: eb("version", "+", 1), updated_at: at }))
    .where("id", "=", ticketId)
    .where("priority", "<>", priority)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return "same";
  await tell(trx, change, { kind: "edited", text: `priority:${priority}` });
  await clock.decideIn(trx, ticketId, at);
  return "changed";
}

/** Gives the ticket to somebody, or takes it back with `undefined`. */
export async function assignIn(
  trx: Db,
  change: Change & { readonly assignee: Pick<Account, "id" | "name"> | undefined },
): Promise<void> {
  const { assignee } = change;
  await trx
    .updateTable("ticket")
    .set((eb) => ({
      assignee_id: assignee?.id ?? null,
      version: eb("version", "+", 1),
      updated_at: change.at,
    }))
    .where("id", "=", change.ticketId)
    .execute();
  await tell(trx, change, { kind: "assigned", text: assignee?.name ?? "" });
}

/** Hands the ticket to another group, which starts without an assignee. */
export async function setGroupIn(
  trx: Db,
  change: Change & { readonly group: { readonly id: string; readonly name: string } },
): Promise<void> {
  await trx
    .updateTable("ticket")
    .set((eb) => ({
      group_id: change.group.id,
      assignee_id: null,
      version: eb("version", "+", 1),
      updated_at: change.at,
    }))
    .where("id", "=", change.ticketId)
    .execute();
  await tell(trx, change, { kind: "group", text: change.group.name });
}

export interface Acceptance {
  readonly ticketId: string;
  readonly agent: Pick<Account, "id" | "name">;
  /** For which group the agent took it (S0-25). */
  readonly groupId?: string | undefined;
  readonly at: number;
}

/**
 * What accepting an attendance does to its ticket: it leaves the queue for "in progress" and has a responsible (S2-52).
 * A ticket that is settled keeps its state.
 */
export async function acceptedIn(
  trx: Db,
  change: Acceptance & { readonly clock: TicketClock },
): Promise<void> {
  const { ticketId, agent, groupId, clock, at } = change;
  const actor = { kind: "agent", id: agent.id, name: agent.name };
  const ticket = await trx
    .selectFrom("ticket")
    .select(["state", "assignee_id", "group_id"])
    .where("id", "=", ticketId)
    .executeTakeFirst();
  if (ticket === undefined) return;
  const group = groupId === ticket.group_id ? undefined : await findGroup(trx, groupId);
  if (group !== undefined) await setGroupIn(trx, { ticketId, actor, at, group });
  if (group !== undefined || ticket.assignee_id !== agent.id)
    await assignIn(trx, { ticketId, actor, at, assignee: agent });
  if (!finishedStates.some((state) => state === ticket.state)) {
    await setStateIn(trx, { ticketId, actor, at, state: "in-progress", clock });
  }
}

async function findGroup(trx: Db, id: string | undefined) {
  if (id === undefined) return undefined;
  return trx.selectFrom("assignment_group").select(["id", "name"]).where("id", "=", id).executeTakeFirst();
}

/** Puts the ticket's conversation into its record, so that the transcript stands in the timeline. */
export async function linkConversationIn(
  trx: Db,
  link: { readonly ticketId: string; readonly conversationId: string; readonly at: number },
): Promise<void> {
  await trx
    .updateTable("ticket")
    .set({ conversation_id: link.conversationId, updated_at: link.at })
    .where("id", "=", link.ticketId)
    .execute();
}

/** Throws unless the account may work on tickets. */
export async function requireAgent(trx: Db, accountId: string): Promise<{ id: string; name: string }> {
  const account = await trx
    .selectFrom("account")
    .select(["id", "name"])
    .where("id", "=", accountId)
    .where("active", "=", 1)
    .where("role", "in", ["agent", "supervisor", "admin"])
    .executeTakeFirst();
  if (account === undefined) throw new AppError("request/malformed", "There is no such attendant.");
  return account;
}

async function tell(trx: Db, change: Change, line: { kind: TicketEventKind; text: string }): Promise<void> {
  const { ticketId, actor, at } = change;
  await eventIn(trx, { ticketId, actor, at, ...line });
}
