import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { connectStore, type Store } from "../connect.js";
import { migrationNames } from "../migrate.js";
import { SqliteFile } from "../sqlite-file.js";
import type { BackupPlace } from "./back-up.js";
import { BackupError } from "./backup-error.js";
import { checkManifest, type Manifest } from "./manifest.js";
import { restorePostgres } from "./postgres-tools.js";

/**
 * Brings a backup back into a place where no desk is; with `force` what is there gives way. The backup is read whole and
 * compared with its checksums first, so that nothing is touched for one that is not in order. No node of the desk may run.
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
  if (engine === "sqlite") await restoreSqlite(place, from, force);
  else await restoreDump(place, from, force);
  for (const { path } of manifest.files.filter((file) => file.path.startsWith("data/"))) {
    const target = join(place.dataDir, path.slice("data/".length));
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    copyFileSync(join(from, path), target);
  }
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

async function restoreSqlite({ file }: BackupPlace, from: string, force: boolean): Promise<void> {
  if (existsSync(file) && !force) throw new BackupError(`${file} is there already; --force replaces it.`);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.restored`;
  rmSync(draft, { force: true });
  copyFileSync(join(from, "desk.db"), draft);
  const database = new SqliteFile(draft);
  const { rows } = database.execute("PRAGMA integrity_check");
  database.close();
  if (JSON.stringify(rows) !== '[{"integrity_check":"ok"}]') {
    throw new BackupError("SQLite does not find the copied database in order.");
  }
  // What stands in an old write-ahead log would be written into the new database.
  for (const rest of ["-wal", "-shm"]) {
    rmSync(file + rest, { force: true });
    rmSync(draft + rest, { force: true });
  }
  renameSync(draft, file);
}

async function restoreDump(place: BackupPlace, from: string, force: boolean): Promise<void> {
  const { databaseUrl = "", schema } = place;
  const store = connectStore({ databaseUrl, schema, poolSize: 1 });
  try {
    const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
      where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(store.db);
    if (rows.length > 0 && !force) {
      throw new BackupError(`The database has ${rows.length} tables already; --force replaces them.`);
    }
    for (const { name } of rows) await sql`drop table if exists ${sql.table(name)} cascade`.execute(store.db);
    for (const name of await ownRoutines(store)) {
      await sql`drop routine if exists ${sql.raw(name)} cascade`.execute(store.db);
    }
  } finally {
    await store.close();
  }
  const folder = mkdtempSync(join(tmpdir(), "deskhand-restore-"));
  try {
    const dump = join(folder, "desk.dump");
    copyFileSync(join(from, "desk.dump"), dump);
    await restorePostgres({ searchPath: undefined, ...place, url: databaseUrl }, dump);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What triggers call; what an extension has brought stays. Names are as PostgreSQL itself writes them. */
async function ownRoutines({ db }: Store): Promise<string[]> {
  const { rows } = await sql<{
    name: string;
  }>`select routine.oid::regprocedure::text as name from pg_proc routine
    where routine.pronamespace = current_schema()::regnamespace and not exists (
      select 1 from pg_depend where objid = routine.oid and deptype = 'e')`.execute(db);
  return rows.map(({ name }) => name);
}
