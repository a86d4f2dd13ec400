import type { Generated } from "kysely";

/** What a request under an Idempotency-Key was answered, for its repeats. */
export interface KeptAnswerTable {
  account_id: string;
  /** The key the client gave. */
  name: string;
  /** Of method, address and body: the same key with others is a mistake. */
  request_hash: string;
  /** "begun" or "answered". */
  state: string;
  status: number | null;
  headers_json: string | null;
  body: string | null;
  created_at: number;
}

/** Where facts are told to. */
export interface WebhookTable {
  id: string;
  name: string;
  url: string;
  events_json: string;
  /** Only what these groups have to do with; all when empty. */
  group_ids_json: string;
  /** Sealed: signing needs the secret itself, and nobody else does. */
  secret: string;
  /** Signs beside the present one until then. */
  former_secret: string | null;
  former_until: number | null;
  active: number;
  version: number;
  created_at: number;
  created_by: string | null;
  updated_at: number;
}

/** A fact as triggers wrote it down in the transaction of what happened; gone when it is given out to the webhooks. */
export interface WebhookFactTable {
  seq: Generated<number>;
  type: string;
  object_id: string;
  conversation_id: string | null;
  at: number;
  /** The number of a message, the state of anything else, as it was. */
  detail: string | null;
}

/** One fact on its way to one webhook. */
export interface WebhookDeliveryTable {
  id: string;
  webhook_id: string;
  /** The same for every webhook that is told. */
  fact_id: string;
  seq: number;
  type: string;
  object_id: string;
  conversation_id: string | null;
  at: number;
  detail: string | null;
  /** What is told in order: a conversation, a ticket, an article. */
  lane: string;
  /** "waiting", "sent" or "dead". */
  state: string;
  attempts: number;
  next_at: number;
  /** What the receiver answered last. */
  status: number | null;
  reason: string | null;
  created_at: number;
  done_at: number | null;
}
