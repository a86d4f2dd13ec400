import Fuse from "fuse.js";
import type { Locale } from "../../contract/index.js";

const maxTypedChars = 64;
const threshold = 0.35;

/** Of the reader's language and of each other one, as many titles as fuse.js compares. */
export const mostCompared = { own: 80, other: 20 };

export interface Titled {
  readonly id: string;
  readonly title: string;
  readonly language: Locale;
}

/** What was typed, without what nobody types into a line. */
export function toTyped(text: string): string {
  return text.trim().slice(0, maxTypedChars);
}

/**
 * Titles near a typed text, best first, typos and accents forgiven: fuse.js, which reads every title it is given and
 * so is given those that share most with the text.
 */
export function nearTitles<Title extends Titled>(titles: readonly Title[], typed: string): Title[] {
  // Fuse answers an empty pattern with everything there is.
  if (typed === "") return [];
  const fuse = new Fuse(titles, {
    keys: ["title"],
    ignoreDiacritics: true,
    ignoreLocation: true,
    threshold,
  });
  return fuse.search(typed).map(({ item }) => item);
}
