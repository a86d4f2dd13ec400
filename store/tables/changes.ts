/** Who changed what of the desk's settings, and when (S0-24). Never changed or removed. */
export interface ChangeLogTable {
  id: string;
  object_type: string;
  object_id: string;
  /** The name of that day: the object may be gone. */
  object_name: string;
  action: string;
  before_json: string;
  after_json: string;
  changed_at: number;
  changed_by: string | null;
}
