import type { Desk, FoundArticle, Writing } from "../../bot/index.js";
import type { Config, Log } from "../../config/index.js";
import {
  type Article,
  AppError,
  type LanguageModel,
  type Locale,
  type ModelAnswer,
  type ModelOutcome,
  type Principal,
  type TriedModel,
} from "../../contract/index.js";
import { createTypedEvents } from "../../conversation/index.js";
import { createFillers, type DetectLanguage, type Stemmer } from "../../nlp/index.js";
import { type Bell, newId, type Store } from "../../store/index.js";
import type { Finder } from "../finder.js";
import type { Mask } from "../privacy/index.js";
import { createCheckAnswer } from "./check/index.js";
import { type Compose, createCompose } from "./compose.js";
import { createAskModel, createGuard, createPostJson } from "./endpoint/index.js";
import { createLedger, type Spent } from "./ledger.js";
import { readEarlier } from "./read-earlier.js";
import { createModelSettings, type ModelSettings } from "./settings.js";
import type { Source } from "./source.js";
import { toShown } from "./to-shown.js";
import { createToSource } from "./to-source.js";

/** Each costs tokens and time; the answer stands in the first of them, or nowhere. */
const articlesMost = 3;
const questionCharsMost = 1000;
const monthDays = 30;

export interface LanguageModelParts {
  readonly config: Pick<Config, "languageModel" | "secrets">;
  readonly store: Store;
  readonly bell: Bell;
  readonly log: Pick<Log, "warn">;
  readonly stemmer: Stemmer;
  readonly detectLanguage: DetectLanguage;
  readonly finder: Finder;
  readonly articles: { get(person: Principal, id: string): Promise<Article | undefined> };
  readonly mask: Mask;
  /** Told of every question: what became of it and what it cost. */
  readonly answered: (spent: Spent) => void;
  readonly now: () => number;
}

/** Answers written by a language model from the desk's own articles; off until an admin switches it on. */
export interface LanguageModelDesk {
  readonly writeAnswer: Desk["writeAnswer"];
  readonly judgeAnswer: Desk["judgeAnswer"];
  readonly save: ModelSettings["save"];
  /** Told when the model begins to write in a talk, and when it is done. Answers how to stop listening. */
  onWriting(listener: (conversationId: string, on: boolean) => void): () => void;
  read(): Promise<LanguageModel>;
  /** Asks as a requester would, with what this person may read. Throws `language-model/not-ready`. */
  tryIt(
    person: Principal,
    wish: { readonly question: string; readonly language: Locale },
  ): Promise<TriedModel>;
  list(query: {
    readonly outcome?: ModelOutcome | undefined;
    readonly limit: number;
  }): Promise<ModelAnswer[]>;
}

