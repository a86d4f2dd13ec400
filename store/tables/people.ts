import type { Generated } from "kysely";

export interface AccountTable {
  id: string;
  username: string;
  name: string;
  email: string | null;
  role: string;
  locale: string | null;
  photo_url: string | null;
  password_hash: string | null;
  active: number;
  /** What the person set by hand; stays until the person changes it (S2-57). */
  availability: string;
  /** How many conversations this agent takes at once. */
  capacity: number;
  created_at: number;
  /** Of a guest: the account whose groups count for them. */
  stands_for: string | null;
  skills_json: string | null;
  languages_json: string | null;
  department: string | null;
  location: string | null;
  company: string | null;
}

export interface SessionTable {
  id: string;
  /** SHA-256 of the token: the token itself is never stored. */
  token_hash: string;
  account_id: string;
  created_at: number;
  expires_at: number;
  /** Set for a session that does not slide: guests', and those made of a portal's token. */
  ends_at: number | null;
  /** Of the portal's token that the session was made of. */
  identity_hash: string | null;
}

export interface GroupTable {
  id: string;
  name: string;
  /** Members may open tickets by chat (S0-6). */
  chat_requester: number;
  /** The group takes attendances. */
  takes_attendances: number;
  created_at: number;
  /** How it gives out conversations; the defaults where there is none. */
  routing_json: string | null;
  /** How long its agents may stay silent after accepting; no limit without it. */
  first_answer_seconds: Generated<number | null>;
  /** How long a requester may wait for an answer in a talk under way; no limit without it. */
  later_answer_seconds: Generated<number | null>;
}

export interface MembershipTable {
  group_id: string;
  account_id: string;
}

/** A picture by the name that stands in its address. */
export interface PersonPhotoTable {
  account_id: string;
  name: string;
  type: string;
  content_base64: string;
}
