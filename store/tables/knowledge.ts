import type { Generated } from "kysely";

export interface ArticleTable {
  id: string;
  language: string;
  title: string;
  body: string;
  folder: string;
  visibility: string;
  state: string;
  tags_json: string;
  author_id: string | null;
  /** Where an imported article came from; a second import of the same source updates it. */
  source: string | null;
  source_hash: string | null;
  expires_at: number | null;
  created_at: number;
  updated_at: number;
  /** Grows by one with each save: who saves over another version than they read is refused. */
  version: Generated<number>;
  /** From then on somebody should look whether it still holds. */
  review_at: number | null;
  /** The same for articles that are translations of each other. */
  translation_key: string | null;
  views: Generated<number>;
}

/** An article as it was saved once: its words, and where they stood. */
export interface ArticleVersionTable {
  article_id: string;
  version: number;
  saved_at: number;
  saved_by: string | null;
  note: string;
  language: string;
  title: string;
  body: string;
  tags_json: string;
  folder: string;
  visibility: string;
  state: string;
}

/** Whether an article helped, once per person and article; the newest answer counts. */
export interface ArticleFeedbackTable {
  article_id: string;
  account_id: string;
  helped: number;
  at: number;
  comment: string | null;
}

/** A folder that says something about rights; other folders follow the nearest one above them. */
export interface ArticleFolderTable {
  id: string;
  /** Names from the top, parted by "/"; the top itself is "". */
  path: string;
  /** "inherit", "everyone" or "listed". */
  readers: string;
  created_at: number;
  updated_at: number;
}

export interface FolderGrantTable {
  folder_id: string;
  /** "read" or "administer". */
  purpose: string;
  /** "role", "group" or "account". */
  kind: string;
  subject: string;
}
