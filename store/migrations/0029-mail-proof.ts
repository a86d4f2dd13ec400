import { type Migration, sql } from "kysely";

/** Whether the sender of a mail was found to be who it names; older nodes look at none. */
export const addMailProof = (): Migration => ({
  up: async (db) => {
    await sql.raw("alter table arrival add column proof text").execute(db);
  },
});
