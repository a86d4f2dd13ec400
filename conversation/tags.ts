import type { Db, Store } from "../store/index.js";

export type Tagged = "conversation" | "ticket";

/** Words that agents put on talks and tickets to find them again. */
export interface Tags {
  of(type: Tagged, objectId: string): Promise<string[]>;
  /** Makes these the tags of it. */
  replace(type: Tagged, objectId: string, names: readonly string[], by: string): Promise<string[]>;
  /** Those in use that begin so, the most used first. */
  suggest(beginning: string): Promise<string[]>;
}

const suggestedMax = 10;

export function createTags({ store, now }: { store: Store; now: () => number }): Tags {
  const { db } = store;
  return {
    of: (type, id) => read(db, type, id),
    replace: (type, id, names, by) =>
      db.transaction().execute(async (trx) => {
        const present = await read(trx, type, id);
        const gone = present.filter((name) => !names.includes(name));
        if (gone.length > 0) {
          await trx
            .deleteFrom("tag")
            .where("object_type", "=", type)
            .where("object_id", "=", id)
            .where("name", "in", gone)
            .execute();
        }
        const added = [...new Set(names)].map((name) => ({
          object_type: type,
          object_id: id,
          name,
          added_by: by,
          added_at: now(),
        }));
        if (added.length > 0) {
          await trx
            .insertInto("tag")
            .values(added)
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        return read(trx, type, id);
      }),
    suggest: async (beginning) => {
      const rows = await db
        .selectFrom("tag")
        .select((of) => ["name", of.fn.countAll<number>().as("uses")])
        .where("name", ">=", beginning)
        .where("name", "<", `${beginning}\u{10ffff}`)
        .groupBy("name")
        .orderBy("uses", "desc")
        .limit(suggestedMax)
        .execute();
      return rows.map((row) => row.name);
    },
  };
}

async function read(db: Db, type: Tagged, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom("tag")
    .select("name")
    .where("object_type", "=", type)
    .where("object_id", "=", id)
    .orderBy("name")
    .execute();
  return rows.map((row) => row.name);
}
