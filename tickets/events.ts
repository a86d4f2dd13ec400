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
  | "overflowed"
  | "elsewhere";

export interface TicketEvent {
  readonly ticketId: string;
  readonly kind: TicketEventKind;
  readonly actor: Actor;
  /** The state's code, whom it was given to, the group that is asked too, the note, what was edited ("priority:high"), or as JSON the consult and what happened at another desk. */
  readonly text: string;
  readonly at: number;
}

/** What is told of a ticket at the desk of another house; who works on it there has no account here. */
export const elsewhereSchema = z.strictObject({
  what: z.enum(["linked", "assigned"]),
  desk: z.string(),
  /** The number there, or the name of who has it. */
  value: z.string(),
});
export type Elsewhere = z.infer<typeof elsewhereSchema>;

/** Writes one line of a ticket's history inside the caller's transaction; answers its id. */
export async function eventIn(trx: Db, event: TicketEvent): Promise<string> {
  const id = newId();
  await trx
    .insertInto("ticket_event")
    .values({
      id,
      ticket_id: event.ticketId,
      at: event.at,
      kind: event.kind,
      actor_json: toJson(event.actor),
      text: event.text,
    })
    .execute();
  return id;
}
