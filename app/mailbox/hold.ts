import type { Db } from "../../store/index.js";

/** A right that one node has at a time, for as long as it asks for it again before it runs out. */
export interface Hold {
  /** Takes it, or keeps it; no while another node has it. */
  take(): Promise<boolean>;
  release(): Promise<void>;
}

/** The right is a row. It saves work and decides nothing: what two readers store at once, the store keeps once. */
export function createHold(options: {
  readonly db: Db;
  readonly name: string;
  readonly holder: string;
  readonly forMs: number;
  readonly now: () => number;
}): Hold {
  const { db, name, holder, forMs, now } = options;
  return {
    take: async () => {
      const row = { holder, until: now() + forMs };
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto("lease")
        .values({ name, ...row })
        .onConflict((conflict) =>
          conflict
            .column("name")
            .doUpdateSet(row)
            .where((eb) => eb.or([eb("lease.until", "<", now()), eb("lease.holder", "=", holder)])),
        )
        .executeTakeFirst();
      return numInsertedOrUpdatedRows > 0n;
    },
    release: async () => {
      await db.deleteFrom("lease").where("name", "=", name).where("holder", "=", holder).execute();
    },
  };
}
