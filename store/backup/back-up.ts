import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { sql } from "kysely";
import { connectStore } from "../connect.js";
import { SqliteFile } from "../sqlite-file.js";
import { BackupError } from "./backup-error.js";
import { filesBelow, type Manifest, writeManifest } from "./manifest.js";
import { dumpPostgres } from "./postgres-tools.js";
import { isDraft } from "./swap.js";

export interface BackupPlace {
  readonly databaseUrl: string | undefined;
  readonly schema: string | undefined;
  /** The SQLite file; used without `databaseUrl`. */
  readonly file: string;
  readonly dataDir: string;
  /** `PATH`: where PostgreSQL's tools are looked for. */
  readonly searchPath?: string | undefined;
}

/** Files of the data folder that are the database itself, or that the desk makes again. */
const notData = /^(desk\.db(-wal|-shm|-journal)?$|(models|search)\/|.*\.tmp$)/;
/** In the data folder: the key the desk signs with, when the environment gives none. */
const secretFiles = ["session-secret"];

/**
 * Copies the database, as it is at one moment, and everything else of the data folder into a new folder, and writes a
 * manifest with checksums. The desk may serve meanwhile: nothing it has acknowledged before is missing, and nothing is
 * in it by half. Throws `BackupError` for a folder that is not empty.
 */
export async function backUp(
  place: BackupPlace,
  { to, version, now }: { readonly to: string; readonly version: string; readonly now: number },
): Promise<Manifest> {
  if (existsSync(to) && readdirSync(to).length > 0) throw new BackupError(`${to} is not empty.`);
  if (place.databaseUrl === undefined && !existsSync(place.file)) {
    throw new BackupError(`There is no desk in ${place.dataDir}.`);
  }
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const migration = await lastMigration(place);
  // The files after the database: a row may then lack no file, and a file without a row does no harm.
  if (place.databaseUrl === undefined) await copySqlite(place.file, join(to, "desk.db"));
  else await dumpPostgres({ searchPath: undefined, ...place, url: place.databaseUrl }, join(to, "desk.dump"));
  const kept = copyData(place.dataDir, join(to, "data"));
  return writeManifest(to, {
    version,
    engine: place.databaseUrl === undefined ? "sqlite" : "postgres",
    createdAt: new Date(now).toISOString(),
    migration,
    secrets: kept.filter((path) => secretFiles.includes(path)).map((path) => `data/${path}`),
  });
}

/** Reads one snapshot and writes it without gaps; writers go on in the write-ahead log. */
async function copySqlite(file: string, to: string): Promise<void> {
  const database = new SqliteFile(file);
  try {
    await database.executeInBackground(`VACUUM INTO '${to.replaceAll("'", "''")}'`);
  } finally {
    database.close();
  }
  chmodSync(to, 0o600);
}

function copyData(from: string, to: string): string[] {
  if (!existsSync(from)) return [];
  const kept = filesBelow(from).filter((path) => !notData.test(path) && !isDraft(path));
  for (const path of kept) {
    mkdirSync(dirname(join(to, path)), { recursive: true, mode: 0o700 });
    copyFileSync(join(from, path), join(to, path));
    chmodSync(join(to, path), 0o600);
  }
  return kept;
}

async function lastMigration({ databaseUrl, schema, file }: BackupPlace): Promise<string> {
  const store = connectStore({ databaseUrl, schema, file, poolSize: 1 });
  try {
    const { rows } = await sql<{ name: string }>`select name from kysely_migration
      order by name desc limit 1`.execute(store.db);
    return rows[0]?.name ?? "";
  } catch (cause) {
    throw new BackupError("The database holds no desk, or does not answer.", { cause });
  } finally {
    await store.close();
  }
}
