import type { Desk } from "../bot/index.js";
import type { Parameters } from "../config/index.js";
import { AppError, type Ticket } from "../contract/index.js";
import type { Conversations } from "../conversation/index.js";
import type { Handoff } from "../handoff/index.js";
import type { Articles, Feedback } from "../knowledge/index.js";
import type { DetectLanguage, Recognizer } from "../nlp/index.js";
import type { Store } from "../store/index.js";
import { type ActivityCatalog, parseAnswer, type Tickets } from "../tickets/index.js";
import type { Finder } from "./finder.js";
import { toHeard } from "./understanding.js";

const finishedStates: readonly string[] = ["resolved", "closed", "canceled"];
/** A language is changed in the middle of a talk only by words that leave no doubt. */
const sureOfLanguage = 0.8;

export interface AssistantParts {
  readonly store: Store;
  readonly parameters: Parameters;
  readonly recognizer: Recognizer;
  readonly detectLanguage: DetectLanguage;
  readonly finder: Finder;
  readonly articles: Articles;
  readonly feedback: Feedback;
  readonly catalog: ActivityCatalog;
  readonly tickets: Tickets;
  readonly handoff: Handoff;
  readonly conversations: Conversations;
  readonly askElsewhere: Desk["askElsewhere"];
  readonly now: () => number;
  /** Guests reach fewer than others (S2-X1). */
  readonly modeFor: Desk["mode"];
  readonly welcome: Desk["welcome"];
  readonly initialAction: Desk["initialAction"];
}

type Wish<N extends "openTicket" | "handOver" | "resume"> = globalThis.Parameters<Desk[N]>[0];

/** What the assistant can do, put together from the parts that do it. */
export function createAssistantDesk(parts: AssistantParts): Desk {
  const { parameters, recognizer, finder, catalog, tickets, now } = parts;
  return {
    mode: parts.modeFor,
    welcome: parts.welcome,
    initialAction: parts.initialAction,
    fallbackText: parameters.fallbackText,
    hear: (text, prior) => {
      const { language, confidence } = parts.detectLanguage(text, { prior });
      const spoken = confidence >= sureOfLanguage ? language : prior;
      return toHeard(recognizer.recognize(text, { language: spoken }), recognizer.threshold);
    },
    findArticles: async (person, text, locale) => finder.search(person, text, locale),
    findTitles: async (person, text, locale) => finder.titles(person, text, locale),
    askElsewhere: parts.askElsewhere,
    readArticle: (person, id) => parts.articles.get(person, id),
    activities: async (person, locale) =>
      (await catalog.available(person, locale)).flatMap((one) =>
        one.services.flatMap((service) => service.activities),
      ),
    parseField: (field, text, locale) => parseAnswer(field, text, { locale, now: now() }),
    openTicket: (wish) => openTicket(parts, wish),
    findTicket: async (person, number) => {
      const { items } = await tickets.list(person, { view: "mine", q: number, limit: 5 }, "en");
      return items.find((ticket) => ticket.number === number);
    },
    ticketOf: async (person, conversationId) => {
      const ticketId = (await parts.conversations.byId(conversationId))?.ticket_id ?? undefined;
      const ticket = ticketId === undefined ? undefined : await tickets.byId(ticketId, "en");
      return ticket !== undefined && isOpen(ticket) && ticket.requester.id === person.accountId
        ? ticket
        : undefined;
    },
    openTickets: async (person) =>
      (await tickets.list(person, { view: "mine", limit: 20 }, "en")).items.filter(isOpen),
    requireHandOver: async (person) => {
      const mode = parts.modeFor(person);
      if (mode === "automatic" || mode === "off") {
        throw new AppError("attendance/off", "Talking to an attendant is switched off.");
      }
      await tickets.requireAttendance();
    },
    handOver: (wish) => handOver(parts, wish),
    resume: (wish) => resume(parts, wish),
    setLocale: parts.conversations.setLocale,
    articleFeedback: (person, articleId, helped) =>
      parts.feedback.give({ articleId, accountId: person.accountId, helped }),
  };
}

function isOpen(ticket: Ticket): boolean {
  return !finishedStates.includes(ticket.state);
}

/** Registers the ticket and makes it the conversation's, in one transaction. */
async function openTicket(
  { store, tickets, conversations }: AssistantParts,
  wish: Wish<"openTicket">,
): Promise<Ticket> {
  const { locale, conversationId } = wish;
  const opened = await store.db.transaction().execute(async (trx) => {
    const ticket = await tickets.openIn(trx, { ...wish, direct: wish.activityId === undefined });
    await conversations.linkTicketIn(trx, conversationId, ticket.id);
    return ticket;
  });
  conversations.announce({ conversationIds: [conversationId] });
  const ticket = await tickets.byId(opened.id, locale);
  if (ticket === undefined)
    throw new AppError("ticket/not-found", "The ticket that was just opened is gone.");
  return ticket;
}

async function handOver(parts: AssistantParts, wish: Wish<"handOver">): Promise<void> {
  const { handoff, parameters, catalog } = parts;
  const { ticket, person, locale, context } = wish;
  const groupId = ticket.group?.id ?? (await catalog.groupOf(ticket.activity.id)) ?? parameters.idOf(389);
  const outcome = await handoff.request({
    conversationId: wish.conversationId,
    epoch: wish.epoch,
    requester: person,
    groupIds: groupId === undefined ? [] : [groupId],
    question: context.question === "" ? ticket.description : context.question,
    language: locale,
    context,
    ticketId: ticket.id,
    causeId: wish.causeId,
  });
  if (outcome.status === "not-configured") {
    throw new AppError(
      "attendance/not-configured",
      "No group takes attendances for this; parameter 389 can name one.",
    );
  }
}

async function resume({ handoff, modeFor }: AssistantParts, wish: Wish<"resume">) {
  const { person, ticketNumber, causeId } = wish;
  const mode = modeFor(person);
  if (mode === "off" || (person.guest && mode === "automatic")) return "none" as const;
  const outcome = await handoff.resume({ requester: person, ticketNumber, causeId });
  switch (outcome.status) {
    case "active":
    case "waiting":
      return "resumed" as const;
    case "refused":
      return "busy" as const;
    case "none":
    case "not-configured":
      return "none" as const;
  }
}
