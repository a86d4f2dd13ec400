import type { Config, Log } from "../config/index.js";
import { finishRestore } from "../store/index.js";

/** Before anything of the data folder is read: ends a restore that was cut short when all of it was laid out. */
export async function endRestore({ store, secrets }: Config, log: Log): Promise<void> {
  if (await finishRestore({ ...store, databaseUrl: secrets.databaseUrl }))
    log.warn("A restore that had been cut short was ended: this is the restored desk.");
}
