import { type Account, AppError, type TicketState } from "../contract/index.js";
import type { Db } from "../store/index.js";
import { type Actor, eventIn, type TicketEventKind } from "./events.js";

interface Change {
  readonly ticketId: string;
  readonly actor: Actor;
  readonly at: number;
}

/** Sets the state; setting the present one again writes nothing. */
export async function setStateIn(
  trx: Db,
  change: Change & { readonly state: TicketState },
): Promise<"changed" | "same"> {
  const { state } = change;
  const { numUpdatedRows } = await trx
    .updateTable("ticket")
    .set({ state, updated_at: change.at })
    .where("id", "=", change.ticketId)
    .where("state", "<>", state)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return "same";
  await tell(trx, change, { kind: "state", text: state });
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
    .set({ assignee_id: assignee?.id ?? null, updated_at: change.at })
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
    .set({ group_id: change.group.id, assignee_id: null, updated_at: change.at })
    .where("id", "=", change.ticketId)
    .execute();
  await tell(trx, change, { kind: "group", text: change.group.name });
}

const settled: readonly TicketState[] = ["resolved", "closed", "canceled"];

/**
 * What accepting an attendance does to its ticket: it leaves the queue for "in progress" and has a responsible (S2-52).
 * A ticket that is settled keeps its state.
 */
export async function acceptedIn(
  trx: Db,
  change: { readonly ticketId: string; readonly agent: Pick<Account, "id" | "name">; readonly at: number },
): Promise<void> {
  const { ticketId, agent, at } = change;
  const actor = { kind: "agent", id: agent.id, name: agent.name };
  const ticket = await trx
    .selectFrom("ticket")
    .select(["state", "assignee_id"])
    .where("id", "=", ticketId)
    .executeTakeFirst();
  if (ticket === undefined) return;
  if (ticket.assignee_id !== agent.id) await assignIn(trx, { ticketId, actor, at, assignee: agent });
  if (!settled.some((state) => state === ticket.state)) {
    await setStateIn(trx, { ticketId, actor, at, state: "in-progress" });
  }
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
