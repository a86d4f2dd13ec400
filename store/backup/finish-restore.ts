import { connectStore } from "../connect.js";
import type { BackupPlace } from "./back-up.js";
import { readReady, swapIn } from "./swap.js";

/** The row of `counter` by which a PostgreSQL says which restore filled it. */
export const restoredCounter = "restored";

/**
 * Ends a restore that was cut short when everything of it was laid out: the desk that comes next is wholly the restored
 * one, or, where the database was not filled, wholly the one before. To be called before anything of the data folder is
 * read; without such a restore it only looks for a file. Answers whether the restored desk took its place just now.
 */
export async function finishRestore(place: BackupPlace): Promise<boolean> {
  const ready = readReady(place);
  if (ready === undefined) return false;
  // Not filled: cut short before, or still under way. The next restore begins anew.
  if (ready.token !== undefined && !(await carriesToken(place, ready.token))) return false;
  swapIn(place);
  return true;
}

async function carriesToken({ databaseUrl, schema }: BackupPlace, token: number): Promise<boolean> {
  // Restored for another database than the settings name now: nothing of it belongs here.
  if (databaseUrl === undefined) return false;
  const store = connectStore({ databaseUrl, schema, poolSize: 1 });
  try {
    const tables = await store.db.introspection.getTables();
    if (!tables.some(({ name }) => name === "counter")) return false;
    const row = await store.db
      .selectFrom("counter")
      .select("value")
      .where("name", "=", restoredCounter)
      .executeTakeFirst();
    return row?.value === token;
  } finally {
    await store.close();
  }
}
