import { z } from "zod";
import { ticketPriorities, ticketStates } from "../../contract/index.js";
import { type Db, fromJson, type Row } from "../../store/index.js";
import type { Tickets } from "../../tickets/index.js";
import { talkPartOf } from "./talk-part.js";
import { type DeskComment, DeskError, type NewDeskComment, type TicketDesk } from "./ticket-desk.js";

const actorSchema = z.object({ kind: z.string(), id: z.string(), name: z.string() });
const stateSchema = z.enum(ticketStates);
const prioritySchema = z.enum(ticketPriorities);

export interface OwnDeskParts {
  /** Everything runs in the caller's transaction, or reads from the store as it is. */
  readonly db: Db;
  readonly tickets: Pick<Tickets, "setStateIn" | "setPriorityIn" | "eventIn" | "respondedIn">;
  readonly now: () => number;
  /** In whose name is written what comes from elsewhere. */
  readonly desk: { readonly id: string; readonly name: string };
}

/** Our own store as a desk like others: what of a ticket another may know, and what another may do with it. */
export function createOwnDesk({ db, tickets, now, desk }: OwnDeskParts): TicketDesk {
  const actorOf = (author: string) => ({
    kind: "desk",
    id: desk.id,
    name: author === "" ? desk.name : `${author} · ${desk.name}`,
  });
  return {
    read: async (id) => {
      const ticket = await db
        .selectFrom("ticket")
        .leftJoin("account as assignee", "assignee.id", "ticket.assignee_id")
        .select(["ticket.id", "ticket.number", "ticket.state", "ticket.priority", "ticket.updated_at"])
        .select(["ticket.requester_id", "ticket.conversation_id", "assignee.name as assignee_name"])
        .where("ticket.id", "=", id)
        .executeTakeFirst();
      if (ticket === undefined) throw new DeskError("gone", "There is no such ticket.");
      return {
        id,
        number: ticket.number,
        state: ticket.state,
        priority: ticket.priority,
        assignee: ticket.assignee_name ?? undefined,
        updated: String(ticket.updated_at),
        comments: await readComments(db, ticket),
      };
    },
    comment: async (ticketId, { text, isInternal, author, isRequesters }: NewDeskComment) => {
      const at = now();
      if (!isInternal) {
        if (!isRequesters) await tickets.respondedIn(db, ticketId, at);
        await db.updateTable("ticket").set({ updated_at: at }).where("id", "=", ticketId).execute();
      }
      const kind = isInternal ? "note" : "memo";
      return `event:${await tickets.eventIn(db, { ticketId, actor: actorOf(author), at, kind, text })}`;
    },
    change: async (ticketId, { state, priority }) => {
      const base = { ticketId, actor: actorOf(""), at: now() };
      if (state !== undefined) await tickets.setStateIn(db, { ...base, state: stateSchema.parse(state) });
      if (priority !== undefined) {
        await tickets.setPriorityIn(db, { ...base, priority: prioritySchema.parse(priority) });
      }
    },
  };
}

interface Placed {
  readonly at: number;
  readonly comment: DeskComment;
}

/** Messages apart from the chat, memos, notes, and the talk once it is over; in the order they were written. */
async function readComments(
  db: Db,
  ticket: Pick<Row<"ticket">, "id" | "requester_id" | "conversation_id">,
): Promise<DeskComment[]> {
  const messages = await db
    .selectFrom("ticket_message")
    .selectAll()
    .where("ticket_id", "=", ticket.id)
    .execute();
  const events = await db
    .selectFrom("ticket_event")
    .selectAll()
    .where("ticket_id", "=", ticket.id)
    .where("kind", "in", ["note", "memo"])
    .execute();
  const talk = await talkPartOf(db, ticket);
  const placed: Placed[] = [
    ...messages.map((row) => ({ at: row.created_at, comment: ofMessage(row) })),
    ...events.map((row) => ({ at: row.at, comment: ofEvent(row, ticket.requester_id) })),
    ...(talk === undefined ? [] : [talk]),
  ];
  return placed.sort((a, b) => a.at - b.at).map(({ comment }) => comment);
}

function ofMessage(row: Row<"ticket_message">): DeskComment {
  return {
    id: `message:${row.id}`,
    author: row.author_name,
    text: row.text,
    isInternal: false,
    isOwn: true,
    isRequesters: row.side === "requester",
    files: [],
  };
}

function ofEvent(row: Row<"ticket_event">, requesterId: string): DeskComment {
  const actor = fromJson(actorSchema, row.actor_json);
  return {
    id: `event:${row.id}`,
    author: actor.name,
    text: row.text,
    isInternal: row.kind === "note",
    isOwn: actor.kind !== "desk",
    isRequesters: actor.id === requesterId,
    files: [],
  };
}
