import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { connectStore, migrate } from "../../store/index.js";
import { SqliteFile } from "../../store/sqlite-file.js";
import { newSchema, runIn, type TestSchema } from "./postgres.js";

/** Migrated once for all suites, until the migrations change: to copy it takes a tenth of the time. */

/** Puts an empty, migrated SQLite store there. */
export async function placeMigrated(file: string): Promise<void> {
  const kept = keptAs("db");
  if (!existsSync(kept)) {
    const store = connectStore({ file });
    await migrate(store);
    await store.close();
    await keep(kept, (fresh) => copyWhole(file, fresh));
  }
  cpSync(kept, file);
}

/** An empty, migrated schema of its own on the PostgreSQL that is there. */
export async function newMigratedSchema(): Promise<TestSchema> {
  const kept = keptAs("sql");
  const schema = await newSchema();
  if (existsSync(kept)) {
    await runIn(schema, readFileSync(kept, "utf8").replaceAll(anySchema, schema.name));
    return schema;
  }
  const store = connectStore({ databaseUrl: schema.url, schema: schema.name });
  await migrate(store);
  await store.close();
  const script = (await dump(schema)).replaceAll(schema.name, anySchema);
  await keep(kept, async (fresh) => writeFileSync(fresh, script));
  return schema;
}

/** With what is still in the write-ahead log. */
async function copyWhole(file: string, to: string): Promise<void> {
  const database = new SqliteFile(file);
  await database.executeInBackground(`VACUUM INTO '${to}'`);
  database.close();
}

/** Stands for the name of the schema in what is kept. */
const anySchema = "deskhand_any_schema";

async function dump({ url, name }: TestSchema): Promise<string> {
  const options = ["--inserts", "--no-owner", "--no-privileges", "--no-comments", `--schema=${name}`, url];
  const { stdout } = await promisify(execFile)("pg_dump", options, { maxBuffer: 64 * 1024 * 1024 });
  // The schema is there already, and what begins with a backslash is for psql.
  return stdout
    .split("\n")
    .filter((line) => !line.startsWith("\\") && line !== `CREATE SCHEMA ${name};`)
    .join("\n");
}

/** Beside and renamed: another suite must not find half of it. */
async function keep(path: string, write: (fresh: string) => Promise<void>): Promise<void> {
  const fresh = `${path}.${randomUUID()}`;
  await write(fresh);
  renameSync(fresh, path);
}

function keptAs(kind: "db" | "sql"): string {
  const folder = resolve("store", "migrations");
  const hash = createHash("sha256").update(readFileSync(resolve("store", "migrate.ts")));
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)));
  return join(tmpdir(), `deskhand-migrated-${hash.digest("hex").slice(0, 16)}.${kind}`);
}
