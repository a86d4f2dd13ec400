/** One row, `widget`. */
export interface WidgetSettingsTable {
  id: string;
  settings_json: string;
  version: number;
  updated_at: number;
  updated_by: string | null;
}

/** What portals sign with; HS256 needs the secret itself. */
export interface WidgetKeyTable {
  id: string;
  secret: string;
  created_at: number;
  ends_at: number | null;
}

/** One row, `logo`. */
export interface WidgetImageTable {
  id: string;
  type: string;
  content_base64: string;
  hash: string;
}

/** A portal's token that was logged out before its time. */
export interface EndedIdentityTable {
  hash: string;
  ends_at: number;
}
