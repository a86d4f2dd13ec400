import type { Locale, NamedTarget, Principal, Tried } from "../../contract/index.js";
import { createPermits, type Folders, type Search } from "../../knowledge/index.js";
import {
  type DeskNames,
  type DetectLanguage,
  type IsFiller,
  type Recognizer,
  type Stemmer,
  toWords,
} from "../../nlp/index.js";
import { createHear, type Recognize } from "../hearing.js";
import type { ReadDeskNames } from "./desk-names.js";
import type { JudgeSentence } from "./judge-sentence.js";
import type { Meanings } from "./meanings.js";
import type { SearchWords } from "./search-words.js";

/** Explains what the assistant makes of a sentence, without a talk; only articles this person may read are in it. */
export type TryIt = (
  person: Principal,
  wish: { text: string; language?: Locale | undefined },
  locale: Locale,
) => Promise<Tried>;

const foundMax = 6;
const share = (value: number) => Math.min(1, Math.max(0, value));

export function createTryIt(parts: {
  readonly judgeSentence: JudgeSentence;
  readonly recognize: Recognize;
  readonly deskNames: ReadDeskNames;
  readonly recognizer: Pick<Recognizer, "threshold">;
  readonly detectLanguage: DetectLanguage;
  readonly search: Search;
  readonly folders: Pick<Folders, "present">;
  readonly searchWords: Pick<SearchWords, "list">;
  readonly meanings: Meanings;
  readonly stemmer: Stemmer;
  readonly isFiller: IsFiller;
  readonly minimum: () => number | undefined;
  readonly now: () => number;
}): TryIt {
  const { search, stemmer, isFiller } = parts;
  const hear = createHear(parts);

  /** Words that stood in for words of the sentence, by what admins say. */
  function synonymsIn(text: string, language: Locale): string[] {
    const stems = new Set(stemmer.stems(text, language).filter((stem) => !isFiller(stem, language)));
    const isIn = (word: string) => stemmer.stems(word, language).every((stem) => stems.has(stem));
    return parts.searchWords
      .list()
      .synonyms.filter((line) => line.language === language && line.words.some(isIn))
      .map(({ words }) => words.join(" = "));
  }

  /** The stems that search compares, as they stand in the sentence. */
  function wordsFor(text: string, language: Locale): (stem: string) => string {
    const written = new Map(toWords(text).map((word) => [stemmer.stem(word, language), word]));
    return (stem) => written.get(stem) ?? stem;
  }

  return async (person, { text, language: wanted }, locale) => {
    const detected = parts.detectLanguage(text, { prior: wanted ?? locale });
    const used = wanted ?? hear(text, locale).language;
    const permits = createPermits(person, parts.folders.present(), parts.now());
    const { recognition, judged } = await parts.judgeSentence(text, used, permits);
    const wordFor = wordsFor(text, used);
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
        ...{ target: `article:${id}`, title, language, score: share(score), matched: matched.map(wordFor) },
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
