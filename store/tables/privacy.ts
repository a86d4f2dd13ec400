/** A talk, ticket or interaction whose words were taken away. */
export interface EmptiedTable {
  kind: string;
  object_id: string;
  at: number;
}

/** The wish of one person to be forgotten. */
export interface ErasureTable {
  id: string;
  account_id: string;
  requested_by: string;
  requested_at: number;
  /** "waiting" or "done". */
  state: string;
  /** How much has been emptied so far. */
  talks: number;
  tickets: number;
  files: number;
  done_at: number | null;
}

/** A ticket of an erased person that stands at another desk too. */
export interface LeftElsewhereTable {
  erasure_id: string;
  ticket_id: string;
  desk_id: string;
  /** As it was called then: the desk may be gone since. */
  desk_name: string;
  remote_id: string;
  remote_number: string;
  remote_url: string | null;
  /** "waiting": that desk is to be asked; "asked": to delete it; "remains"; "gone": it was not there any more. */
  state: string;
  /** Why it remains. */
  reason: string | null;
}

/** That a supervisor has looked at a talk in a session: recorded once, whichever node was asked. */
export interface WatchedTalkTable {
  session_id: string;
  conversation_id: string;
  at: number;
}
