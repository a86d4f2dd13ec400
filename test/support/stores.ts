import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectStore, type Engine, type Store } from "../../store/index.js";
import { newMigratedSchema, placeMigrated } from "./migrated.js";

export interface TestStore extends Store {
  /** What a second process would need to open the same store. */
  readonly options: { databaseUrl?: string; schema?: string; file?: string };
  /** Closes the store and removes its data. */
  discard(): Promise<void>;
}

/** A migrated store of its own for one suite: a file in the temporary folder, or a PostgreSQL schema. */
export async function openTestStore(engine: Engine): Promise<TestStore> {
  return engine === "sqlite" ? openSqlite() : openPostgres();
}

async function openSqlite(): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), "deskhand-"));
  const options = { file: join(folder, "desk.db") };
  await placeMigrated(options.file);
  const store = connectStore(options);
  const discard = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...store, options, discard };
}

async function openPostgres(): Promise<TestStore> {
  const schema = await newMigratedSchema();
  const options = { databaseUrl: schema.url, schema: schema.name };
  const store = connectStore(options);
  const discard = async () => {
    await store.close();
    await schema.drop();
  };
  return { ...store, options, discard };
}

/** The engines that are there: SQLite always, PostgreSQL unless scripts/test.mjs found none and said so. */
export const engines: readonly Engine[] =
  process.env.TEST_WITHOUT_POSTGRES === "1" ? ["sqlite"] : ["sqlite", "postgres"];
