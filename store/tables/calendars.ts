/** Opening hours, for modes and agreements. */
export interface CalendarTable {
  id: string;
  name: string;
  /** An IANA name. */
  time_zone: string;
  weekly_json: string;
  holidays_json: string;
  created_at: number;
  updated_at: number;
  updated_by: string | null;
}

/** Who answers requesters, for the desk (scope "desk") or for one group (scope = its id). */
export interface ModeSettingTable {
  scope: string;
  /** "inherit" leaves it to the parameters (desk) or to the desk (group). */
  mode: string;
  schedule_json: string;
  /** A switch by hand that beats all else; null where there is none. */
  override_mode: string | null;
  /** Null: until it is revoked. */
  override_until: number | null;
  override_at: number | null;
  override_by: string | null;
  updated_at: number;
  updated_by: string | null;
}
