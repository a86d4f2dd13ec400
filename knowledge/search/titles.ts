import Fuse from "fuse.js";
import { countGrams, toLetters } from "./grams.js";
import type { Entry } from "./indexed.js";

const maxTypedChars = 80;
/** Fuse reads every title it is given, which takes too long for thousands: it gets those that share most with the typed text. */
const mostCompared = 200;

interface Title {
  readonly id: string;
  readonly title: string;
}

export interface TitleIndex {
  add(id: string, entry: Entry): void;
  remove(id: string): void;
  /** Ids whose title has the typed text or something near it, best first. */
  find(typed: string, permits: (id: string) => boolean): readonly string[];
}

/** Finds titles by a typed part of them, whatever the case and the accents, typos forgiven. */
export function createTitleIndex(): TitleIndex {
  const titles = new Map<string, Title>();
  const idsWith = new Map<number, Set<string>>();

  function gramsOf(title: string): Iterable<number> {
    return countGrams(toLetters(title), 3).keys();
  }

  function add(id: string, { title }: Entry): void {
    titles.set(id, { id, title });
    for (const gram of gramsOf(title)) {
      const ids = idsWith.get(gram) ?? new Set();
      idsWith.set(gram, ids.add(id));
    }
  }

  function remove(id: string): void {
    for (const gram of gramsOf(titles.get(id)?.title ?? "")) {
      idsWith.get(gram)?.delete(id);
    }
    titles.delete(id);
  }

  function candidates(typed: string, permits: (id: string) => boolean): Title[] {
    const shared = new Map<string, number>();
    for (const gram of countGrams(toLetters(typed).slice(0, -1), 3).keys()) {
      for (const id of idsWith.get(gram) ?? []) {
        shared.set(id, (shared.get(id) ?? 0) + 1);
      }
    }
    const ids = shared.size > 0 ? byCount(shared) : [...titles.keys()];
    return ids
      .filter((id) => permits(id))
      .slice(0, mostCompared)
      .flatMap((id) => titles.get(id) ?? []);
  }

  return {
    add,
    remove,
    find: (typed, permits) => {
      const text = typed.trim().slice(0, maxTypedChars);
      // Fuse answers an empty pattern with everything there is.
      return text === "" ? [] : searchIn(candidates(text, permits), text);
    },
  };
}

function byCount(shared: ReadonlyMap<string, number>): string[] {
  return [...shared].sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

function searchIn(titles: readonly Title[], text: string): string[] {
  const fuse = new Fuse(titles, {
    keys: ["title"],
    ignoreDiacritics: true,
    ignoreLocation: true,
    threshold: 0.35,
  });
  return fuse.search(text).map(({ item }) => item.id);
}
