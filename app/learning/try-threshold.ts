import { decide } from "../../bot/index.js";
import type { SentenceVerdict, ThresholdTrial } from "../../contract/index.js";
import type { Recognizer } from "../../nlp/index.js";
import type { Recognize } from "../hearing.js";
import type { Store } from "../../store/index.js";
import { readAsked, type TurnRecord, targetOf } from "./turn-records.js";

/** At most `shownMax` of the questions that change sides, newest first. */
export type TryThreshold = (minimum: number, shownMax?: number) => Promise<ThresholdTrial>;

const windowMs = 90 * 24 * 3_600_000;
const mostTurns = 2000;
const mostShown = 50;
const stretch = 50;

interface Replay {
  readonly record: TurnRecord;
  readonly verdictAt: (minimum: number | undefined) => SentenceVerdict;
}

/**
 * What the assistant would have done with the questions of the last 90 days under another accuracy threshold
 * (parameter 9002): its present model hears them again, with the articles that were found for each then.
 */
export function createTryThreshold(parts: {
  readonly store: Store;
  readonly recognizer: Pick<Recognizer, "threshold">;
  readonly recognize: Recognize;
  readonly minimum: () => number | undefined;
  readonly now: () => number;
}): TryThreshold {
  const { store, recognizer, recognize, now } = parts;

  function toReplay(record: TurnRecord): Replay {
    const recognized = recognize(record.text, record.language).candidates;
    const heard = recognized.map(({ intent, score }) => ({ intent, score }));
    const { candidates } = record.understood;
    const named = new Map(candidates.filter(({ kind }) => kind === "activity").map((one) => [one.id, one]));
    const scoreOf = (intent: string) => heard.find((one) => one.intent === intent)?.score ?? 0;
    const activities = [...named.values()].map(({ id, title, score }) => {
      const intent = `activity:${id}`;
      // A name typed in full is certain, whatever the model makes of it.
      return { id, name: title, intent, score: score === 1 ? 1 : scoreOf(intent), why: undefined };
    });
    const other = heard.flatMap(({ intent, score }) =>
      intent.startsWith("activity:") && !named.has(intent.slice(9))
        ? [{ id: intent.slice(9), name: "", intent, score, why: undefined }]
        : [],
    );
    const articles = candidates.filter(({ kind }) => kind === "article");
    return {
      record,
      verdictAt: (minimum) => {
        const isSure = ({ score }: { readonly score: number }) => minimum === undefined || score > minimum;
        const ranked = {
          articles: articles.filter(isSure),
          activities: [...activities, ...other].filter(isSure).sort((a, b) => b.score - a.score),
        };
        const intents = heard.filter(isSure);
        return decide(ranked, { intents, threshold: recognizer.threshold, minimum }).verdict;
      },
    };
  }

  return async (wanted, shownMax = mostShown) => {
    const records = await readAsked(store.db, { since: now() - windowMs, limit: mostTurns });
    const asked = records.filter(
      ({ understood, text }) =>
        understood.value === undefined && understood.intents.length > 0 && text !== "",
    );
    const present = parts.minimum();
    const sides = { before: none(), after: none() };
    const changed: ThresholdTrial["changed"] = [];
    for (const [at, record] of asked.entries()) {
      if (at % stretch === 0) await new Promise((resolve) => setImmediate(resolve));
      const { verdictAt } = toReplay(record);
      const [from, to] = [verdictAt(present), verdictAt(wanted / 100)];
      sides.before[sideOf[from]] += 1;
      sides.after[sideOf[to]] += 1;
      if (from !== to) changed.push({ ...shown(record), from, to });
    }
    return {
      considered: asked.length,
      ...(asked[0] === undefined ? {} : { since: asked[0].at }),
      ...(present === undefined ? {} : { present: Math.round(present * 100) }),
      ...sides,
      changed: changed.slice(-shownMax).reverse(),
      changedCount: changed.length,
    };
  };
}

const sideOf = { answered: "answered", "asked-back": "askedBack", fallback: "fallback" } as const;

function none() {
  return { answered: 0, askedBack: 0, fallback: 0 };
}

function shown({ messageId, text, language, understood }: TurnRecord) {
  const [best] = understood.candidates;
  const score = Math.min(1, Math.max(0, best?.score ?? 0));
  return {
    messageId,
    text,
    language,
    ...(best === undefined ? {} : { best: { target: targetOf(best), title: best.title, score } }),
  };
}
