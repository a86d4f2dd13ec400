import type { Locale } from "../../contract/index.js";
import { toBlocks } from "./blocks.js";
import type { Tokenize } from "./indexed.js";

const maxPassageChars = 300;
/** A passage of this length stands on its own: no part of a next block is added to it. */
const enoughChars = 100;
const sentenceEnd = /(?<=[.!?…])\s+(?=[\p{Lu}\p{N}¿¡"“])/u;
const bullet = "• ";
const sentenceGap = /(?:(?<=[.!?…])\s+(?=[\p{Lu}\p{N}¿¡"“]))|\n+(?:• )?/gu;
/** A heading tells what its blocks are about, less surely than their own words do. */
const headingWorth = 0.5;

/** Plain text of at most 300 characters, and where in it the sentence stands that shares most with the query. */
export interface Passage {
  readonly text: string;
  readonly marked?: { readonly from: number; readonly to: number };
}

export interface PassageQuery {
  readonly words: ReadonlySet<string>;
  readonly language: Locale;
  readonly tokenize: Tokenize;
  rarity(word: string): number;
}

/** How the article begins: the passage to show where its title is the answer to the question. */
export function openingPassage(text: string, query: PassageQuery): Passage {
  const blocks = toBlocks(text);
  const first = blocks.filter((block) => block.section === blocks[0]?.section).map((block) => block.text);
  const opening = first.join("").length >= enoughChars ? first : blocks.map((block) => block.text);
  return withMark(fillUp(opening), query);
}

/** The paragraph or list item that shares most with the query, from its beginning, with what follows it as far as 300 characters go. */
export function bestPassage(text: string, query: PassageQuery): Passage {
  const blocks = toBlocks(text);
  const scores = blocks.map(
    (block) => shared(block.text, query) + headingWorth * shared(block.heading, query),
  );
  const most = Math.max(0, ...scores);
  const best = most > 0 ? scores.indexOf(most) : 0;
  const section = blocks[best]?.section;
  return withMark(
    fillUp(
      blocks
        .slice(best)
        .filter((block) => block.section === section)
        .map((block) => block.text),
    ),
    query,
  );
}

function withMark(text: string, query: PassageQuery): Passage {
  let most = 0;
  let marked: Passage["marked"];
  for (const { from, to } of sentencesOf(text)) {
    const sum = shared(text.slice(from, to), query);
    if (sum <= most) continue;
    most = sum;
    marked = { from, to };
  }
  return marked === undefined ? { text } : { text, marked };
}

function sentencesOf(text: string): { readonly from: number; readonly to: number }[] {
  const sentences = [];
  let from = text.startsWith(bullet) ? bullet.length : 0;
  for (const { index, 0: gap } of [...text.matchAll(sentenceGap), { index: text.length, 0: "" }]) {
    if (index > from) sentences.push({ from, to: index });
    from = index + gap.length;
  }
  return sentences;
}

function shared(text: string, query: PassageQuery): number {
  const words = query.tokenize(text, query.language);
  const found = [...new Set(words)].filter((word) => query.words.has(word));
  const weight = found.reduce((sum, word) => sum + query.rarity(word), 0);
  // Long blocks hold more words by chance.
  return weight / Math.sqrt(8 + words.length);
}

/** Whole blocks, then whole sentences of the next one, as far as they fit. */
function fillUp(blocks: readonly string[]): string {
  let passage = "";
  for (const block of blocks) {
    const longer = passage === "" ? block : `${passage}\n${block}`;
    if (longer.length > maxPassageChars) return cutAtSentence(passage, block);
    passage = longer;
  }
  return passage;
}

function cutAtSentence(before: string, block: string): string {
  if (before.length >= enoughChars) return before;
  let passage = before;
  let separator = before === "" ? "" : "\n";
  for (const sentence of block.split(sentenceEnd)) {
    const longer = passage + separator + sentence;
    if (longer.length > maxPassageChars) break;
    passage = longer;
    separator = " ";
  }
  return passage === "" ? cutAtWord(block) : passage;
}

function cutAtWord(text: string): string {
  const short = text.slice(0, maxPassageChars - 1);
  const space = short.lastIndexOf(" ");
  return `${short.slice(0, space > maxPassageChars / 2 ? space : undefined)}…`;
}
