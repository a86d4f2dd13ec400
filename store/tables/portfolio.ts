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
}

export interface TicketEventTable {
  id: string;
  ticket_id: string;
  at: number;
  kind: string;
  actor_json: string;
  text: string;
}
