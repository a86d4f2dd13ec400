import type { Locale } from "../../contract/index.js";
import type { Guarded } from "../article.js";
import { readEntries, writeEntries } from "./entries.js";
import { createGramLikeness } from "./gram-likeness.js";
import { type Guards, nobody } from "./guards.js";
import { type Entry, type IsFiller, termsOf, toWritten } from "./indexed.js";
import type { LetterReader } from "./letters.js";
import type { Prepared } from "./prepare.js";
import type { SectionReader, Sections } from "./sections.js";
import { packTerms, unpackTerms } from "./terms.js";
import { createTitleIndex } from "./titles.js";
import { createWordIndex } from "./word-index.js";

const firstSlots = 64;

/** The articles of one language, with what finds them. Each has a slot, a small number that a later one may get again. */
export interface Shelf {
  readonly language: Locale;
  readonly size: number;
  readonly words: ReturnType<typeof createWordIndex>;
  readonly grams: ReturnType<typeof createGramLikeness>;
  readonly titles: ReturnType<typeof createTitleIndex>;
  slotOf(id: string): number | undefined;
  at(slot: number): Entry | undefined;
  /** How the article of a slot is guarded, without a look at the article: a search asks this of very many. */
  guardAt(slot: number): number;
  slots(): Iterable<number>;
  /** A fixed order for articles that nothing else tells apart; the same whatever came when. */
  compare(a: number, b: number): number;
  /** In the place of the one of its id, where there is one. */
  put(article: Prepared): Entry;
  remove(id: string): void;
  /** Says who may read an article that is there. */
  guard(id: string, guarded: Guarded): void;
  /** What the articles say, not who may read them: restored, they are for nobody. */
  sections(): Sections;
  restore(reader: SectionReader): Promise<void>;
}

export interface ShelfOptions {
  readonly language: Locale;
  readonly isFiller: IsFiller;
  readonly guards: Guards;
  readonly letters: LetterReader;
}

export function createShelf(options: ShelfOptions): Shelf {
  const { language, isFiller, guards } = options;
  const words = createWordIndex();
  const grams = createGramLikeness(options.letters);
  const titles = createTitleIndex(options.letters);
  const parts = [words, grams, titles];
  const slots = new Map<string, number>();
  const entries: (Entry | undefined)[] = [];
  const freed: number[] = [];
  let guardsBySlot = new Uint32Array(firstSlots);
  /** Made of the ids: numbers are compared in no time, and a search compares thousands. */
  let ranks = new Uint32Array(firstSlots);

  function keep(slot: number, entry: Entry): void {
    if (slot >= ranks.length) {
      guardsBySlot = widened(guardsBySlot, slot + 1);
      ranks = widened(ranks, slot + 1);
    }
    guardsBySlot[slot] = entry.guard;
    ranks[slot] = rankOf(entry.id);
    entries[slot] = entry;
  }

  const telling = (stems: readonly string[]) => stems.filter((stem) => !isFiller(stem, language)).join(" ");

  function put({ article, tags, text, worded }: Prepared): Entry {
    const { id, title, translationKey, updatedAt } = article;
    const slot = slots.get(id) ?? freed.pop() ?? entries.length;
    const before = entries[slot];
    const terms = words.put(slot, worded, before && unpackTerms(termsOf(before)));
    const written = toWritten({ title, tags, text, terms: packTerms(terms) });
    const entry: Entry = {
      ...written,
      ...{ id, language, title, translationKey, updatedAt, guard: guards.take(article) },
      titleWords: telling(worded.title),
      tagWords: telling(worded.tags),
    };
    if (before !== undefined) guards.release(before.guard);
    grams.put(slot, entry, before);
    titles.put(slot, entry, before);
    keep(slot, entry);
    slots.set(id, slot);
    return entry;
  }

  function remove(id: string): void {
    const slot = slots.get(id);
    const entry = slot === undefined ? undefined : entries[slot];
    if (slot === undefined || entry === undefined) return;
    words.remove(slot, unpackTerms(termsOf(entry)));
    grams.remove(slot, entry);
    titles.remove(slot, entry);
    guards.release(entry.guard);
    entries[slot] = undefined;
    slots.delete(id);
    freed.push(slot);
  }

  function guard(id: string, guarded: Guarded): void {
    const slot = slots.get(id);
    const entry = slot === undefined ? undefined : entries[slot];
    if (slot === undefined || entry === undefined) return;
    keep(slot, { ...entry, guard: guards.take(guarded) });
    guards.release(entry.guard);
  }

  async function restore(reader: SectionReader): Promise<void> {
    for (const part of parts) await part.restore(reader);
    for await (const kept of readEntries(reader)) {
      for (const one of kept) {
        const slot = entries.length;
        entries.push(undefined);
        if (one === undefined) {
          freed.push(slot);
        } else {
          keep(slot, { ...one, language, guard: nobody });
          slots.set(one.id, slot);
        }
      }
    }
  }

  return {
    language,
    get size() {
      return slots.size;
    },
    words,
    grams,
    titles,
    slotOf: (id) => slots.get(id),
    at: (slot) => entries[slot],
    guardAt: (slot) => guardsBySlot[slot] ?? 0,
    slots: () => slots.values(),
    compare: (a, b) => {
      const by = (ranks[a] ?? 0) - (ranks[b] ?? 0);
      return by === 0 ? byId(entries[a], entries[b]) : by;
    },
    put,
    remove,
    guard,
    sections: function* () {
      for (const part of parts) yield* part.sections();
      yield* writeEntries(entries);
    },
    restore,
  };
}

/** FNV-1a. */
function rankOf(id: string): number {
  let rank = 2166136261;
  for (let at = 0; at < id.length; at += 1) rank = Math.imul(rank ^ id.charCodeAt(at), 16777619);
  return rank >>> 0;
}

function byId(a: Entry | undefined, b: Entry | undefined): number {
  if (a === b) return 0;
  return (a?.id ?? "") < (b?.id ?? "") ? -1 : 1;
}

function widened(numbers: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(2 ** Math.ceil(Math.log2(least)));
  wider.set(numbers);
  return wider;
}
