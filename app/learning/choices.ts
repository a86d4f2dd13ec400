import type { Confusion, JudgeSuggestion, Locale, Suggestion } from "../../contract/index.js";
import { newId, type Store } from "../../store/index.js";
import type { Examples } from "./examples.js";
import type { Meanings } from "./meanings.js";
import type { SearchWords } from "./search-words.js";
import { type RecordedCandidate, readAsked, type TurnRecord, targetOf } from "./turn-records.js";
import { readJudged, writeVerdicts } from "./verdicts.js";

/** What people chose when the assistant showed several things: what it may learn, once an admin agrees. */
export interface Choices {
  suggestions(locale: Locale): Promise<Suggestion[]>;
  confusions(locale: Locale): Promise<Confusion[]>;
  /**
   * Accepted: the words become an example of the activity, or put the article first for such questions. Rejected: they
   * are not suggested again.
   */
  judge(suggestion: JudgeSuggestion, by: string): Promise<void>;
}

interface Choice {
  readonly messageId: string;
  readonly text: string;
  readonly language: Locale;
  readonly at: number;
  readonly chosen: string;
  readonly best: RecordedCandidate | undefined;
}

const windowMs = 90 * 24 * 3_600_000;
const mostTurns = 5000;
const mostShown = 200;
const mostExamples = 5;
const longestTaught = 300;

export function createChoices(parts: {
  readonly store: Store;
  readonly meanings: Meanings;
  readonly examples: Examples;
  readonly searchWords: SearchWords;
  readonly now: () => number;
}): Choices {
  const { store, meanings, examples, searchWords, now } = parts;

  async function read(): Promise<Choice[]> {
    const records = await readAsked(store.db, { since: now() - windowMs, limit: mostTurns });
    const asked = new Map<string, TurnRecord>();
    return records.flatMap((record) => {
      const choice = toChoice(record, asked.get(record.conversationId));
      if (record.understood.value === undefined) asked.set(record.conversationId, record);
      return choice === undefined ? [] : [choice];
    });
  }

  return {
    suggestions: async (locale) => {
      const [choices, judged] = await Promise.all([read(), readJudged(store.db, now() - windowMs)]);
      const open = choices.filter(({ messageId }) => !judged.has(messageId));
      const groups = grouped(
        open,
        ({ text, chosen, language }) => `${language} ${chosen} ${text.toLowerCase()}`,
      );
      const nameOf = await meanings.names(open.flatMap(namesIn), locale);
      return groups
        .map((group): Suggestion => {
          const [newest = group.first] = [...group.members].sort((a, b) => b.at - a.at);
          const { best } = newest;
          return {
            id: group.first.messageId,
            text: newest.text.slice(0, longestTaught),
            language: newest.language,
            count: group.members.length,
            lastAt: newest.at,
            chosen: nameOf(newest.chosen),
            ...(best === undefined
              ? {}
              : { best: { ...nameOf(targetOf(best)), score: Math.min(1, Math.max(0, best.score)) } }),
            messageIds: group.members.map(({ messageId }) => messageId).slice(0, 500),
          };
        })
        .sort((a, b) => b.count - a.count || b.lastAt - a.lastAt)
        .slice(0, mostShown);
    },
    confusions: async (locale) => {
      const wrong = (await read()).filter(
        ({ chosen, best }) => best !== undefined && targetOf(best) !== chosen,
      );
      const nameOf = await meanings.names(wrong.flatMap(namesIn), locale);
      const keyOf = ({ chosen, best }: Choice) => `${chosen} ${best === undefined ? "" : targetOf(best)}`;
      return grouped(wrong, keyOf).map(({ first, members }) => ({
        source: "choices",
        meant: nameOf(first.chosen),
        taken: nameOf(first.best === undefined ? "" : targetOf(first.best)),
        count: members.length,
        examples: members.slice(-mostExamples).map(({ text }) => text),
      }));
    },
    judge: async ({ verdict, text, language, target, messageIds }, by) => {
      if (verdict === "accepted") {
        await meanings.require(target);
        if (target.startsWith("article:")) {
          await searchWords.saveBoost(
            newId(),
            { articleId: target.slice(8), words: text, worth: "first" },
            by,
          );
        } else {
          await examples.add({ intent: target, language, text, messageIds: [] }, "choice", by);
        }
      }
      await writeVerdicts(store.db, { messageIds, verdict, at: now(), by });
    },
  };
}

/** An offer taken up right after a question, or for the question that the assistant still has in mind. */
function toChoice(record: TurnRecord, asked: TurnRecord | undefined): Choice | undefined {
  const { value, question } = record.understood;
  if (asked === undefined || value === undefined) return undefined;
  if (question?.trim() !== asked.text.trim() || asked.text.trim() === "") return undefined;
  const chosen =
    value.kind === "open-activity"
      ? `activity:${value.activityId}`
      : value.kind === "open-article"
        ? `article:${value.articleId}`
        : undefined;
  if (chosen === undefined) return undefined;
  const [best] = asked.understood.candidates;
  // What was held for likeliest, shown as the answer, and taken: there is nothing to learn.
  if (asked.outcome === "answered" && best !== undefined && targetOf(best) === chosen) return undefined;
  const { messageId, at } = record;
  return { messageId, text: asked.text, language: asked.language, at, chosen, best };
}

function namesIn({ chosen, best }: Choice): string[] {
  return best === undefined ? [chosen] : [chosen, targetOf(best)];
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): { first: T; members: T[] }[] {
  const groups = new Map<string, { first: T; members: T[] }>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), { first: one, members: [one] });
    else group.members.push(one);
  }
  return [...groups.values()];
}
