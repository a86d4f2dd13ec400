import { AppError, type Locale, type Principal, type Ticket } from "../contract/index.js";
import type { Conversations } from "../conversation/index.js";
import type { Handoff } from "../handoff/index.js";
import type { Store } from "../store/index.js";
import type { Tickets } from "../tickets/index.js";
import type { Doors } from "./doors.js";

export interface AttendanceWish {
  readonly person: Principal;
  readonly locale: Locale;
  /** Left out for direct attendance, which takes the activity of parameter 317 (S0-15). */
  readonly activityId: string | undefined;
  readonly description: string;
  readonly fields: Readonly<Record<string, string>> | undefined;
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

  async function register(wish: AttendanceWish, conversationId: string): Promise<Ticket> {
    const { person, description, locale } = wish;
    const { messages, ticketId } = await store.db.transaction().execute(async (trx) => {
      const opened = await tickets.openIn(trx, {
        ...wish,
        direct: wish.activityId === undefined,
        conversationId,
      });
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
    await doors.require({ person, activityId: wish.activityId });
    await tickets.requireAttendance();
    const conversation = await conversations.open({ requesterId: person.accountId, channel: "web", locale });
    const present = await handoff.reads.ofConversation(conversation.id, "requester");
    const isRepeat = conversation.owner_kind !== "assistant" && (await hasCause(store, causeId));
    if (conversation.owner_kind !== "assistant" && !isRepeat) {
      throw new AppError(
        "conversation/move-refused",
        "You already have an attendance; end it first or go on there.",
        {
          details: { conversationId: conversation.id, attendanceId: present?.id },
        },
      );
    }
    const ticket = await register(wish, conversation.id);
    const groupId = await doors.groupFor({ groupId: ticket.group?.id, activityId: ticket.activity.id });
    const outcome = await handoff.request({
      conversationId: conversation.id,
      requester: person,
      groupIds: groupId === undefined ? [] : [groupId],
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
    if (outcome.status === "off")
      throw new AppError("attendance/off", "Talking to an attendant is switched off.");
    if (outcome.status === "not-configured") {
      throw new AppError(
        "attendance/not-configured",
        "No group takes attendances for this; parameter 389 can name one.",
      );
    }
    return ticket;
  };
}

async function hasCause(store: Store, causeId: string): Promise<boolean> {
  const row = await store.db
    .selectFrom("attendance")
    .select("id")
    .where("cause_id", "=", causeId)
    .executeTakeFirst();
  return row !== undefined;
}