export function createLanguageModel(parts: LanguageModelParts): LanguageModelDesk {
  const { store, now, stemmer, detectLanguage, mask, finder } = parts;
  const isFiller = createFillers(stemmer);
  const settings = createModelSettings(parts);
  const ledger = createLedger({ store, now });
  const guard = createGuard(now);
  const asking = {
    outside: createAskModel(createPostJson({ mayBePrivate: false })),
    anywhere: createAskModel(createPostJson({ mayBePrivate: true })),
  };
  const compose: Compose = createCompose({
    askModel: (mayBePrivate) => (mayBePrivate ? asking.anywhere : asking.outside),
    guard,
    checkAnswer: createCheckAnswer({ stemmer, isFiller, detectLanguage }),
    log: parts.log,
  });
  const events = createTypedEvents<{ writing: [conversationId: string, on: boolean] }>();
  const toSource = createToSource({ stemmer, isFiller });

  /** In the words of the desk alone: an answer cannot be checked against another language. */
  async function readSources(
    person: Principal,
    found: readonly FoundArticle[],
    { question, locale }: { readonly question: string; readonly locale: Locale },
  ): Promise<Source[]> {
    const own = found.filter(({ language }) => language === locale).slice(0, articlesMost);
    const articles = await Promise.all(own.map(({ id }) => parts.articles.get(person, id)));
    return articles
      .filter((article) => article !== undefined)
      .map(({ id, title, body }, at) => {
        const source = toSource({ id, title, body }, { number: at + 1, question, locale });
        return { ...source, title: mask(source.title), text: mask(source.text) };
      });
  }

  async function writeAnswer(wish: Parameters<Desk["writeAnswer"]>[0]): Promise<Writing> {
    const { person, conversationId, messageId, locale } = wish;
    const present = await settings.present();
    const isMeant =
      present.isReady &&
      (present.settings.inChannels || wish.channel === "web") &&
      (present.settings.forGuests || !person.guest);
    if (!isMeant) return { status: "off" };
    const question = mask(wish.question).slice(0, questionCharsMost);
    const sources = await readSources(person, wish.articles, { question, locale });
    if (sources.length === 0) return { status: "off" };
    const enter = async (spent: Spent) => {
      parts.answered(spent);
      await ledger.enter({ id: messageId, conversationId, locale }, spent);
    };
    const room = await ledger.hasRoom(conversationId, present.settings);
    if (room !== "yes") {
      const spent = { outcome: "failed", reason: room, tookMs: 0, promptTokens: 0, answerTokens: 0 } as const;
      await enter(spent);
      return { status: "none", record: toRecord(spent) };
    }
    const earlier = await readEarlier(store.db, {
      conversationId,
      beforeSeq: wish.seq,
      name: person.name,
      mask,
    });
    events.emit("writing", conversationId, true);
    const composed = await compose({ text: question, locale, earlier, sources }, present);
    events.emit("writing", conversationId, false);
    await enter(composed);
    if (composed.sentences === undefined) return { status: "none", record: toRecord(composed) };
    return { status: "written", ...toShown(composed.sentences, sources), record: toRecord(composed) };
  }

  return {
    writeAnswer,
    judgeAnswer: (person, id, helped) => ledger.judge({ id, accountId: person.accountId, helped }),
    save: settings.save,
    onWriting: (listener) => events.on("writing", listener),
    read: async () => {
      const [present, today, month] = await Promise.all([
        settings.present(),
        ledger.counts(1),
        ledger.counts(monthDays),
      ]);
      return {
        settings: present.settings,
        version: present.version,
        hasKey: present.key !== undefined,
        fixed: settings.fixed,
        isReady: present.isReady,
        isResting: guard.isResting(),
        today,
        month,
      };
    },
    tryIt: async (person, { question: asked, language: locale }) => {
      const present = await settings.present();
      if (present.settings.endpoint === "" || present.settings.model === "") {
        throw new AppError("language-model/not-ready", "Name an endpoint and a model first.");
      }
      const question = mask(asked);
      const sources = await readSources(person, finder.answers(person, question, locale), {
        question,
        locale,
      });
      const none = {
        outcome: "not-in-articles",
        tookMs: 0,
        promptTokens: 0,
        answerTokens: 0,
        sources,
      } as const;
      if (sources.length === 0) return { ...none, sources: [] };
      const room = await ledger.hasRoom(undefined, present.settings);
      if (room !== "yes") return { ...none, outcome: "failed", reason: room };
      const { sentences, ...composed } = await compose(
        { text: question, locale, earlier: [], sources },
        present,
      );
      parts.answered(composed);
      await ledger.enter({ id: newId(), conversationId: undefined, locale }, composed);
      const answer = sentences === undefined ? {} : { answer: toShown(sentences, sources).text };
      return { ...composed, ...answer, sources };
    },
    list: ledger.list,
  };
}

/** What stays with the turn, for admins who look why. */
function toRecord({
  outcome,
  reason,
  ...rest
}: Spent & { readonly because?: string | undefined; readonly written?: string | undefined }) {
  const { because, written } = rest;
  return {
    outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(because === undefined ? {} : { because }),
    ...(written === undefined ? {} : { written }),
  };
}
