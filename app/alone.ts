import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "../contract/index.js";
import { newId, type Store } from "../store/index.js";
import type { Alone } from "./routes/etags.js";

/** Longer than what is done under it takes; a node that died with it is not waited for longer. */
const heldMs = 10_000;
const lookEveryMs = 20;
const tries = 100;

/** Lets one do something at a time, over all nodes: the right is a row, taken when nobody has it or it has run out. */
export function createAlone({ store, now }: { readonly store: Store; readonly now: () => number }): Alone {
  const { db } = store;

  async function take(name: string, holder: string): Promise<boolean> {
    const row = { holder, until: now() + heldMs };
    const { numInsertedOrUpdatedRows = 0n } = await db
      .insertInto("lease")
      .values({ name, ...row })
      .onConflict((conflict) => conflict.column("name").doUpdateSet(row).where("lease.until", "<", now()))
      .executeTakeFirst();
    return numInsertedOrUpdatedRows > 0n;
  }

  return async (name, run) => {
    const holder = newId();
    for (let left = tries; !(await take(name, holder)); left -= 1) {
      if (left === 0)
        throw new AppError("server/busy", "The desk cannot do this just now. Please try again in a moment.");
      await wait(lookEveryMs);
    }
    try {
      return await run();
    } finally {
      await db.deleteFrom("lease").where("name", "=", name).where("holder", "=", holder).execute();
    }
  };
}
