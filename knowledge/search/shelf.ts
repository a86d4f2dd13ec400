import type { Locale } from "../../contract/index.js";
import { createGramLikeness } from "./gram-likeness.js";
import type { Guards } from "./guards.js";
import {
  type Entry,
  type IndexedArticle,
  type IsFiller,
  type Tokenize,
  tagsOf,
  textOf,
  titleOf,
  toWritten,
  type Written,
} from "./indexed.js";
import type { LetterReader } from "./letters.js";
import { toPlainText } from "./plain-text.js";
import { createTitleIndex } from "./titles.js";
import { createWordIndex, type Worded } from "./word-index.js";

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
  put(article: IndexedArticle): Entry;
  remove(id: string): void;
}

export interface ShelfOptions {
  readonly language: Locale;
  readonly tokenize: Tokenize;
  readonly isFiller: IsFiller;
  readonly guards: Guards;
  readonly letters: LetterReader;
}

export function createShelf(options: ShelfOptions): Shelf {
  const { language, tokenize, isFiller, guards } = options;
  const words = createWordIndex();
  const grams = createGramLikeness(options.letters);
  const titles = createTitleIndex(options.letters);
  const slots = new Map<string, number>();
  const entries: (Entry | undefined)[] = [];
  const freed: number[] = [];
  let guardsBySlot = new Uint32Array(firstSlots);

  function noteGuard(slot: number, guard: number): void {
    if (slot >= guardsBySlot.length) {
      const wider = new Uint32Array(2 ** Math.ceil(Math.log2(slot + 1)));
      wider.set(guardsBySlot);
      guardsBySlot = wider;
    }
    guardsBySlot[slot] = guard;
  }

  /** Read back from the bytes, so that what is removed is exactly what was added. */
  function toWorded(written: Written): Worded {
    const stems = (text: string) => tokenize(text, language);
    return {
      title: stems(titleOf(written)),
      tags: stems(tagsOf(written)),
      text: stems(textOf(written)),
    };
  }

  const telling = (stems: readonly string[]) => stems.filter((stem) => !isFiller(stem, language));

  function put(article: IndexedArticle): Entry {
    remove(article.id);
    const { id, title, body, tags = [], translationKey } = article;
    const written = toWritten(title, tags.join(" "), toPlainText(body));
    const worded = toWorded(written);
    const slot = freed.pop() ?? entries.length;
    const entry: Entry = {
      ...written,
      ...{ id, language, title, translationKey, guard: guards.take(article) },
      titleWords: telling(worded.title),
      tagWords: telling(worded.tags),
    };
    words.add(slot, worded);
    grams.add(written);
    titles.add(slot, written);
    entries[slot] = entry;
    noteGuard(slot, entry.guard);
    slots.set(id, slot);
    return entry;
  }

  function remove(id: string): void {
    const slot = slots.get(id);
    const entry = slot === undefined ? undefined : entries[slot];
    if (slot === undefined || entry === undefined) return;
    words.remove(slot, toWorded(entry));
    grams.remove(slot, entry);
    titles.remove(slot, entry);
    guards.release(entry.guard);
    entries[slot] = undefined;
    slots.delete(id);
    freed.push(slot);
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
    put,
    remove,
  };
}
