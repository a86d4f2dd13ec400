export interface ParameterTable {
  number: number;
  value: string;
  updated_at: number;
  updated_by: string | null;
}

export interface ParameterChangeTable {
  id: string;
  number: number;
  old_value: string | null;
  new_value: string | null;
  changed_at: number;
  changed_by: string | null;
}

export interface CounterTable {
  name: string;
  value: number;
}

/** A right held for a time, where Redis is not there to hold it. */
export interface LeaseTable {
  name: string;
  holder: string;
  until: number;
}

export interface NamedTable {
  id: string;
  name: string;
  /** Names it in exports and imports; its id does where there is none. */
  key: string | null;
}
