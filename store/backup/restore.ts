import { randomInt } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { connectStore, type Db } from "../connect.js";
import { migrationNames } from "../migrate.js";
import { SqliteFile } from "../sqlite-file.js";
import type { BackupPlace } from "./back-up.js";
import { BackupError } from "./backup-error.js";
import { finishRestore, restoredCounter } from "./finish-restore.js";
import { checkManifest, type Manifest } from "./manifest.js";
import { restorePostgres } from "./postgres-tools.js";
import { dropDraft, markReady, openDraft, swapIn } from "./swap.js";

/** `counter.value` is read as a number. */
const tokensMax = 2 ** 47;

/**
 * Brings a backup back into a place where no desk is; with `force` what is there gives way. The backup is read whole and
 * compared with its checksums, laid out beside what is there, and checked there; only then they change places. Cut short
 * anywhere, it leaves the desk before or the restored one, never parts of both (see `finishRestore`). No node of the
 * desk may run.
 */
export async function restore(
  place: BackupPlace,
  { from, force }: { readonly from: string; readonly force: boolean },
): Promise<Manifest> {
  const manifest = await readWhole(from);
  const engine = place.databaseUrl === undefined ? "sqlite" : "postgres";
  if (manifest.engine !== engine) {
    throw new BackupError(`This is a backup of ${manifest.engine}; the settings name ${engine}.`);
  }
  if (!migrationNames.includes(manifest.migration)) {
    throw new BackupError(
      `This backup was made by Deskhand ${manifest.version}, which is newer; install that version first.`,
    );
  }
  await finishRestore(place);
  try {
    if (engine === "sqlite") restoreSqlite(place, { from, force, manifest });
    else await restoreDump(place, { from, force, manifest });
  } catch (error) {
    // The database may have been filled, and only the word of it been lost.
    if (await finishRestore(place)) return manifest;
    dropDraft(place);
    throw error;
  }
  swapIn(place);
  return manifest;
}

async function readWhole(from: string): Promise<Manifest> {
  if (!existsSync(join(from, "manifest.json"))) {
    throw new BackupError(`${from} has no manifest.json: it is no backup, or one that was cut short.`);
  }
  const { manifest, faults } = await checkManifest(from);
  if (faults.length > 0) throw new BackupError(`The backup is damaged: ${faults.join("; ")}.`);
  return manifest;
}

interface Source {
  readonly from: string;
  readonly force: boolean;
  readonly manifest: Manifest;
}

function restoreSqlite(place: BackupPlace, { from, force, manifest }: Source): void {
  const { file } = place;
  if (existsSync(file) && !force) throw new BackupError(`${file} is there already; --force replaces it.`);
  const draft = layOut(place, from, manifest);
  copyFileSync(join(from, "desk.db"), draft.database);
  const database = new SqliteFile(draft.database);
  const { rows } = database.execute("PRAGMA integrity_check");
  database.close();
  if (JSON.stringify(rows) !== '[{"integrity_check":"ok"}]') {
    throw new BackupError("SQLite does not find the copied database in order.");
  }
  markReady(place, {});
}

/** Empties and fills the database in one transaction, which leaves a number there by which it is known to have ended. */
async function restoreDump(place: BackupPlace, { from, force, manifest }: Source): Promise<void> {
  const { databaseUrl = "", schema } = place;
  const store = connectStore({ databaseUrl, schema, poolSize: 1 });
  const { tables, routines, here } = await present(store.db).finally(() => store.close());
  if (tables.length > 0 && !force) {
    throw new BackupError(`The database has ${tables.length} tables already; --force replaces them.`);
  }
  layOut(place, from, manifest);
  const token = randomInt(1, tokensMax);
  markReady(place, { token });
  await restorePostgres(
    { searchPath: undefined, ...place, url: databaseUrl },
    {
      dump: join(from, "desk.dump"),
      before: [
        // Names of routines are written as they are called from here.
        `set local search_path = ${here};`,
        ...tables.map((name) => `drop table if exists ${name} cascade;`),
        ...routines.map((name) => `drop routine if exists ${name} cascade;`),
      ],
      after: [
        `delete from ${here}.counter where name = '${restoredCounter}';`,
        `insert into ${here}.counter (name, value) values ('${restoredCounter}', ${token});`,
      ],
    },
  );
}

function layOut(place: BackupPlace, from: string, { files }: Manifest) {
  const draft = openDraft(place);
  for (const { path } of files.filter((file) => file.path.startsWith("data/"))) {
    const target = join(draft.data, path.slice("data/".length));
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    copyFileSync(join(from, path), target);
  }
  return draft;
}

/** What is in the schema now, and its own name, as PostgreSQL itself writes them; what an extension has brought stays. */
async function present(db: Db) {
  const { rows: tables } = await sql<{
    name: string;
  }>`select format('%I.%I', table_schema, table_name) as name
    from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(db);
  const { rows: routines } = await sql<{
    name: string;
  }>`select routine.oid::regprocedure::text as name from pg_proc routine
    where routine.pronamespace = current_schema()::regnamespace and not exists (
      select 1 from pg_depend where objid = routine.oid and deptype = 'e')`.execute(db);
  const { rows: schemas } = await sql<{ name: string }>`select quote_ident(current_schema()) as name`.execute(
    db,
  );
  const namesOf = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);
  const [here] = namesOf(schemas);
  if (here === undefined) throw new BackupError("The database has no schema for the desk.");
  return { tables: namesOf(tables), routines: namesOf(routines), here };
}
