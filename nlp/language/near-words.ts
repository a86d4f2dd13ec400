import { type Locale, locales } from "../../contract/index.js";
import { toSound } from "./sound.js";
import { fold } from "./words.js";

/** Shorter words have too many neighbours. */
const shortest = 5;

export interface NearWords {
  /** Known words that are one slip of the finger away, or are spelled as they sound in their own language. */
  near(word: string): ReadonlySet<string>;
}

/** Finds the words meant by misspelled ones, without going through all of them. */
export function createNearWords(words: Iterable<string>): NearWords {
  const byPart = new Map<string, string[]>();
  const bySound = new Map<string, string[]>();
  for (const word of words) {
    const folded = fold(word);
    if (folded.length < shortest) continue;
    for (const part of partsOf(folded)) put(byPart, part, word);
    for (const language of locales) put(bySound, soundKey(folded, language), word);
  }
  return {
    near: (word) => {
      const folded = fold(word);
      if (folded.length < shortest) return new Set();
      const parts = partsOf(folded).flatMap((part) => byPart.get(part) ?? []);
      const sounds = locales.flatMap((language) => bySound.get(soundKey(folded, language)) ?? []);
      return new Set([...sounds, ...parts.filter((known) => isOneSlip(folded, fold(known)))]);
    },
  };
}

/** The word, and what is left of it when any one letter is left out: two that share one of these are a slip apart. */
function partsOf(word: string): string[] {
  return [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
}

function isOneSlip(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - from;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [left, right] = [a.length - from - end, b.length - from - end];
  const isSwap = left === 2 && right === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
  return isSwap || Math.max(left, right) <= 1;
}

function soundKey(folded: string, language: Locale): string {
  return `${language} ${toSound(folded, language)}`;
}

function put(table: Map<string, string[]>, key: string, word: string): void {
  const known = table.get(key);
  if (known === undefined) table.set(key, [word]);
  else known.push(word);
}
