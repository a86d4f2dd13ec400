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
