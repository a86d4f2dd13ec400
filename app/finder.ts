import type { FoundArticle } from "../bot/index.js";
import type { Locale, Principal } from "../contract/index.js";
import { isPermitted, type Search } from "../knowledge/index.js";

const foundMax = 6;

export interface Finder {
  /** Articles that answer a question, best first; only what this person may read is looked at. */
  search(person: Principal, text: string, locale: Locale, limit?: number): FoundArticle[];
  /** Articles whose title has the typed text as a part, typos and accents forgiven. */
  titles(person: Principal, text: string, locale: Locale, limit?: number): FoundArticle[];
}

/** The search index as one person sees it. */
export function createFinder({
  search,
  now,
}: {
  readonly search: Search;
  readonly now: () => number;
}): Finder {
  const scope = (person: Principal, language: Locale, limit: number) => ({
    language,
    limit,
    permits: (article: globalThis.Parameters<typeof isPermitted>[1]) => isPermitted(person, article, now()),
  });
  return {
    search: (person, text, locale, limit = foundMax) => search.search(text, scope(person, locale, limit)),
    titles: (person, text, locale, limit = foundMax) =>
      search
        .suggest(text, scope(person, locale, limit))
        .map((found) => ({ ...found, score: 1, passage: "", matched: [] })),
  };
}
