import type { Locale } from "../../contract/index.js";
import type { Guarded, StoredArticle } from "../article.js";

/** An article as the index takes it. */
export type IndexedArticle = Guarded &
  Pick<StoredArticle, "id" | "language" | "title" | "body"> &
  Partial<Pick<StoredArticle, "folder" | "tags" | "translationKey">>;

/** What the right to find an article is judged by. */
export type Findable = Guarded & Pick<IndexedArticle, "id" | "language" | "folder" | "translationKey">;
export type Permits = (article: Findable) => boolean;

/** Words of a text reduced to what searching compares: folded, stems of the language. */
export type Tokenize = (text: string, language: Locale) => string[];

/** Whether a stem says nothing about what is asked: articles, pronouns, "how do I". */
export type IsFiller = (stem: string, language: Locale) => boolean;

/** What is kept of an article in memory. */
export interface Entry {
  readonly findable: Findable;
  readonly title: string;
  readonly tags: string;
  /** Plain text, its headings and list items marked as `toPlainText` marks them. */
  readonly text: string;
}
