/** What an attendance keeps as a record; one row per attendance, made when it is asked for. */
export interface AttendanceRecordTable {
  attendance_id: string;
  completion_code_id: string | null;
  /** Grows when the requester asks again for what still waits. */
  last_requested_at: number;
  response_due_at: number | null;
  /** When its requester was last seen while waiting. */
  seen_at: number | null;
  /** Since when its requester has been away while waiting. */
  away_since: number | null;
  /** Since when it waits for whoever is told of it; the hours of the rota are those of this moment. */
  tell_since: number | null;
  /** When to look again who is to be told; null when nobody is left. */
  tell_next_at: number | null;
}

/** Who was told of an attendance on the desktop; told people may read the talk. */
export interface AttendanceToldTable {
  attendance_id: string;
  account_id: string;
  told_at: number;
}

export interface InteractionTable {
  id: string;
  number: string;
  state: string;
  title: string;
  description: string;
  solution: string;
  location: string;
  priority: string;
  contact_id: string | null;
  activity_id: string | null;
  group_id: string | null;
  assignee_id: string | null;
  ticket_id: string | null;
  /** Names what caused it: a second run opens no second one. */
  cause_id: string;
  version: number;
  created_at: number;
  updated_at: number;
}

export interface InteractionLinkTable {
  attendance_id: string;
  interaction_id: string;
  relation: string;
  created_at: number;
}

export interface CompletionCodeTable {
  id: string;
  name_json: string;
  active: number;
  position: number;
}

/** What admins set as one whole: the mapping, the rules. */
export interface DeskSettingTable {
  name: string;
  value_json: string;
  version: number;
  updated_at: number;
  updated_by: string | null;
}

export interface AgreementTable {
  id: string;
  name: string;
  active_from: number | null;
  active_to: number | null;
  active: number;
  /** The chat capability (S3-5). */
  chat: number;
  calendar_id: string | null;
  targets_json: string;
}

export interface AgreementServiceTable {
  agreement_id: string;
  service_id: string;
}

export interface OfferingTable {
  id: string;
  activity_id: string;
  default_service_id: string | null;
}

export interface OfferingAgreementTable {
  offering_id: string;
  agreement_id: string;
  position: number;
}
