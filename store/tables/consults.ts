/** Who takes part in a consult, or was asked to. */
export interface ConsultMemberTable {
  conversation_id: string;
  account_id: string;
  /** invited | joined | left | declined */
  state: string;
  invited_by: string | null;
  invited_at: number;
  joined_at: number | null;
  left_at: number | null;
  /** The last message this person was there for. */
  left_seq: number | null;
}

export interface ConsultTable {
  conversation_id: string;
  /** Names what started it: a repeat finds the first one. */
  cause_id: string;
  originator_id: string;
  ticket_id: string | null;
  /** The talk with a requester it was opened beside. */
  about_id: string | null;
  title: string;
  started_at: number;
  ended_at: number | null;
  end_reason: string | null;
  /** Chat Time without the stretch that runs now. */
  spent_ms: number;
  /** Null while paused. */
  running_since: number | null;
  originator_away_since: number | null;
  version: number;
  updated_at: number;
}

/** Read by its two people only; gone when the consult ends. */
export interface OffRecordTable {
  id: string;
  conversation_id: string;
  sender_id: string;
  recipient_id: string;
  client_message_id: string;
  /** The last message of the log before it: its place in the Dialog Box of the two. */
  after_seq: number;
  text: string;
  sent_at: number;
}

/** One-directional: a direct talk needs both. */
export interface ContactTable {
  owner_id: string;
  contact_id: string;
  created_at: number;
}
