import type { Locale } from "../../contract/index.js";
import type { Tokenize } from "./indexed.js";

const maxPassageChars = 300;
const maxSentences = 400;
const sentenceEnd = /(?<=[.!?…])\s+(?=[\p{Lu}\p{N}¿¡"“])|\n+/u;

export interface PassageQuery {
  readonly words: ReadonlySet<string>;
  readonly language: Locale;
  readonly tokenize: Tokenize;
  rarity(word: string): number;
}

/** The sentence of a plain text that shares most with the query, with what follows it as far as 300 characters go. */
export function bestPassage(text: string, query: PassageQuery): string {
  const sentences = text
    .split(sentenceEnd)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "")
    .slice(0, maxSentences);
  const scores = sentences.map((sentence) => shared(sentence, query));
  const best = scores.indexOf(Math.max(...scores));
  return fillUp(sentences.slice(Math.max(0, best)));
}

function shared(sentence: string, query: PassageQuery): number {
  const words = query.tokenize(sentence, query.language);
  const found = [...new Set(words)].filter((word) => query.words.has(word));
  const weight = found.reduce((sum, word) => sum + query.rarity(word), 0);
  // Long sentences hold more words by chance.
  return weight / Math.sqrt(8 + words.length);
}

function fillUp(sentences: readonly string[]): string {
  let passage = "";
  for (const sentence of sentences) {
    const longer = passage === "" ? sentence : `${passage} ${sentence}`;
    if (longer.length > maxPassageChars) {
      return passage === "" ? cut(longer) : passage;
    }
    passage = longer;
  }
  return passage;
}

function cut(text: string): string {
  const short = text.slice(0, maxPassageChars - 1);
  const space = short.lastIndexOf(" ");
  return `${short.slice(0, space > maxPassageChars / 2 ? space : undefined)}…`;
}
