import type { Generated } from "kysely";

export interface ConversationTable {
  id: string;
  /** talk: a requester's; consult and direct: among colleagues. */
  kind: Generated<string>;
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

export interface MessageTable {
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

export interface ReceiptTable {
  conversation_id: string;
  account_id: string;
  side: string;
  read_seq: number;
}

export interface TurnTable {
  message_id: string;
  conversation_id: string;
  seq: number;
  at: number;
  text: string;
  language: string;
  outcome: string;
  understood_json: string;
}

/** Where a conversation of a Bot Framework channel lives, and how far its messages were delivered there. */
export interface ChannelLinkTable {
  conversation_id: string;
  channel_id: string;
  external_id: string;
  reference_json: string;
  delivered_seq: number;
  updated_at: number;
}

export interface AttendanceTable {
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
  /** What its agent must know, by the rule that routed it. */
  skills_json: string | null;
  /** When it last came into the queue; the place in it is older where it came back. */
  queued_at: number | null;
  /** When it was last taken back from an agent who stayed silent; `last_agent_id` names that one. */
  reclaimed_at: Generated<number | null>;
}

/** Who was asked, and what they said. */
export interface AttendanceOfferTable {
  id: string;
  attendance_id: string;
  agent_id: string;
  offered_at: number;
  until: number;
  outcome: string;
  decided_at: number | null;
}

/** Conditions → group, in order of `position`. */
export interface RoutingRuleTable {
  id: string;
  position: number;
  name: string;
  when_json: string;
  group_id: string;
  skills_json: string;
}

export interface AttendanceGroupTable {
  attendance_id: string;
  group_id: string;
  /** When it came to wait for this group too; from its beginning where there is none. */
  since: Generated<number | null>;
}
