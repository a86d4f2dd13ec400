import { createHash } from "node:crypto";
import type { Db, Row } from "../../store/index.js";

type Entry = Row<"audit_entry">;
export type NewEntry = Omit<Entry, "seq" | "hash" | "previous_hash">;

const pageRows = 1000;
const counterName = "audit";

/**
 * Adds entries at the end of the chain, in the caller's transaction. The counter's row is held until it ends, so that
 * entries of all nodes stand one behind the other, without a gap.
 */
export async function addEntries(trx: Db, entries: readonly NewEntry[]): Promise<Entry[]> {
  const { value: last } = await trx
    .insertInto("counter")
    .values({ name: counterName, value: entries.length })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet((eb) => ({ value: eb("counter.value", "+", entries.length) })),
    )
    .returning("value")
    .executeTakeFirstOrThrow();
  const first = last - entries.length + 1;
  const previous = await trx
    .selectFrom("audit_entry")
    .select("hash")
    .where("seq", "=", first - 1)
    .executeTakeFirst();
  let hash = previous?.hash ?? "";
  const rows = entries.map((entry, at) => {
    const chained = { ...entry, seq: first + at, previous_hash: hash };
    hash = hashOf(chained);
    return { ...chained, hash };
  });
  await trx.insertInto("audit_entry").values(rows).execute();
  return rows;
}

/** Reads the whole chain, and tells the first place where it is not as it was written. */
export async function checkChain(db: Db) {
  // First of all: what is added meanwhile is no gap.
  const { value: expected } = (await db
    .selectFrom("counter")
    .select("value")
    .where("name", "=", counterName)
    .executeTakeFirst()) ?? { value: 0 };
  let hash = "";
  let checked = 0;
  while (checked < expected) {
    const rows = await db
      .selectFrom("audit_entry")
      .selectAll()
      .where("seq", ">", checked)
      .where("seq", "<=", expected)
      .orderBy("seq")
      .limit(pageRows)
      .execute();
    for (const row of rows) {
      const isNext = row.seq === checked + 1 && row.previous_hash === hash && row.hash === hashOf(row);
      if (!isNext) return { isWhole: false, checked, brokenAt: checked + 1 };
      hash = row.hash;
      checked = row.seq;
    }
    if (rows.length === 0) return { isWhole: false, checked, brokenAt: checked + 1 };
  }
  return { isWhole: true, checked, ...(hash === "" ? {} : { head: hash }) };
}

/** SHA-256 over every column and the hash before, in one order that both engines give. */
function hashOf(entry: Omit<Entry, "hash">): string {
  const columns = [
    entry.previous_hash,
    entry.seq,
    entry.id,
    entry.kind,
    entry.act_id,
    entry.at,
    entry.actor_id,
    entry.actor_role,
    entry.method,
    entry.path,
    entry.object_json,
    entry.asked_json,
    entry.changes_json,
    entry.outcome,
  ];
  return createHash("sha256").update(JSON.stringify(columns)).digest("hex");
}
