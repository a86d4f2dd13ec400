import type { Generated } from "kysely";

export interface CatalogTable {
  id: string;
  name_json: string;
  description_json: string;
  phase: string;
  via_chat: number;
  position: number;
  /** Names it in exports and imports; its id does where there is none. */
  key: string | null;
}

export interface ServiceTable {
  id: string;
  catalog_id: string;
  name_json: string;
  description_json: string;
  phase: string;
  via_chat: number;
  position: number;
  /** Names it in exports and imports; its id does where there is none. */
  key: string | null;
}

export interface ActivityTable {
  id: string;
  service_id: string;
  kind: string;
  name_json: string;
  description_json: string;
  status: string;
  via_chat: number;
  /** The group that works on tickets of this activity. */
  group_id: string | null;
  fields_json: string;
  /** Sentences people say when they want this, per language: `{ "en": ["…"] }`. */
  samples_json: string;
  position: number;
  key: string | null;
}

/** Which groups may see a catalog, service, activity or internal article. */
export interface PermittedGroupTable {
  object_id: string;
  group_id: string;
}

export interface TicketTable {
  id: string;
  number: string;
  kind: string;
  state: string;
  origin_id: string;
  contract_id: string | null;
  activity_id: string;
  requester_id: string;
  group_id: string | null;
  assignee_id: string | null;
  description: string;
  fields_json: string;
  conversation_id: string | null;
  /** Names what caused the ticket (a message, a request of a client): a second run opens no second one. */
  cause_id: string;
  created_at: number;
  updated_at: number;
  priority: Generated<string>;
  impact: Generated<string>;
  urgency: Generated<string>;
  version: Generated<number>;
  /** The service it really is about; the offering's default one at first. */
  service_id: string | null;
  /** The ticket of their own that the requester named (S1-14). */
  previous_ticket_id: string | null;
  owner_id: string | null;
  expert_id: string | null;
  locale: string | null;
  agreement_id: string | null;
  /** Why the chat is on or off, as it was decided. */
  level_json: string | null;
  response_due_at: number | null;
  resolve_due_at: number | null;
  responded_at: number | null;
  settled_at: number | null;
  /** Since when the clocks stand still. */
  paused_at: number | null;
  /** Open time during which the clocks stood still before. */
  paused_ms: Generated<number>;
}

export interface TicketEventTable {
  id: string;
  ticket_id: string;
  at: number;
  kind: string;
  actor_json: string;
  text: string;
}
