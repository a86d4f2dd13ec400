import type { Locale } from "../../contract/index.js";
import type { Guarded, StoredArticle } from "../article.js";

/** An article as the index takes it. */
export type IndexedArticle = Guarded &
  Pick<StoredArticle, "id" | "language" | "title" | "body"> &
  Partial<Pick<StoredArticle, "tags" | "translationKey">>;

/** Who may know of an article; judged once for all articles that are guarded alike. */
export type Permits = (article: Guarded) => boolean;

/** Words of a text reduced to what searching compares: folded, stems of the language. */
export type Tokenize = (text: string, language: Locale) => string[];

/** Whether a stem says nothing about what is asked: articles, pronouns, "how do I". */
export type IsFiller = (stem: string, language: Locale) => boolean;

/** An article as UTF-8: its title, its tags, its text, one after the other. */
export interface Written {
  readonly bytes: Buffer;
  readonly titleEnd: number;
  readonly tagsEnd: number;
}

/** What is kept of an article in memory. */
export interface Entry extends Written {
  readonly id: string;
  readonly language: Locale;
  readonly title: string;
  readonly translationKey: string | undefined;
  /** Number of those that are guarded as this one. */
  readonly guard: number;
  /** Stems of the title and of the tags that say something. */
  readonly titleWords: readonly string[];
  readonly tagWords: readonly string[];
}

/** Title, tags and plain text with its headings and list items marked as `toPlainText` marks them. */
export function toWritten(title: string, tags: string, text: string): Written {
  const parts = [title, tags, text].map((part) => Buffer.from(part));
  const titleEnd = parts[0]?.length ?? 0;
  return { bytes: Buffer.concat(parts), titleEnd, tagsEnd: titleEnd + (parts[1]?.length ?? 0) };
}

export function titleOf({ bytes, titleEnd }: Written): string {
  return bytes.toString("utf8", 0, titleEnd);
}

export function tagsOf({ bytes, titleEnd, tagsEnd }: Written): string {
  return bytes.toString("utf8", titleEnd, tagsEnd);
}

export function textOf({ bytes, tagsEnd }: Written): string {
  return bytes.toString("utf8", tagsEnd);
}
