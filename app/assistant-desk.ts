import type { Desk, FoundArticle, Matter } from "../bot/index.js";
import type { Modes, Parameters } from "../config/index.js";
import { AppError, locales, type Mode, type Principal, type Ticket } from "../contract/index.js";
import type { Conversations, Files } from "../conversation/index.js";
import type { Handoff } from "../handoff/index.js";
import type { Articles, Feedback, Follower, Reading } from "../knowledge/index.js";
import {
  createFillers,
  type DetectLanguage,
  findEntities,
  type Recognizer,
  type Stemmer,
} from "../nlp/index.js";
import type { Store } from "../store/index.js";
import { type ActivityCatalog, findFields, parseAnswer, type Tickets } from "../tickets/index.js";
import { minimumOf } from "./accuracy.js";
import type { DoorQuestion, Doors } from "./doors.js";
import type { Finder } from "./finder.js";
import { createHear, type Recognize, spokenIn } from "./hearing.js";
import type { ReadDeskNames } from "./learning/desk-names.js";
import { createOffered } from "./offered-activities.js";
import type { Records } from "./records/index.js";
import { refusalOf, requireRequested } from "./refusal.js";
import { toHeard, withMinimum } from "./understanding.js";

const finishedStates: readonly string[] = ["resolved", "closed", "canceled"];

export interface AssistantParts {
  readonly store: Store;
  readonly parameters: Parameters;
  readonly modes: Modes;
  readonly doors: Doors;
  readonly recognizer: Pick<Recognizer, "threshold">;
  readonly recognize: Recognize;
  readonly deskNames: ReadDeskNames;
  readonly stemmer: Stemmer;
  readonly detectLanguage: DetectLanguage;
  readonly finder: Finder;
  readonly follower: Pick<Follower, "isComplete">;
  readonly articles: Articles;
  readonly feedback: Feedback;
  readonly reading: Reading;
  readonly catalog: ActivityCatalog;
  readonly tickets: Tickets;
  readonly handoff: Handoff;
  readonly conversations: Conversations;
  readonly askElsewhere: Desk["askElsewhere"];
  readonly languageModel: Pick<Desk, "writeAnswer" | "judgeAnswer">;
  readonly files: Files;
  readonly records: Pick<Records, "askedAgain">;
  readonly tell: Desk["tell"];
  readonly now: () => number;
  /** Guests reach fewer than others (S2-X1). */
  readonly welcome: Desk["welcome"];
  readonly initialAction: Desk["initialAction"];
}

type Wish<N extends "openTicket" | "handOver" | "resume"> = globalThis.Parameters<Desk[N]>[0];

/** What the assistant can do, put together from the parts that do it. */
export function createAssistantDesk(parts: AssistantParts): Desk {
  const { parameters, recognizer, finder, catalog, tickets, now } = parts;
  const minimum = () => minimumOf(parameters);
  const probable = (found: readonly FoundArticle[]) => {
    const least = minimum() ?? 0;
    return found.filter(({ score }) => score > least);
  };
  const hear = createHear(parts);
  const { stemmer } = parts;
  const offeredIn = createOffered();
  const isStemFiller = createFillers(stemmer);
  const isFiller = (word: string) =>
    locales.some((language) => isStemFiller(stemmer.stem(word, language), language));
  return {
    mode: parts.doors.modeFor,
    modeOf: (matter) => modeOf(parts, matter),
    welcome: parts.welcome,
    initialAction: parts.initialAction,
    fallbackTexts: parameters.fallbackTexts,
    hear: (text, prior) => withMinimum(toHeard(hear(text, prior), recognizer.threshold), minimum()),
    languageOf: (text, prior) => spokenIn(parts.detectLanguage, text, prior),
    tell: parts.tell,
    knowsAllArticles: () => parts.follower.isComplete(),
    findArticles: async (person, text, locale) => probable(finder.answers(person, text, locale)),
    findNamed: async (person, name, locale) => probable(finder.named(person, name, locale)),
    findTitles: async (person, text, locale) => finder.titles(person, text, locale),
    askElsewhere: parts.askElsewhere,
    writeAnswer: parts.languageModel.writeAnswer,
    judgeAnswer: parts.languageModel.judgeAnswer,
    articleOpened: parts.reading.countView,
    readArticle: async (person, id, locale) =>
      parts.articles.get(person, await parts.reading.inLanguage(person, id, locale)),
    activities: async (person, locale) => offeredIn(await catalog.available(person, locale)),
    parseField: (field, text, locale) => parseAnswer(field, text, { locale, now: now() }),
    findFields: async (fields, sentence, locale) => {
      const named = { ...findEntities(sentence), ...(await parts.deskNames(sentence)) };
      return findFields(fields, sentence, { locale, now: now(), ...named, isFiller });
    },
    openTicket: (wish) => openTicket(parts, wish),
    findTicket: async (person, number, locale) => {
      const { items } = await tickets.list(person, { view: "mine", q: number, limit: 5 }, locale);
      const byOwn = items.find((ticket) => ticket.number === number);
      return byOwn ?? items.find(({ elsewhere }) => elsewhere?.number === number);
    },
    ticketOf: (person, conversationId) => ticketOf(parts, person, conversationId),
    openTickets: async (person, locale) =>
      (await tickets.list(person, { view: "mine", limit: 20 }, locale)).items.filter(isOpen),
    requireHandOver: async (matter) => {
      await parts.doors.require(await questionOf(parts, matter));
      await tickets.requireAttendance();
    },
    handOver: (wish) => handOver(parts, wish),
    resume: (wish) => resume(parts, wish),
    attachFiles: (person, wish) => attachFiles(parts, person, wish),
    setLocale: parts.conversations.setLocale,
    articleFeedback: async (person, articleId, helped) => {
      // A chip can be made up: what a person may not read, they cannot judge.
      if ((await parts.articles.get(person, articleId)) === undefined) return;
      await parts.feedback.give({ articleId, accountId: person.accountId, helped });
    },
  };
}

