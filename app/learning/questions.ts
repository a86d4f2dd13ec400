import { z } from "zod";
import type { AskedQuestion, Locale, QuestionGroup, QuestionQuery } from "../../contract/index.js";
import type { IsFiller, Stemmer } from "../../nlp/index.js";
import { fromCursor, type Store, toCursor } from "../../store/index.js";
import { createGrouping, type Grouping, type LikeQuestions } from "./group-questions.js";
import { readUnanswered, type TurnRecord, targetOf } from "./turn-records.js";
import { readJudged, writeVerdicts } from "./verdicts.js";

/** What people asked and got no answer to, or refused the answer of. */
export interface Questions {
  /** The groups with most questions first, the newest of them where there are as many. */
  list(query: QuestionQuery): Promise<{ items: QuestionGroup[]; next?: string; total: number }>;
  /** Takes questions off the list. */
  dismiss(messageIds: readonly string[], by: string): Promise<void>;
}

/** How many asked, when last, and the first of them: the order of the list. */
const placeSchema = z.tuple([z.number(), z.number(), z.string()]);
type Place = z.infer<typeof placeSchema>;

const windowMs = 90 * 24 * 3_600_000;
/** Longer than a transaction lasts and than the clocks of two nodes differ. */
const overlapMs = 15_000;
const mostQuestions = 5000;
const mostSamples = 5;
const mostNamed = 500;
const stretch = 100;

/**
 * Reads the records of turns as they come and groups them in memory: asked again it reads only what is new. It forgets
 * what is older than 90 days when more than 5,000 questions are there.
 */
export function createQuestions(parts: {
  readonly store: Store;
  readonly stemmer: Stemmer;
  readonly isFiller: IsFiller;
  readonly now: () => number;
}): Questions {
  const { store, stemmer, isFiller, now } = parts;
  let grouping = createGrouping();
  let known = new Map<string, AskedQuestion>();
  let readTo = 0;
  let reading: Promise<void> = Promise.resolve();

  async function readNew(): Promise<void> {
    const oldest = now() - windowMs;
    const since = Math.max(oldest, readTo - overlapMs);
    const records = await readUnanswered(store.db, { since, limit: mostQuestions });
    const fresh = records.filter(({ messageId }) => !known.has(messageId));
    await inStretches(fresh, (record) => take(grouping, record));
    readTo = Math.max(readTo, records.at(-1)?.at ?? 0);
    if (known.size > mostQuestions) await forgetOldest();
  }

  function take(into: Grouping, record: TurnRecord): void {
    const question = toQuestion(record);
    known.set(record.messageId, question ?? unasked(record));
    if (question !== undefined) into.add({ question, stems: stemsOf(question) });
  }

  async function forgetOldest(): Promise<void> {
    const kept = [...known.values()].sort((a, b) => a.at - b.at).slice(-Math.floor(mostQuestions * 0.8));
    const next = createGrouping();
    known = new Map(kept.map((question) => [question.messageId, question]));
    const asked = kept.filter(({ text }) => text !== "");
    await inStretches(asked, (question) => next.add({ question, stems: stemsOf(question) }));
    grouping = next;
  }

  function stemsOf({ text, language }: AskedQuestion): ReadonlySet<string> {
    const stems = stemmer.stems(text, language);
    return new Set(stems.filter((stem) => !isFiller(stem, language)));
  }

  /** One after the other: two that read at once would count a question twice. */
  function upToDate(): Promise<void> {
    reading = reading.catch(() => undefined).then(readNew);
    return reading;
  }

  return {
    list: async ({ q, language, after, limit }) => {
      await upToDate();
      const judged = await readJudged(store.db, now() - windowMs);
      const wanted = q?.trim().toLowerCase() ?? "";
      const groups = [...grouping.groups]
        .flatMap((group) => toOpenGroup(group, judged, language) ?? [])
        .filter(({ samples, text }) =>
          [text, ...samples.map((one) => one.text)].some((one) => one.toLowerCase().includes(wanted)),
        )
        .sort((a, b) => compare(placeOf(a), placeOf(b)));
      const from = after === undefined ? undefined : fromCursor(placeSchema, after);
      const rest = from === undefined ? groups : groups.filter((one) => compare(from, placeOf(one)) < 0);
      const items = rest.slice(0, limit);
      const last = items.at(-1);
      const isMore = rest.length > limit && last !== undefined;
      return { items, ...(isMore ? { next: toCursor(placeOf(last)) } : {}), total: groups.length };
    },
    dismiss: (messageIds, by) => writeVerdicts(store.db, { messageIds, verdict: "dismissed", at: now(), by }),
  };
}

