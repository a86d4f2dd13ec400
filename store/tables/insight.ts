import type { Generated } from "kysely";

/** What reports need of an attendance that its own row forgets when it is passed on. */
export interface AttendanceMarkTable {
  attendance_id: string;
  /** Why the requester came to people, at first. */
  reason: string;
  /** When the first agent took it. */
  accepted_at: number | null;
  /** When an agent first wrote, once it has ended. */
  answered_at: number | null;
  /** 1 once it has ended: without a time no agent has written then. */
  answer_known: Generated<number>;
}

/** The one question how a talk was, and its answer; a talk is asked about once. */
export interface SurveyTable {
  conversation_id: string;
  /** The attendance it is about; null where only the assistant talked. */
  attendance_id: string | null;
  asked_at: number;
  score: number | null;
  comment: string | null;
  answered_at: number | null;
  skipped_at: number | null;
}

/** A talk whose requester is not to be asked, whatever the settings say. */
export interface SurveyExemptionTable {
  conversation_id: string;
  exempted_at: number;
  exempted_by: string;
}

/** A talk whose requester is to be asked where the desk asks nobody by itself. */
export interface SurveyWishTable {
  conversation_id: string;
  wished_at: number;
  wished_by: string;
}

/** After which talks requesters are asked, for the desk (scope "desk") or one group (scope = its id). */
export interface SurveySettingTable {
  scope: string;
  ask: string;
  updated_at: number;
  updated_by: string | null;
}