async function ticketOf(
  { conversations, tickets }: AssistantParts,
  person: Principal,
  conversationId: string,
): Promise<Ticket | undefined> {
  const ticketId = (await conversations.byId(conversationId))?.ticket_id ?? undefined;
  const ticket = ticketId === undefined ? undefined : await tickets.byId(ticketId, "en");
  const isOwn = ticket !== undefined && isOpen(ticket) && ticket.requester.id === person.accountId;
  return isOwn ? ticket : undefined;
}

async function questionOf(parts: AssistantParts, matter: Matter): Promise<DoorQuestion> {
  const { person, locale, conversationId, ticketId, activityId } = matter;
  const isAboutNone = conversationId === undefined || ticketId === null;
  const ticket = isAboutNone ? undefined : await ticketOf(parts, person, conversationId);
  return ticket === undefined ? { person, locale, activityId } : questionAbout(ticket, matter);
}

function questionAbout(ticket: Ticket, { person, locale }: Pick<Matter, "person" | "locale">): DoorQuestion {
  return { person, locale, ticketGroupId: ticket.group?.id, activityId: ticket.activity.id };
}

async function modeOf(parts: AssistantParts, matter: Matter): Promise<Mode> {
  return parts.doors.modeOf(await questionOf(parts, matter));
}

function isOpen(ticket: Ticket): boolean {
  return !finishedStates.includes(ticket.state);
}

/** Registers the ticket and makes it the conversation's, in one transaction. */
async function openTicket(
  { store, tickets, conversations, files }: AssistantParts,
  wish: Wish<"openTicket">,
): Promise<Ticket> {
  const { locale, conversationId } = wish;
  const opened = await store.db.transaction().execute(async (trx) => {
    const ticket = await tickets.openIn(trx, { ...wish, direct: wish.activityId === undefined });
    await conversations.linkTicketIn(trx, conversationId, ticket.id);
    await files.attachIn(trx, { conversationId, ticketId: ticket.id });
    return ticket;
  });
  conversations.announce({ conversationIds: [conversationId] });
  const ticket = await tickets.byId(opened.id, locale);
  if (ticket === undefined)
    throw new AppError("ticket/not-found", "The ticket that was just opened is gone.");
  return ticket;
}

/** To a ticket of the person's own; answers the names of what it got, or nothing where there is no such ticket. */
async function attachFiles(
  { store, tickets, files, now }: AssistantParts,
  person: Principal,
  wish: { readonly conversationId: string; readonly ticketNumber: string },
): Promise<readonly string[] | undefined> {
  const { items } = await tickets.list(person, { view: "mine", q: wish.ticketNumber, limit: 5 }, "en");
  const ticket = items.find(({ number }) => number === wish.ticketNumber);
  if (ticket === undefined || !isOpen(ticket)) return undefined;
  return store.db.transaction().execute(async (trx) => {
    const { conversationId } = wish;
    const attached = await files.attachIn(trx, { conversationId, ticketId: ticket.id });
    await trx.updateTable("ticket").set({ updated_at: now() }).where("id", "=", ticket.id).execute();
    return attached.map(({ name }) => name);
  });
}

async function handOver(parts: AssistantParts, wish: Wish<"handOver">): Promise<void> {
  const { handoff, doors } = parts;
  const { ticket, person, locale, context } = wish;
  const target = await doors.targetOf(questionAbout(ticket, wish));
  const outcome = await handoff.request({
    conversationId: wish.conversationId,
    epoch: wish.epoch,
    requester: person,
    ...target,
    question: context.question === "" ? ticket.description : context.question,
    language: locale,
    context,
    ticketId: ticket.id,
    causeId: wish.causeId,
  });
  requireRequested(outcome);
}

async function resume({ handoff, doors, records, tickets }: AssistantParts, wish: Wish<"resume">) {
  const { person, ticketNumber, causeId } = wish;
  const mode = doors.modeFor(person);
  if (mode === "off") return "off" as const;
  if (person.guest && mode === "automatic") return "none" as const;
  if (ticketNumber !== undefined) {
    const [ticket] = (await tickets.list(person, { view: "mine", q: ticketNumber, limit: 5 }, "en")).items;
    // The portal shows no button then; a direct call gets no further (S0-23, S3-2).
    if (ticket?.number === ticketNumber && ticket.chat !== "open") return "no-chat" as const;
  }
  const outcome = await handoff.resume({ requester: person, ticketNumber, causeId });
  switch (outcome.status) {
    case "active":
    case "waiting":
      if (outcome.repeat) await records.askedAgain(outcome.attendance, causeId);
      return "resumed" as const;
    case "refused":
      return "busy" as const;
    case "off":
      return "off" as const;
    case "closed":
      throw refusalOf({ ...outcome, status: "closed" });
    case "none":
    case "not-configured":
      return "none" as const;
  }
}
