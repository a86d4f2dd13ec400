import { z } from "zod";
import type { TimelineEntry } from "../contract/index.js";
import { type Db, newId, toJson } from "../store/index.js";

export const actorSchema = z.object({ kind: z.string(), id: z.string(), name: z.string() });
export type Actor = TimelineEntry["actor"];

/** What a ticket keeps as its own history; messages and attendances are kept by their own tables. */
export type TicketEventKind =
  | "opened"
  | "state"
  | "assigned"
  | "group"
  | "note"
  | "memo"
  | "edited"
  | "consult"
  | "overflowed";

export interface TicketEvent {
  readonly ticketId: string;
  readonly kind: TicketEventKind;
  readonly actor: Actor;
  /** The state's code, whom it was given to, the group that is asked too, the note, what was edited ("priority:high"), or the consult as JSON. */
  readonly text: string;
  readonly at: number;
}

/** Writes one line of a ticket's history inside the caller's transaction. */
export async function eventIn(trx: Db, event: TicketEvent): Promise<void> {
  await trx
    .insertInto("ticket_event")
    .values({
      id: newId(),
      ticket_id: event.ticketId,
      at: event.at,
      kind: event.kind,
      actor_json: toJson(event.actor),
      text: event.text,
    })
    .execute();
}
