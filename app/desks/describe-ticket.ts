import { localeSchema, type OtherDeskMapping } from "../../contract/index.js";
import type { Db } from "../../store/index.js";
import type { Tickets } from "../../tickets/index.js";
import { DeskError, type NewDeskTicket } from "./ticket-desk.js";

export interface DescribeParts {
  readonly db: Db;
  readonly tickets: Pick<Tickets, "byId">;
  readonly mapping: OtherDeskMapping;
  /** Where people read a ticket here. */
  readonly linkTo: (number: string) => string;
}

/** A ticket in the words of the other desk, as it is when it is opened there. */
export async function describeTicket(
  { db, tickets, mapping, linkTo }: DescribeParts,
  { ticketId, reference }: { readonly ticketId: string; readonly reference: string },
): Promise<NewDeskTicket> {
  const row = await db
    .selectFrom("ticket")
    .innerJoin("account", "account.id", "ticket.requester_id")
    .select(["ticket.locale", "account.email"])
    .where("ticket.id", "=", ticketId)
    .executeTakeFirst();
  const ticket = await tickets.byId(ticketId, localeSchema.catch("en").parse(row?.locale));
  if (row === undefined || ticket === undefined) throw new DeskError("gone", "There is no such ticket.");
  const fields = ticket.fields.map(({ label, value }) => `${label}: ${value}`).join("\n");
  const parts = [ticket.description, fields, linkTo(ticket.number)];
  return {
    reference,
    title: ticket.activity.name,
    text: parts.filter((part) => part !== "").join("\n\n"),
    state: mapping.states[ticket.state],
    priority: mapping.priorities[ticket.priority],
    place: placeOf(mapping, [ticket.activity.id, ticket.service?.id]),
    kind: ticket.kind,
    requester: { name: ticket.requester.name, email: row.email ?? (mapping.customer || undefined) },
  };
}

/** The activity's own place, else its service's, else the one of all. */
function placeOf({ places, place }: OtherDeskMapping, ids: readonly (string | undefined)[]): string {
  for (const id of ids) {
    const found = places.find((one) => one.id === id);
    if (found !== undefined) return found.place;
  }
  return place;
}
