import type { Mailer } from "../../config/index.js";
import {
  AppError,
  localeSchema,
  type NewTicketMessage,
  type Principal,
  type Ticket,
  type TicketMessage,
  testMailSchema,
} from "../../contract/index.js";
import { type Db, newId, type Row, type Store } from "../../store/index.js";
import type { Tickets } from "../../tickets/index.js";
import { exchangeMail } from "./mail-words.js";

const shownMost = 500;
const carried: readonly string[] = ["waiting", "sent"];

/** Messages between a ticket's requester and those who work on it, apart from the chat (S2-X5). */
export interface Exchange {
  /** The newest first; for those who may see the ticket. */
  list(person: Principal, number: string): Promise<TicketMessage[]>;
  /** Writes one, with an e-mail to the other side where that is wished; a repeat is answered with the first. */
  write(person: Principal, number: string, form: NewTicketMessage): Promise<TicketMessage>;
}

export interface ExchangeOptions {
  readonly store: Store;
  readonly tickets: Pick<Tickets, "byNumber">;
  readonly mailer: Pick<Mailer, "writeIn">;
  readonly baseUrl: () => string;
  readonly now: () => number;
  readonly changed: (ticketId: string) => void;
  /** Told after the commit of each message of a requester, once. */
  readonly written: (message: {
    readonly ticketId: string;
    readonly messageId: string;
    readonly author: { readonly id: string; readonly name: string };
    readonly text: string;
  }) => void;
}

type MessageRow = Row<"ticket_message"> & { readonly mail_state: string | null };

export function createExchange(options: ExchangeOptions): Exchange {
  const { store, tickets, now } = options;
  const { db } = store;

  async function insert(person: Principal, ticket: Ticket, form: NewTicketMessage): Promise<void> {
    const side = ticket.requester.id === person.accountId ? "requester" : "agent";
    const to = form.sendEmail ? await addresseeOf(db, ticket, side) : undefined;
    const mailId = to === undefined ? null : newId();
    const { requestId, text } = form;
    const messageId = await db.transaction().execute(async (trx) => {
      const inserted = await trx
        .insertInto("ticket_message")
        .values({
          id: newId(),
          ticket_id: ticket.id,
          request_id: requestId,
          author_id: person.accountId,
          author_name: person.name,
          side,
          text,
          mail_id: mailId,
          created_at: now(),
        })
        .onConflict((conflict) => conflict.columns(["ticket_id", "author_id", "request_id"]).doNothing())
        .returning("id")
        .executeTakeFirst();
      if (inserted === undefined) return undefined;
      await trx.updateTable("ticket").set({ updated_at: now() }).where("id", "=", ticket.id).execute();
      if (to !== undefined && mailId !== null) {
        await options.mailer.writeIn(trx, { ...to, id: mailId, ...mailOf(ticket, side, text) });
      }
      return inserted.id;
    });
    if (messageId === undefined || side === "agent") return;
    const author = { id: person.accountId, name: person.name };
    options.written({ ticketId: ticket.id, messageId, author, text });
  }

  function mailOf(ticket: Ticket, side: TicketMessage["side"], message: string) {
    const path = `/tickets/${ticket.number}`;
    const values = {
      requesterName: ticket.requester.name,
      agentName: ticket.assignee?.name ?? "",
      ticketNumber: ticket.number,
      message,
      link: `${options.baseUrl()}${side === "agent" ? path : "/agent"}`,
    };
    const about = { kind: "ticket" as const, objectId: ticket.id };
    return { kind: "ticket-message" as const, about, template: asTemplate, values };
  }

  return {
    list: async (person, number) => {
      const ticket = await tickets.byNumber(person, number, "en");
      const rows = await rowsOf(db, ticket.id)
        .orderBy("ticket_message.id", "desc")
        .limit(shownMost)
        .execute();
      return rows.map(toMessage);
    },
    write: async (person, number, form) => {
      const ticket = await tickets.byNumber(person, number, "en");
      await insert(person, ticket, form);
      const row = await rowsOf(db, ticket.id)
        .where("author_id", "=", person.accountId)
        .where("request_id", "=", form.requestId)
        .executeTakeFirst();
      if (row === undefined) throw new AppError("server/busy", "Please try again.");
      options.changed(ticket.id);
      return toMessage(row);
    },
  };
}

/** Only its words count here; it is no template that an admin keeps. */
const asTemplate = {
  ...exchangeMail,
  id: "",
  name: "ticket-message",
  usedBy: [],
  createdAt: 0,
  updatedAt: 0,
};

function rowsOf(db: Db, ticketId: string) {
  return db
    .selectFrom("ticket_message")
    .leftJoin("mail", "mail.id", "ticket_message.mail_id")
    .selectAll("ticket_message")
    .select("mail.state as mail_state")
    .where("ticket_message.ticket_id", "=", ticketId);
}

/** The other side's address, where it has one that can be written to (reliability S36). */
async function addresseeOf(db: Db, ticket: Ticket, side: TicketMessage["side"]) {
  const accountId = side === "agent" ? ticket.requester.id : ticket.assignee?.id;
  if (accountId === undefined) return undefined;
  const row = await db
    .selectFrom("account")
    .select(["email", "locale", "active"])
    .where("id", "=", accountId)
    .executeTakeFirst();
  const address = testMailSchema.shape.to.safeParse(row?.email);
  if (row?.active !== 1 || !address.success) return undefined;
  return { accountId, address: address.data, locale: localeSchema.catch("en").parse(row.locale) };
}

/** How the requests of mails are called whose sender is not proven; all that came by mail begin with "mail:". */
export const unprovenPrefix = "mail:unproven:";

function toMessage(row: MessageRow): TicketMessage {
  return {
    id: row.id,
    author: { id: row.author_id, name: row.author_name },
    side: row.side === "agent" ? "agent" : "requester",
    text: row.text,
    isMailed: carried.includes(row.mail_state ?? ""),
    ...(row.request_id.startsWith("mail:") ? { via: "mail" as const } : {}),
    ...(row.request_id.startsWith(unprovenPrefix) ? { isUnproven: true as const } : {}),
    sentAt: row.created_at,
  };
}
