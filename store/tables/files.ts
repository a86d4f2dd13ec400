import type { Generated } from "kysely";

/** What somebody has put into a conversation; its bytes stand in parts. */
export interface FileTable {
  id: string;
  conversation_id: string;
  account_id: string;
  /** Names the upload, so that a repeat of it is the same file. */
  request_id: string;
  name: string;
  type: string;
  /** In bytes. */
  size: number;
  /** 1 when every part has come. */
  is_whole: number;
  /** Whoever has it may read the file without logging in: for people of channels. */
  link_key: string;
  /** The message it was sent with; without one it goes after a while. */
  message_id: string | null;
  ticket_id: string | null;
  created_at: number;
  /** Where its bytes lie: "database" or "s3". */
  place: Generated<string>;
  /** What the scanner said: "clean", also where there is none; "waiting" while it is away; "harmful". */
  verdict: Generated<string>;
}

export interface FilePartTable {
  file_id: string;
  /** 0, 1, 2 … */
  at: number;
  bytes: Uint8Array | ArrayBuffer;
}

/** One message of a ticket's requester and those who work on it, apart from the chat. */
export interface TicketMessageTable {
  id: string;
  ticket_id: string;
  request_id: string;
  author_id: string;
  author_name: string;
  side: string;
  text: string;
  /** The e-mail that carried it too. */
  mail_id: string | null;
  created_at: number;
}

/** What a program shows to be let in; the token itself is known to nobody but its owner. */
export interface ApiTokenTable {
  id: string;
  name: string;
  token_hash: string;
  scopes_json: string;
  created_at: number;
  created_by: string | null;
  last_used_at: number | null;
  revoked_at: number | null;
  /** As whom it acts on the API; null for tokens of channels alone. */
  account_id: string | null;
}
