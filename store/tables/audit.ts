/** What an administrator set out to do ("act"), and what came of it ("outcome"). Never changed or removed. */
export interface AuditEntryTable {
  /** 1, 2, 3 … without a gap. */
  seq: number;
  id: string;
  kind: string;
  /** Of an outcome: the act it belongs to. */
  act_id: string | null;
  at: number;
  actor_id: string;
  actor_role: string;
  method: string;
  /** The address as the API describes it, with the names of its parts. */
  path: string;
  /** The parts of the address. */
  object_json: string;
  /** What was sent along, without secrets and without who people are. */
  asked_json: string;
  changes_json: string;
  /** "begun", "done", or the code of the refusal. */
  outcome: string;
  previous_hash: string;
  hash: string;
}
