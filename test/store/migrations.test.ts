import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { sql, type TableMetadata } from "kysely";
import { connectStore, type Engine, migrate, migrationNames, type Store } from "../../store/index.js";
import { buildDesk } from "../support/desk-process.js";
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
  it("take a lower number that came after a higher one", async () => {
    const { stores, discard } = await openEmpty(engine, 1);
    const [store] = stores;
    if (store === undefined) throw new Error("no store");
    await migrate(store);
    const { db } = store;
    for (const table of ["sign_on_session", "sign_on_link", "sign_on_begun", "sign_on_ended"]) {
      await sql`drop table ${sql.id(table)}`.execute(db);
    }
    await sql`drop index account_email`.execute(db);
    await sql`delete from kysely_migration where name = '0020-single-sign-on'`.execute(db);

    await migrate(store);

    expect(await db.selectFrom("sign_on_link").selectAll().execute()).toEqual([]);
    await discard();
  });

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

describe.each(engines)("migrations of many nodes on %s (issue 7)", (engine) => {
  it("run once when four nodes start at the same moment", async () => {
    const { stores, discard } = await openEmpty(engine, 4);

    await Promise.all(stores.map((store) => migrate(store)));

    for (const store of stores) expect(await migrated(store)).toEqual(migrationNames);
    await discard();
  });

  it("leave nothing behind when one of them fails, so that the next start begins where this one did", async () => {
    const { stores, tables, discard } = await openEmpty(engine, 1);
    const [store] = stores;
    if (store === undefined) throw new Error("no store");
    await migrate(store, "0001-tables");
    const before = await tables(store);
    // Stands where a later migration wants to make a table of its own.
    await sql`create table erasure (id text primary key)`.execute(store.db);

    await expect(migrate(store)).rejects.toThrow("erasure");

    await sql`drop table erasure`.execute(store.db);
    expect(await tables(store)).toEqual(before);
    expect(await migrated(store)).toEqual(["0001-tables"]);
    await migrate(store);
    expect(await migrated(store)).toEqual(migrationNames);
    await discard();
  });
});

async function migrated({ db }: Store): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

describe("processes that migrate one SQLite file at the same moment (issue 7)", () => {
  it("all end well, with each migration done once", async () => {
    buildDesk();
    const folder = mkdtempSync(join(tmpdir(), "deskhand-migrations-"));
    const env = { PATH: process.env.PATH, DATA_DIR: folder };
    const run = promisify(execFile);

    const said = await Promise.all(
      Array.from({ length: 6 }, () => run(process.execPath, ["bin/deskhand.mjs", "migrate"], { env })),
    );

    expect(said.map(({ stdout }) => stdout)).toEqual(Array(6).fill("The database is at this version.\n"));
    const store = connectStore({ file: join(folder, "desk.db") });
    expect(await migrated(store)).toEqual(migrationNames);
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
