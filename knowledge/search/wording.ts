import type { Locale } from "../../contract/index.js";
import type { IsFiller, Tokenize } from "./indexed.js";

/** What an article is worth in search, beside what its words are worth. */
export interface ArticleBoost {
  readonly articleId: string;
  /** For questions that have all of these words; for every question where there are none. */
  readonly words: string;
  readonly worth: "less" | "more" | "first";
}

/** Words that stand for one another in a language. */
export interface SameWords {
  readonly language: Locale;
  readonly words: readonly string[];
}

/** What admins say about words and articles; looked up at every search, so that it holds at once. */
export interface Wording {
  set(known: { readonly synonyms: readonly SameWords[]; readonly boosts: readonly ArticleBoost[] }): void;
  /** Grows with every change. */
  readonly version: number;
  /** Whether no word stands for another. */
  isEmpty(): boolean;
  /** Every stem that means the same, the stem itself first. */
  sameAs(stem: string, language: Locale): readonly string[];
  /** One stem for all that mean the same. */
  oneFor(stem: string, language: Locale): string;
  /** The query with words put in the place of those they mean the same as; `undefined` where there are none. */
  rewrite(query: string, language: Locale): string | undefined;
  /** The text with each of the other words of a line in the place of those it has; as many as the longest line has. */
  readings(text: string, language: Locale): readonly string[];
  /** What articles are worth for a question of these stems. */
  boostsFor(telling: readonly string[], language: Locale): ReadonlyMap<string, ArticleBoost["worth"]>;
}

const oddsOf = { less: 0.25, more: 4 } as const;
/** Each is recognized anew. */
const mostReadings = 8;
/** Above what words alone come to, so that it stands first. */
const certain = 0.995;

/** A probability after what admins say; "first" answers. */
export function boosted(probability: number, worth: ArticleBoost["worth"] | undefined): number {
  if (worth === undefined) return probability;
  if (worth === "first") return Math.max(probability, certain);
  const odds = (oddsOf[worth] * probability) / Math.max(1e-9, 1 - probability);
  return odds / (1 + odds);
}

export function createWording(tokenize: Tokenize, isFiller: IsFiller): Wording {
  let groups = new Map<string, readonly string[]>();
  let written = new Map<string, string>();
  let lines = new Map<string, readonly string[]>();
  let boosts: readonly ArticleBoost[] = [];
  let version = 0;
  const keyOf = (stem: string, language: Locale) => `${language} ${stem}`;
  const groupOf = (stem: string, language: Locale) =>
    groups.size === 0 ? undefined : groups.get(keyOf(stem, language));
  const sameAs = (stem: string, language: Locale) => groupOf(stem, language) ?? [stem];
  const oneFor = (stem: string, language: Locale) => groupOf(stem, language)?.[0] ?? stem;
  const tellingOf = (text: string, language: Locale) =>
    tokenize(text, language)
      .filter((stem) => !isFiller(stem, language))
      .map((stem) => oneFor(stem, language));

  return {
    get version() {
      return version;
    },
    set: (known) => {
      version += 1;
      boosts = known.boosts;
      groups = new Map();
      written = new Map();
      lines = new Map();
      for (const { language, words } of known.synonyms) {
        const stems = [...new Set(words.flatMap((word) => tokenize(word, language)))];
        const joined = [...new Set(stems.flatMap((stem) => sameAs(stem, language)))];
        for (const stem of joined) groups.set(keyOf(stem, language), joined);
        words.forEach((word, at) => {
          const other = words[at === 0 ? 1 : 0];
          const own = tokenize(word, language);
          for (const stem of own) {
            if (other !== undefined) written.set(keyOf(stem, language), other);
          }
          const [only] = own;
          if (only !== undefined && own.length === 1) {
            lines.set(keyOf(only, language), words.slice(0, mostReadings));
          }
        });
      }
    },
    isEmpty: () => groups.size === 0,
    sameAs,
    oneFor,
    rewrite: (query, language) => {
      if (written.size === 0) return undefined;
      const words = query.split(/(\s+)/u);
      const changed = words.map((word) => {
        const [stem = ""] = tokenize(word, language);
        return written.get(keyOf(stem, language)) ?? word;
      });
      const text = changed.join("");
      return text === query ? undefined : text;
    },
    readings: (text, language) => {
      if (lines.size === 0) return [];
      const parts = text.split(/(\s+)/u).map((part) => {
        const [stem = ""] = part.trim() === "" ? [] : tokenize(part, language);
        return { part, line: lines.get(keyOf(stem, language)) };
      });
      const most = Math.max(0, ...parts.map(({ line = [] }) => line.length));
      const readings = Array.from({ length: most }, (_, at) =>
        parts.map(({ part, line }) => line?.[at] ?? part).join(""),
      );
      return [...new Set(readings)].filter((reading) => reading !== text);
    },
    boostsFor: (telling, language) => {
      const asked = new Set(telling.map((stem) => oneFor(stem, language)));
      const isAsked = ({ words }: ArticleBoost) => {
        if (words === "") return true;
        const wanted = tellingOf(words, language);
        return wanted.length > 0 && wanted.every((stem) => asked.has(stem));
      };
      // What is said for certain words beats what is said for all questions.
      const fitting = boosts.filter(isAsked).sort((a, b) => a.words.length - b.words.length);
      return new Map(fitting.map(({ articleId, worth }) => [articleId, worth]));
    },
  };
}
