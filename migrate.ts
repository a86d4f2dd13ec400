import { mkdirSync } from "node:fs";
import { loadConfig } from "./config/index.js";
import { connectStore, finishRestore, migrate } from "./store/index.js";

export interface MigrateProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/**
 * `deskhand migrate`: brings the database to this version and ends, before nodes of this version start. Nodes of the
 * version before may serve meanwhile. Every node does the same at its start; this only lets it be seen to fail alone.
 */
export async function runMigrate({ env, stdout, stderr }: MigrateProcess): Promise<number> {
  const loaded = loadConfig(env);
  if (!loaded.ok) {
    stderr.write(`The configuration is wrong:\n${loaded.problems.map((one) => `  ${one}\n`).join("")}`);
    return 1;
  }
  const { store: settings, secrets } = loaded.config;
  if (secrets.databaseUrl === undefined) mkdirSync(settings.dataDir, { recursive: true });
  await finishRestore({ ...settings, databaseUrl: secrets.databaseUrl });
  const store = connectStore({ ...settings, databaseUrl: secrets.databaseUrl, poolSize: 2 });
  try {
    await migrate(store);
    stdout.write("The database is at this version.\n");
    return 0;
  } catch (error) {
    stderr.write(`The database could not be brought to this version: ${String(error)}\n`);
    return 1;
  } finally {
    await store.close();
  }
}
