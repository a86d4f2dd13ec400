import { type Change, changeSchema } from "../contract/index.js";
import { noteChange } from "./collect-changes.js";
import type { Db } from "./connect.js";
import { toJson } from "./json.js";
import { newId } from "./new-id.js";

type Properties = Readonly<Record<string, unknown>>;

export interface ChangeToRecord {
  readonly type: string;
  readonly id: string;
  readonly name: string;
  /** Absent for what was not there before. */
  readonly before?: Properties | undefined;
  /** Absent for what is there no more. */
  readonly after?: Properties | undefined;
  readonly at: number;
  /** An account. */
  readonly by: string;
}

/**
 * Writes who changed what (S0-24), with only the properties that differ; call it in the transaction of the change
 * itself. Nothing is written, and the answer is false, when nothing differs.
 */
export async function recordChange(trx: Db, change: ChangeToRecord): Promise<boolean> {
  const { before = {}, after = {} } = change;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const differing = names.filter((name) => canonical(before[name]) !== canonical(after[name]));
  if (differing.length === 0 && change.before !== undefined && change.after !== undefined) return false;
  await trx
    .insertInto("change_log")
    .values({
      id: newId(),
      object_type: change.type,
      object_id: change.id,
      object_name: change.name,
      action: change.before === undefined ? "created" : change.after === undefined ? "deleted" : "updated",
      before_json: toJson(pick(before, differing)),
      after_json: toJson(pick(after, differing)),
      changed_at: change.at,
      changed_by: change.by,
    })
    .execute();
  noteChange({
    type: change.type,
    id: change.id,
    ...(change.before === undefined ? {} : { before: pick(before, differing) }),
    ...(change.after === undefined ? {} : { after: pick(after, differing) }),
  });
  return true;
}

/** The newest changes first, of one object or of all. */
export async function readChanges(
  db: Db,
  which: { readonly objectId?: string | undefined; readonly limit: number },
): Promise<Change[]> {
  let query = db
    .selectFrom("change_log")
    .leftJoin("account", "account.id", "change_log.changed_by")
    .selectAll("change_log")
    .select("account.name as by_name");
  if (which.objectId !== undefined) query = query.where("object_id", "=", which.objectId);
  const rows = await query.orderBy("change_log.id", "desc").limit(which.limit).execute();
  return rows.map((row) =>
    changeSchema.parse({
      id: row.id,
      objectType: row.object_type,
      objectId: row.object_id,
      name: row.object_name,
      action: row.action,
      before: JSON.parse(row.before_json),
      after: JSON.parse(row.after_json),
      changedAt: row.changed_at,
      changedBy: row.by_name ?? row.changed_by ?? undefined,
    }),
  );
}

function pick(properties: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(names.flatMap((name) => (name in properties ? [[name, properties[name]]] : [])));
}

/** The order in which an object's properties were written makes no difference. */
function canonical(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  return text ?? "";
}
