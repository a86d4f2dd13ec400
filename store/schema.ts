import type { Generated, Insertable, Selectable } from "kysely";

/** Times are ms UTC, ids are UUIDv7 text, flags are 0 or 1, `*_json` is text that zod reads and writes. */
export interface Tables {
  account: AccountTable;
  session: SessionTable;
  assignment_group: GroupTable;
  membership: MembershipTable;
  parameter: ParameterTable;
  parameter_change: ParameterChangeTable;
  origin: NamedTable;
  contract: NamedTable;
  catalog: CatalogTable;
  service: ServiceTable;
  activity: ActivityTable;
  permitted_group: PermittedGroupTable;
  article: ArticleTable;
  counter: CounterTable;
  ticket: TicketTable;
  ticket_event: TicketEventTable;
  conversation: ConversationTable;
  message: MessageTable;
  receipt: ReceiptTable;
  turn: TurnTable;
  attendance: AttendanceTable;
  attendance_group: AttendanceGroupTable;
  channel_link: ChannelLinkTable;
  lease: LeaseTable;
}

interface AccountTable {
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
}

interface SessionTable {
  id: string;
  /** SHA-256 of the token: the token itself is never stored. */
  token_hash: string;
  account_id: string;
  created_at: number;
  expires_at: number;
}

interface GroupTable {
  id: string;
  name: string;
  /** Members may open tickets by chat (S0-6). */
  chat_requester: number;
  /** The group takes attendances. */
  takes_attendances: number;
  created_at: number;
}

interface MembershipTable {
  group_id: string;
  account_id: string;
}

interface ParameterTable {
  number: number;
  value: string;
  updated_at: number;
  updated_by: string | null;
}

interface ParameterChangeTable {
  id: string;
  number: number;
  old_value: string | null;
  new_value: string | null;
  changed_at: number;
  changed_by: string | null;
}

interface NamedTable {
  id: string;
  name: string;
}

interface CatalogTable {
  id: string;
  name_json: string;
  description_json: string;
  phase: string;
  via_chat: number;
  position: number;
}

interface ServiceTable {
  id: string;
  catalog_id: string;
  name_json: string;
  description_json: string;
  phase: string;
  via_chat: number;
  position: number;
}

interface ActivityTable {
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
}

/** Which groups may see a catalog, service, activity or internal article. */
interface PermittedGroupTable {
  object_id: string;
  group_id: string;
}

interface ArticleTable {
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
}

interface CounterTable {
  name: string;
  value: number;
}

interface TicketTable {
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

interface TicketEventTable {
  id: string;
  ticket_id: string;
  at: number;
  kind: string;
  actor_json: string;
  text: string;
}

interface ConversationTable {
  id: string;
  requester_id: string;
  channel: string;
  locale: string;
  owner_kind: string;
  owner_id: string | null;
  epoch: number;
  last_seq: number;
  /** Highest seq of a message the assistant must answer. */
  asked_seq: number;
  /** Highest seq the assistant has finished its turn for. */
  answered_seq: number;
  ticket_id: string | null;
  /** What the assistant is in the middle of; written only under the epoch it was read in. */
  dialog_json: string;
  created_at: number;
  updated_at: number;
}

interface MessageTable {
  conversation_id: string;
  seq: number;
  id: string;
  client_message_id: string;
  sender_kind: string;
  sender_id: string;
  sender_name: string;
  text: string;
  /** Actions, attachments, notice and chosen value, where there are any. */
  extra_json: string | null;
  epoch: number;
  first_sent_at: number;
  sent_at: number;
}

interface ReceiptTable {
  conversation_id: string;
  account_id: string;
  side: string;
  read_seq: number;
}

interface TurnTable {
  message_id: string;
  conversation_id: string;
  seq: number;
  at: number;
  text: string;
  language: string;
  outcome: string;
  understood_json: string;
}

interface AttendanceTable {
  id: string;
  conversation_id: string;
  ticket_id: string | null;
  requester_id: string;
  phase: string;
  status: string;
  priority: number;
  waiting_since: number;
  question: string;
  language: string;
  context_json: string;
  agent_id: string | null;
  /** The agent who had it before; preferred when the requester resumes. */
  last_agent_id: string | null;
  offered_to: string | null;
  offered_until: number | null;
  /** Names the accept that won, so that its repeat gets the same answer (Q2). */
  accept_request_id: string | null;
  /** Names what caused it: a second run of the same turn opens no second one. */
  cause_id: string;
  reason: string | null;
  version: number;
  created_at: number;
  accepted_at: number | null;
  closed_at: number | null;
  updated_at: number;
}

interface AttendanceGroupTable {
  attendance_id: string;
  group_id: string;
}

/** Where a conversation of a Bot Framework channel lives, and how far its messages were delivered there. */
interface ChannelLinkTable {
  conversation_id: string;
  channel_id: string;
  external_id: string;
  reference_json: string;
  delivered_seq: number;
  updated_at: number;
}

/** A right held for a time, where Redis is not there to hold it. */
interface LeaseTable {
  name: string;
  holder: string;
  until: number;
}

export type Row<N extends keyof Tables> = Selectable<Tables[N]>;
export type NewRow<N extends keyof Tables> = Insertable<Tables[N]>;
export type { Generated };
