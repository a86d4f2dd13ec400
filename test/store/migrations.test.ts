import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql, type TableMetadata } from "kysely";
import { connectStore, type Engine, migrate, migrationNames, type Store } from "../../store/index.js";
import { newSchema } from "../support/postgres.js";
import { engines } from "../support/stores.js";
import { readTables } from "../support/tables.js";

/** An empty place for a desk, opened as often as there are nodes. */
async function openEmpty(engine: Engine, nodes: number) {
  const folder = mkdtempSync(join(tmpdir(), "deskhand-migrations-"));
  const schema = engine === "postgres" ? await newSchema() : undefined;
  const place =
    schema === undefined
      ? { file: join(folder, "desk.db") }
      : { databaseUrl: schema.url, schema: schema.name, poolSize: 2 };
  const stores = Array.from({ length: nodes }, () => connectStore(place));
  return {
    stores,
    tables: (store: Store) => readTables(store, schema?.name),
    discard: async () => {
      await Promise.all(stores.map((store) => store.close()));
      await schema?.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What a node that knows only `before` can no longer do on `after`. */
function contractions(before: readonly TableMetadata[], after: readonly TableMetadata[]): string[] {
  return before.flatMap((table) => {
    const now = after.find(({ name }) => name === table.name);
    if (now === undefined) return [`${table.name} is gone`];
    const old = new Map(table.columns.map((column) => [column.name, column]));
    const gone = table.columns.filter(({ name }) => !now.columns.some((column) => column.name === name));
    const changed = now.columns.filter((column) => {
      const was = old.get(column.name);
      return (
        was !== undefined && (was.dataType !== column.dataType || (was.isNullable && !column.isNullable))
      );
    });
    const demanded = now.columns.filter(
      ({ name, isNullable, hasDefaultValue, isAutoIncrementing }) =>
        !old.has(name) && !isNullable && !hasDefaultValue && !isAutoIncrementing,
    );
    return [
      ...gone.map(({ name }) => `${table.name}.${name} is gone`),
      ...changed.map(({ name }) => `${table.name}.${name} takes less`),
      ...demanded.map(({ name }) => `${table.name}.${name} must be given by nodes that do not know it`),
    ];
  });
}

describe.each(engines)("migrations on %s (issue 7)", (engine) => {
  it("only add, one after the other, so that nodes of the version before go on", async () => {
    const { stores, tables, discard } = await openEmpty(engine, 1);
    const [store] = stores;
    if (store === undefined) throw new Error("no store");
    const faults: string[] = [];
    let before: readonly TableMetadata[] = [];
    for (const name of migrationNames) {
      await migrate(store, name);
      const after = await tables(store);
      faults.push(...contractions(before, after).map((fault) => `${name}: ${fault}`));
      before = after;
    }

    expect(faults).toEqual([]);
    expect(before.length).toBeGreaterThan(30);
    // The rule bites: a column taken away, or one that must be given, is found.
    await sql`alter table counter add column canary text not null default 'x'`.execute(store.db);
    await sql`alter table counter add column extra text`.execute(store.db);
    const wider = await tables(store);
    expect(contractions(before, wider)).toEqual([]);
    await sql`alter table counter drop column extra`.execute(store.db);
    expect(contractions(wider, await tables(store))).toEqual(["counter.extra is gone"]);
    await discard();
  });
});

if (engines.includes("postgres")) {
  describe("migrations of many nodes (issue 7)", () => {
    it("run once when four nodes start at the same moment", async () => {
      const { stores, discard } = await openEmpty("postgres", 4);

      await Promise.all(stores.map((store) => migrate(store)));

      for (const store of stores) {
        const { rows } = await sql<{ name: string }>`select name from kysely_migration
        order by name`.execute(store.db);
        expect(rows.map(({ name }) => name)).toEqual(migrationNames);
      }
      await discard();
    });
  });
}
