/** The desk of another house at which tickets are kept too; there is one at most. */
export interface OtherDeskTable {
  id: string;
  /** Always "only". */
  place: string;
  /** "zammad" or "glpi". */
  kind: string;
  name: string;
  url: string;
  /** What lets us in there; shown to nobody. */
  login_json: string;
  mapping_json: string;
  /** Stands in every reference, so that two desks of ours may use the same other one. */
  mark: string;
  /** What its webhooks are signed with. */
  hook_secret: string;
  active: number;
  version: number;
  /** Who we are there. */
  account: string | null;
  /** Up to where its changes were read, in its own words. */
  looked_to: string | null;
  /** When to read its changes again; one node does. */
  look_at: number;
  /** How often it was not reached in a row, and until when it is left alone. */
  tries: number;
  try_at: number;
  away_since: number | null;
  reason: string | null;
  created_at: number;
  created_by: string | null;
  updated_at: number;
}

/** A ticket that is kept at the other desk too, or is to be. */
export interface DeskLinkTable {
  ticket_id: string;
  desk_id: string;
  /** "waiting": there is something to tell or to read; "even"; "stuck": the other desk refused it. */
  state: string;
  /** Grows with everything there is to tell; a run that ends only settles what it has seen. */
  asked: number;
  tries: number;
  next_at: number;
  /** While a node works on it. */
  busy_until: number;
  reason: string | null;
  /** Since when it may have been opened there without our knowing. */
  tried_at: number | null;
  remote_id: string | null;
  remote_number: string | null;
  remote_url: string | null;
  /** As they were there when both were last compared. */
  remote_state: string | null;
  remote_priority: string | null;
  remote_assignee: string | null;
  remote_updated: string | null;
  /** As they were here then. */
  base_state: string | null;
  base_priority: string | null;
  /** Up to which message the talk was told. */
  told_seq: number;
  created_at: number;
  sent_at: number | null;
}

/** What of a ticket is the same thing on both sides. */
export interface DeskCopyTable {
  ticket_id: string;
  object_id: string;
  /** "message", "event", "file" or "talk". */
  kind: string;
  /** "sending", "same" or "refused". */
  state: string;
  remote_id: string | null;
  reason: string | null;
  at: number;
}
