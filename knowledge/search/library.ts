import { locales } from "../../contract/index.js";
import type { Guarded } from "../article.js";
import { createGuards, nobody } from "./guards.js";
import type { Entry, IsFiller, Permits } from "./indexed.js";
import { createLetterReader } from "./letters.js";
import type { Prepared } from "./prepare.js";
import type { SectionReader, Sections } from "./sections.js";
import { createShelf, type Shelf } from "./shelf.js";
import { createTranslations, type Translations } from "./translations.js";

/** All articles of an index, on a shelf for each language. */
export interface Library {
  readonly size: number;
  /** Grows with every change of what articles say. */
  readonly changes: number;
  shelves(): readonly Shelf[];
  translations(): Translations;
  find(id: string): Entry | undefined;
  put(prepared: Prepared): void;
  remove(id: string): void;
  judgedBy(permits: Permits): (guard: number) => boolean;
  /** Names what is there for this reader: while it is the same, so is what is found. Nothing where that is not told cheaply. */
  stateFor(permits: Permits): string | undefined;
  /** What the articles say, not who may read them. */
  sections(): Sections;
  /** Takes it back into an empty library; nobody finds an article before it is `confirm`ed. */
  restore(reader: SectionReader): Promise<void>;
  /** Says who may read an article that was changed last at that time; false where another state of it is known, or none. */
  confirm(article: Guarded & { readonly id: string; readonly updatedAt: number }): boolean;
  /** Takes out one after the other what nobody has confirmed. */
  dropUnconfirmed(): Iterable<void>;
}

export function createLibrary(isFiller: IsFiller): Library {
  const guards = createGuards();
  const letters = createLetterReader();
  const create = () => locales.map((language) => createShelf({ language, isFiller, guards, letters }));
  let shelves = create();
  let shelfOf = new Map<string, Shelf>();
  let translations = createTranslations();
  let changes = 0;
  let confirmed = 0;

  function find(id: string): Entry | undefined {
    const shelf = shelfOf.get(id);
    const slot = shelf?.slotOf(id);
    return slot === undefined ? undefined : shelf?.at(slot);
  }

  function remove(id: string): void {
    const entry = find(id);
    if (entry === undefined) return;
    changes += 1;
    translations.remove(entry);
    shelfOf.get(id)?.remove(id);
    shelfOf.delete(id);
  }

  function put(prepared: Prepared): void {
    const { id, language } = prepared.article;
    const own = shelves.find((shelf) => shelf.language === language);
    const before = find(id);
    if (before?.language !== language) remove(id);
    else translations.remove(before);
    if (own === undefined) return;
    changes += 1;
    translations.add(own.put(prepared));
    shelfOf.set(id, own);
  }

  async function restore(reader: SectionReader): Promise<void> {
    const fresh = create();
    for (const shelf of fresh) await shelf.restore(reader);
    await reader.end();
    if (shelfOf.size > 0) throw new Error("Only an empty library takes back what was kept.");
    shelves = fresh;
    shelfOf = new Map();
    translations = createTranslations();
    for (const shelf of shelves) {
      for (const slot of shelf.slots()) {
        const entry = shelf.at(slot);
        if (entry === undefined) continue;
        shelfOf.set(entry.id, shelf);
        translations.add(entry);
      }
      await reader.pause();
    }
    changes += 1;
  }

  return {
    get size() {
      return shelfOf.size;
    },
    get changes() {
      return changes;
    },
    shelves: () => shelves,
    translations: () => translations,
    find,
    put,
    remove,
    judgedBy: guards.judgedBy,
    stateFor: (permits) => {
      const verdicts = guards.verdicts(permits);
      return verdicts === undefined ? undefined : `${changes} ${confirmed} ${verdicts}`;
    },
    sections: function* () {
      for (const shelf of shelves) yield* shelf.sections();
    },
    restore,
    confirm: (article) => {
      const entry = find(article.id);
      if (entry?.updatedAt !== article.updatedAt) return false;
      shelfOf.get(article.id)?.guard(article.id, article);
      confirmed += 1;
      return true;
    },
    dropUnconfirmed: function* () {
      for (const id of [...shelfOf.keys()]) {
        if (find(id)?.guard === nobody) remove(id);
        yield;
      }
    },
  };
}
