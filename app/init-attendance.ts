import { AppError, type Locale, type Principal, type Ticket } from "../contract/index.js";
import type { Conversations } from "../conversation/index.js";
import type { Handoff } from "../handoff/index.js";
import type { Store } from "../store/index.js";
import { plainNumber, type Tickets } from "../tickets/index.js";
import type { DoorQuestion, Doors } from "./doors.js";
import { isClosed, refusalOf } from "./refusal.js";

export interface AttendanceWish {
  readonly person: Principal;
  readonly locale: Locale;
  /** Left out for direct attendance, which takes the activity of parameter 317 (S0-15). */
  readonly activityId: string | undefined;
  readonly description: string;
  readonly fields: Readonly<Record<string, string>> | undefined;
  /**
   * Number of an earlier ticket of this person (S1-14): attendance goes straight to its group (S1-32). Without an
   * activity it is about that ticket itself, with one the new ticket names it.
   */
  readonly previousTicket?: string | undefined;
  /** A new ticket even where an earlier one is named and nothing is chosen. */
  readonly direct?: boolean | undefined;
  /** Names the request: a repeat finds the first ticket and attendance. */
  readonly causeId: string;
}

export type InitAttendance = (wish: AttendanceWish) => Promise<Ticket>;

/**
 * Init attendance and Init direct attendance (S0-14, S0-15): registers the ticket, puts its description into the
 * requester's conversation, and queues it. Refused where no door to a person exists, and while another attendance of
 * the requester is open; nothing is registered then.
 */
export function createInitAttendance(parts: {
  readonly store: Store;
  readonly doors: Doors;
  readonly conversations: Conversations;
  readonly handoff: Handoff;
  readonly tickets: Tickets;
  readonly now: () => number;
}): InitAttendance {
  const { store, doors, conversations, handoff, tickets, now } = parts;

  async function register(
    wish: AttendanceWish,
    conversationId: string,
    previous: Ticket | undefined,
  ): Promise<Ticket> {
    const { person, description, locale } = wish;
    const { messages, ticketId } = await store.db.transaction().execute(async (trx) => {
      const direct = wish.activityId === undefined;
      const isAboutPrevious = direct && wish.direct !== true;
      const opened =
        previous !== undefined && isAboutPrevious
          ? previous
          : await tickets.openIn(trx, { ...wish, direct, conversationId });
      await conversations.linkTicketIn(trx, conversationId, opened.id);
      const sender = { kind: "requester" as const, id: person.accountId, name: person.name };
      const draft = { conversationId, clientMessageId: wish.causeId, sender, text: description };
      const stored = await conversations.appendIn(trx, [draft], now());
      return {
        ticketId: opened.id,
        messages: stored.flatMap((one) => (one.status === "stored" ? [one.message] : [])),
      };
    });
    conversations.announce({ messages });
    const ticket = await tickets.byId(ticketId, locale);
    if (ticket === undefined)
      throw new AppError("ticket/not-found", "The ticket that was just opened is gone.");
    return ticket;
  }

  return async (wish) => {
    const { person, locale, description, causeId } = wish;
    const { previousTicket, activityId } = wish;
    const previous =
      previousTicket === undefined ? undefined : await ownTicket(tickets, person, previousTicket, locale);
    const question: DoorQuestion =
      previous === undefined
        ? { person, locale, activityId }
        : { person, locale, ticketGroupId: previous.group?.id, activityId: previous.activity.id };
    const isRepeat = await hasCause(store, causeId);
    // Before anything is registered: nobody is put before a closed door (zammad#4970).
    if (!isRepeat) await doors.require(question);
    await tickets.requireAttendance();
    const conversation = await conversations.open({ requesterId: person.accountId, channel: "web", locale });
    if (conversation.owner_kind !== "assistant" && !isRepeat) {
      const present = await handoff.reads.ofConversation(conversation.id, "requester");
      throw new AppError(
        "conversation/move-refused",
        "You already have an attendance; end it first or go on there.",
        {
          details: { conversationId: conversation.id, attendanceId: present?.id },
        },
      );
    }
    const target = await doors.targetOf(question);
    const ticket = await register(wish, conversation.id, previous);
    const outcome = await handoff.request({
      conversationId: conversation.id,
      requester: person,
      ...target,
      question: description,
      language: locale,
      context: {
        reason: "direct",
        question: description,
        language: locale,
        candidates: [],
        articles: [],
        fields: ticket.fields,
      },
      ticketId: ticket.id,
      causeId,
    });
    if (isClosed(outcome)) throw refusalOf(outcome);
    return ticket;
  };
}

/** Only the requester's own; a finished one may be named too, it is the previous one. */
async function ownTicket(
  tickets: Tickets,
  person: Principal,
  number: string,
  locale: Locale,
): Promise<Ticket> {
  const { items } = await tickets.list(person, { view: "mine", q: number, limit: 20 }, locale);
  const ticket = items.find((one) => one.number === plainNumber(number));
  if (ticket !== undefined) return ticket;
  throw new AppError("ticket/invalid-fields", `You have no ticket ${number}.`, {
    details: { fields: { previousTicket: "not-found" } },
  });
}

async function hasCause(store: Store, causeId: string): Promise<boolean> {
  const row = await store.db
    .selectFrom("attendance")
    .select("id")
    .where("cause_id", "=", causeId)
    .executeTakeFirst();
  return row !== undefined;
}
