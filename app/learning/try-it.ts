import type { Locale, NamedTarget, Principal, Tried } from "../../contract/index.js";
import { createPermits, type Folders, type Search } from "../../knowledge/index.js";
import type { DeskNames, DetectLanguage, IsFiller, Recognizer, Stemmer } from "../../nlp/index.js";
import type { ReadDeskNames } from "./desk-names.js";
import type { JudgeSentence } from "./judge-sentence.js";
import type { Meanings } from "./meanings.js";

/** Explains what the assistant makes of a sentence, without a talk; only articles this person may read are in it. */
export type TryIt = (
  person: Principal,
  wish: { text: string; language?: Locale | undefined },
  locale: Locale,
) => Promise<Tried>;

const sureOfLanguage = 0.8;
const foundMax = 6;
const share = (value: number) => Math.min(1, Math.max(0, value));

export function createTryIt(parts: {
  readonly judgeSentence: JudgeSentence;
  readonly deskNames: ReadDeskNames;
  readonly recognizer: Pick<Recognizer, "threshold">;
  readonly detectLanguage: DetectLanguage;
  readonly search: Search;
  readonly folders: Pick<Folders, "present">;
  readonly meanings: Meanings;
  readonly stemmer: Stemmer;
  readonly isFiller: IsFiller;
  readonly minimum: () => number | undefined;
  readonly now: () => number;
}): TryIt {
  const { search, stemmer, isFiller } = parts;

  /** Words that stood in for words of the sentence, by what admins say. */
  function synonymsIn(text: string, language: Locale): string[] {
    const stems = stemmer.stems(text, language).filter((stem) => !isFiller(stem, language));
    return [...new Set(stems)].flatMap((stem) => {
      const same = search.wording.sameAs(stem, language);
      return same.length > 1 ? [same.join(" = ")] : [];
    });
  }

  return async (person, { text, language: wanted }, locale) => {
    const detected = parts.detectLanguage(text, { prior: wanted ?? locale });
    const used = wanted ?? (detected.confidence >= sureOfLanguage ? detected.language : locale);
    const permits = createPermits(person, parts.folders.present(), parts.now());
    const { recognition, judged } = await parts.judgeSentence(text, used, permits);
    const found = search.search(text, { language: used, permits, limit: foundMax });
    const { articles, activities } = judged.offered;
    const shown = [
      ...articles.map(({ id, title, score }) => ({ target: `article:${id}`, title, score })),
      ...activities.map(({ intent, name, score }) => ({ target: intent, title: name, score })),
    ].sort((a, b) => b.score - a.score);
    const nameOf = await parts.meanings.names(
      recognition.candidates.map(({ intent }) => intent),
      locale,
    );
    const minimum = parts.minimum();
    return {
      verdict: judged.verdict,
      language: { ...detected, confidence: share(detected.confidence), used },
      threshold: parts.recognizer.threshold,
      ...(minimum === undefined ? {} : { minimum }),
      outOfScope: share(recognition.outOfScope),
      intents: recognition.candidates.map(({ intent, score, why }) => ({
        ...nameOf(intent),
        score: share(score),
        words: [...why.words],
        ...(why.example === undefined ? {} : { example: why.example }),
      })),
      articles: found.map(({ id, title, score, language, matched, signs, boost }) => ({
        ...{ target: `article:${id}`, title, language, score: share(score), matched: [...matched] },
        signs: {
          coverage: share(signs.coverage),
          titleCoverage: share(signs.titleCoverage),
          titleAsked: share(signs.titleAsked),
          likeness: signs.likeness,
        },
        ...(boost === undefined ? {} : { boost }),
      })),
      synonyms: synonymsIn(text, used),
      shown: shown.map(({ target, title }): NamedTarget => ({ target, title })),
      entities: toTexts({ ...recognition.entities, ...toNames(await parts.deskNames(text)) }),
    };
  };
}

function toNames({ devices, applications }: DeskNames) {
  return {
    ...(devices.length === 0 ? {} : { device: devices.join(", ") }),
    ...(applications.length === 0 ? {} : { application: applications.join(", ") }),
  };
}

function toTexts(entities: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(entities).map(([name, value]) => [name, String(value)]));
}
