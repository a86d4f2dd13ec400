import { type ActionValue, AppError, type Locale, localeSchema, type Message } from "../../contract/index.js";
import type { Conversations, MessageDraft, Trx } from "../../conversation/index.js";
import type { Db, Store } from "../../store/index.js";
import { answerMs, rateTalk } from "./rate.js";
import { surveyWords } from "./words.js";

const system = { kind: "system", id: "system", name: "Deskhand" } as const;
/** The chat of our own pages has a form instead. */
const channelWithForm = "web";

/** Asks in the channel itself, as choices, where it is one without our form. */
export async function askInChannelIn(
  trx: Trx,
  conversations: Pick<Conversations, "appendIn">,
  { conversationId, at }: { readonly conversationId: string; readonly at: number },
): Promise<Message[]> {
  const row = await readTalk(trx, conversationId);
  if (row.channel === channelWithForm) return [];
  const stored = await conversations.appendIn(trx, [questionIn(conversationId, localeOf(row))], at);
  return stored.flatMap((one) => (one.status === "stored" ? [one.message] : []));
}

/** The same outside of a transaction, for a talk that has ended before. */
export async function askInChannel(
  { store, conversations }: ChannelSurveyParts,
  conversationId: string,
): Promise<void> {
  const row = await readTalk(store.db, conversationId);
  if (row.channel !== channelWithForm) await conversations.append(questionIn(conversationId, localeOf(row)));
}

function readTalk(db: Db, conversationId: string) {
  return db
    .selectFrom("conversation")
    .select(["channel", "locale"])
    .where("id", "=", conversationId)
    .executeTakeFirstOrThrow();
}

function questionIn(conversationId: string, locale: Locale): MessageDraft {
  const words = surveyWords[locale];
  return {
    conversationId,
    clientMessageId: "survey",
    sender: system,
    text: words.question,
    actions: words.scores.map((title, index) => ({
      title,
      value: { kind: "rate-talk", conversationId, score: index + 1 },
    })),
  };
}

export interface ChannelAnswer {
  readonly requesterId: string;
  readonly channel: string;
  readonly text: string;
  readonly value: ActionValue | undefined;
}

/**
 * Takes what a person says in a channel after their talk has ended for its rating, when it is one: a choice that was
 * pressed, its title, or its number. Answers whether it was; anything else begins a new talk.
 */
export async function rateInChannel(
  { store, conversations, now }: ChannelSurveyParts,
  said: ChannelAnswer,
): Promise<boolean> {
  const talk = await latestAsked(store, said, now());
  const score = talk === undefined ? undefined : scoreOf(said, talk);
  if (talk === undefined || score === undefined) return false;
  const wish = { conversationId: talk.id, requesterId: said.requesterId, now: now() };
  try {
    await rateTalk(store.db, store.engine, { ...wish, answer: { kind: "rate", score } });
  } catch (error) {
    // Too late, or the talk goes on: it is a word like any other.
    if (error instanceof AppError) return false;
    throw error;
  }
  await conversations.append({
    conversationId: talk.id,
    clientMessageId: "survey-thanks",
    sender: system,
    text: surveyWords[localeOf(talk)].thanks,
  });
  return true;
}

export interface ChannelSurveyParts {
  readonly store: Store;
  readonly conversations: Pick<Conversations, "append">;
  readonly now: () => number;
}

/** The person's newest talk there, when it has ended and was asked about. */
async function latestAsked({ db }: Store, { requesterId, channel }: ChannelAnswer, now: number) {
  const row = await db
    .selectFrom("conversation")
    .leftJoin("survey", "survey.conversation_id", "conversation.id")
    .select(["conversation.id", "locale", "owner_kind", "asked_at"])
    .where("requester_id", "=", requesterId)
    .where("channel", "=", channel)
    .orderBy("created_at", "desc")
    .orderBy("conversation.id", "desc")
    .limit(1)
    .executeTakeFirst();
  const isAsked = row?.owner_kind === "none" && row.asked_at !== null && now < row.asked_at + answerMs;
  return isAsked ? row : undefined;
}

function scoreOf({ text, value }: ChannelAnswer, talk: { id: string; locale: string }): number | undefined {
  if (value !== undefined) {
    return value.kind === "rate-talk" && value.conversationId === talk.id ? value.score : undefined;
  }
  const typed = text.trim().toLowerCase();
  const place = surveyWords[localeOf(talk)].scores.findIndex((title) => title.toLowerCase() === typed);
  if (place >= 0) return place + 1;
  return /^[1-5]$/.test(typed) ? Number(typed) : undefined;
}

function localeOf({ locale }: { readonly locale: string }): Locale {
  return localeSchema.parse(locale);
}
