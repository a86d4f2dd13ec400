import { type Db, newId, noteChange, type Row, type Store } from "../../store/index.js";

export interface ParameterChange {
  readonly number: number;
  readonly oldValue: string;
  readonly value: string;
}

export interface RecordedChange extends ParameterChange {
  readonly changedAt: number;
  /** The account's name, or its id where it is gone. */
  readonly changedBy: string | undefined;
}

/**
 * Writes a value and the line of its history in one transaction (S0-24). Changes of parameters wait for each other, so
 * that every line of the history tells the value that really stood before.
 */
export async function writeParameter(
  store: Store,
  change: { readonly number: number; readonly value: string; readonly by: string; readonly at: number },
): Promise<void> {
  const { number, value, by, at } = change;
  await store.db.transaction().execute(async (trx) => {
    await lockParameters(trx);
    const before = await trx
      .selectFrom("parameter")
      .select("value")
      .where("number", "=", number)
      .executeTakeFirst();
    await trx
      .insertInto("parameter")
      .values({ number, value, updated_at: at, updated_by: by })
      .onConflict((conflict) =>
        conflict.column("number").doUpdateSet({ value, updated_at: at, updated_by: by }),
      )
      .execute();
    const line = { id: newId(), number, old_value: before?.value ?? null, new_value: value };
    await trx
      .insertInto("parameter_change")
      .values({ ...line, changed_at: at, changed_by: by })
      .execute();
    const was = { value: line.old_value };
    noteChange({ type: "parameter", id: String(number), before: was, after: { value } });
  });
}

/** The upsert holds its row until the transaction ends, on both engines. */
async function lockParameters(trx: Db): Promise<void> {
  await trx
    .insertInto("counter")
    .values({ name: "parameter-changes", value: 1 })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((eb) => ({ value: eb("counter.value", "+", 1) })),
    )
    .execute();
}

export interface StoredParameter extends Row<"parameter"> {
  readonly by_name: string | null;
}

export function readParameters(db: Db): Promise<StoredParameter[]> {
  return db
    .selectFrom("parameter")
    .leftJoin("account", "account.id", "parameter.updated_by")
    .selectAll("parameter")
    .select("account.name as by_name")
    .execute();
}

/** The newest changes first. */
export async function readHistory(
  db: Db,
  which: { readonly number?: number | undefined; readonly limit: number },
): Promise<RecordedChange[]> {
  let query = db
    .selectFrom("parameter_change")
    .leftJoin("account", "account.id", "parameter_change.changed_by")
    .selectAll("parameter_change")
    .select("account.name as by_name");
  if (which.number !== undefined) query = query.where("number", "=", which.number);
  const rows = await query.orderBy("parameter_change.id", "desc").limit(which.limit).execute();
  return rows.map((row) => ({
    number: row.number,
    oldValue: row.old_value ?? "",
    value: row.new_value ?? "",
    changedAt: row.changed_at,
    changedBy: row.by_name ?? row.changed_by ?? undefined,
  }));
}
