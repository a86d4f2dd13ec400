import { type FoundArticle, possibleArticle } from "../bot/index.js";
import type { Locale, Principal } from "../contract/index.js";
import { createPermits, type Folders, type Search } from "../knowledge/index.js";

const foundMax = 6;
/** Activities times languages times sets of rights; more than that start anew. */
const mostRemembered = 3000;

export interface Finder {
  /** Articles that answer a question, best first; only what this person may read is looked at. */
  search(person: Principal, text: string, locale: Locale, limit?: number): FoundArticle[];
  /** The same for the assistant, which looks at other languages only where the reader's has nothing that may answer. */
  answers(person: Principal, text: string, locale: Locale): FoundArticle[];
  /** As `answers`, for the name of an activity: there are few of them, and what they find is remembered. */
  named(person: Principal, name: string, locale: Locale): FoundArticle[];
  /** Articles whose title has the typed text as a part, typos and accents forgiven. */
  titles(person: Principal, text: string, locale: Locale, limit?: number): FoundArticle[];
}

/** The search index as one person sees it. */
export function createFinder({
  search,
  folders,
  now,
}: {
  readonly search: Search;
  readonly folders: Pick<Folders, "present">;
  readonly now: () => number;
}): Finder {
  const remembered = new Map<string, FoundArticle[]>();
  const permitsOf = (person: Principal) => createPermits(person, folders.present(), now());
  const scope = (person: Principal, language: Locale, limit: number) => ({
    language,
    limit,
    permits: permitsOf(person),
  });
  const answers = (person: Principal, text: string, locale: Locale): FoundArticle[] =>
    search.search(text, { ...scope(person, locale, foundMax), othersBelow: possibleArticle });
  return {
    search: (person, text, locale, limit = foundMax) => search.search(text, scope(person, locale, limit)),
    answers,
    named: (person, name, locale) => {
      const state = search.stateFor(permitsOf(person));
      const key = `${state} ${locale} ${name}`;
      const known = state === undefined ? undefined : remembered.get(key);
      if (known !== undefined) return known;
      const found = answers(person, name, locale);
      if (remembered.size >= mostRemembered) remembered.clear();
      if (state !== undefined) remembered.set(key, found);
      return found;
    },
    titles: (person, text, locale, limit = foundMax) =>
      search
        .suggest(text, scope(person, locale, limit))
        .map((found) => ({ ...found, score: 1, passage: () => ({ text: "" }), matched: [] })),
  };
}