/** Neither the article nor what was written from it was what was asked for. */
function isUnhelped(value: TurnRecord["understood"]["value"]): boolean {
  return (value?.kind === "article-feedback" || value?.kind === "answer-feedback") && !value.helped;
}

/** A question that found nothing; or one whose findings were all refused, which the choice says. */
function toQuestion(record: TurnRecord): AskedQuestion | undefined {
  const { understood, outcome } = record;
  const { value } = understood;
  const isRefusal = value?.kind === "none-of-these" || isUnhelped(value);
  const isUnanswered = value === undefined && outcome === "fallback" && hasHeard(record);
  const text = isRefusal ? (understood.question ?? "") : record.text;
  if ((!isRefusal && !isUnanswered) || text.trim() === "") return undefined;
  const { messageId, conversationId, language, at } = record;
  const [best] = understood.candidates;
  return {
    messageId,
    conversationId,
    text,
    language,
    at,
    outcome: isRefusal ? "refused" : "fallback",
    ...(best === undefined || isUnheard(record)
      ? {}
      : { best: { target: targetOf(best), title: best.title, score: clampShare(best.score) } }),
  };
}

/** Turns of earlier versions did not say that a chip was pressed; those have candidates but nothing was heard. */
function hasHeard({ understood: { intents, candidates } }: TurnRecord): boolean {
  return intents.length > 0 || candidates.length === 0;
}

function isUnheard({ understood }: TurnRecord): boolean {
  return understood.value === undefined && understood.intents.length === 0;
}

function unasked({ messageId, conversationId, language, at }: TurnRecord): AskedQuestion {
  return { messageId, conversationId, text: "", language, at, outcome: "fallback" };
}

function placeOf({ count, lastAt, messageIds: [first = ""] }: QuestionGroup): Place {
  return [count, lastAt, first];
}

function compare(one: Place, other: Place): number {
  return other[0] - one[0] || other[1] - one[1] || (one[2] < other[2] ? -1 : one[2] > other[2] ? 1 : 0);
}

function toOpenGroup(
  { members }: LikeQuestions,
  judged: ReadonlySet<string>,
  language: Locale | undefined,
): QuestionGroup | undefined {
  const open = members
    .map(({ question }) => question)
    .filter((one) => !judged.has(one.messageId) && (language === undefined || one.language === language))
    .sort((a, b) => b.at - a.at);
  const [newest] = open;
  const oldest = open.at(-1);
  if (newest === undefined || oldest === undefined) return undefined;
  const counts = new Map<Locale, number>();
  for (const one of open) counts.set(one.language, (counts.get(one.language) ?? 0) + 1);
  return {
    id: oldest.messageId,
    text: newest.text,
    count: open.length,
    refused: open.filter(({ outcome }) => outcome === "refused").length,
    languages: [...counts].map(([of, count]) => ({ language: of, count })),
    firstAt: oldest.at,
    lastAt: newest.at,
    samples: open.slice(0, mostSamples),
    messageIds: open.slice(0, mostNamed).map(({ messageId }) => messageId),
  };
}

function clampShare(score: number): number {
  return Math.min(1, Math.max(0, score));
}

/** The thread that answers people goes on between the stretches. */
async function inStretches<T>(all: readonly T[], work: (one: T) => void): Promise<void> {
  for (let at = 0; at < all.length; at += stretch) {
    for (const one of all.slice(at, at + stretch)) work(one);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
