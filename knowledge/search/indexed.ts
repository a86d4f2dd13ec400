import type { Locale } from "../../contract/index.js";
import type { Guarded, StoredArticle } from "../article.js";

/** An article as the index takes it. */
export type IndexedArticle = Guarded &
  Pick<StoredArticle, "id" | "language" | "title" | "body"> &
  Partial<Pick<StoredArticle, "tags" | "translationKey" | "updatedAt">>;

/** Who may know of an article; judged once for all articles that are guarded alike. */
export type Permits = (article: Guarded) => boolean;

/** Words of a text reduced to what searching compares: folded, stems of the language. */
export type Tokenize = (text: string, language: Locale) => string[];

/** Whether a stem says nothing about what is asked: articles, pronouns, "how do I". */
export type IsFiller = (stem: string, language: Locale) => boolean;

/** An article as UTF-8: its title, its tags, its text, one after the other, then the numbers of its words (`packTerms`). */
export interface Written {
  readonly bytes: Buffer;
  readonly titleEnd: number;
  readonly tagsEnd: number;
  readonly textEnd: number;
}

/** What is kept of an article in memory. */
export interface Entry extends Written {
  readonly id: string;
  readonly language: Locale;
  readonly title: string;
  readonly translationKey: string | undefined;
  /** When it was changed last, ms UTC, where that is known. */
  readonly updatedAt: number | undefined;
  /** Number of those that are guarded as this one. */
  readonly guard: number;
  /** Stems of the title and of the tags that say something, with spaces between. */
  readonly titleWords: string;
  readonly tagWords: string;
}

/** Title, tags, plain text with its headings and list items marked as `toPlainText` marks them, and packed words. */
export function toWritten(parts: {
  readonly title: string;
  readonly tags: string;
  readonly text: string;
  readonly terms: Uint8Array;
}): Written {
  const { title, tags, text, terms } = parts;
  const titleEnd = Buffer.byteLength(title);
  const tagsEnd = titleEnd + Buffer.byteLength(tags);
  const textEnd = tagsEnd + Buffer.byteLength(text);
  // Written in place: what is put together from parts keeps the parts' memory with its own.
  const bytes = Buffer.allocUnsafe(textEnd + terms.length);
  bytes.write(title, 0);
  bytes.write(tags, titleEnd);
  bytes.write(text, tagsEnd);
  bytes.set(terms, textEnd);
  return { bytes, titleEnd, tagsEnd, textEnd };
}

export function textOf({ bytes, tagsEnd, textEnd }: Written): string {
  return bytes.toString("utf8", tagsEnd, textEnd);
}

export function termsOf({ bytes, textEnd }: Written): Uint8Array {
  return bytes.subarray(textEnd);
}
