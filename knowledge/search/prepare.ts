import type { IndexedArticle, Tokenize } from "./indexed.js";
import { toPlainText } from "./plain-text.js";
import type { Worded } from "./word-index.js";

/** As much text as is cut into words in one go: of words never seen before that takes some twenty milliseconds. */
const pieceChars = 16_384;

/** An article with all that takes time done: ready to be put on its shelf. */
export interface Prepared {
  readonly article: IndexedArticle;
  readonly tags: string;
  readonly text: string;
  readonly worded: Worded;
}

/** Prepares an article in steps, so that a long one need not keep anybody waiting; `yield` is where to pause. */
export function* preparing(article: IndexedArticle, tokenize: Tokenize): Generator<void, Prepared> {
  const { language, title, body } = article;
  const tags = (article.tags ?? []).join(" ");
  const text = toPlainText(body);
  const words: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = endOfPiece(text, from);
    for (const word of tokenize(text.slice(from, end), language)) words.push(word);
    from = end;
    if (from < text.length) yield;
  }
  const worded = { title: tokenize(title, language), tags: tokenize(tags, language), text: words };
  return { article, tags, text, worded };
}

/** All steps at once. */
export function prepare(article: IndexedArticle, tokenize: Tokenize): Prepared {
  const steps = preparing(article, tokenize);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Where a line ends, else where a word does. */
function endOfPiece(text: string, from: number): number {
  const most = from + pieceChars;
  if (most >= text.length) return text.length;
  const line = text.lastIndexOf("\n", most);
  if (line > from) return line + 1;
  const space = text.lastIndexOf(" ", most);
  return space > from ? space + 1 : most;
}
