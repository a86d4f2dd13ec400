import { type Migration, sql } from "kysely";

/** Talks whose requester is to be asked though the desk asks nobody by itself. */
export function addSurveyWish(): Migration {
  return {
    up: async (db) => {
      await sql
        .raw(`create table survey_wish (
          conversation_id text primary key references conversation(id), wished_at bigint not null,
          wished_by text not null)`)
        .execute(db);
    },
  };
}
