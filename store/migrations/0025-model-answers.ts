import { type Migration, sql } from "kysely";

/** What the language model was asked, what that cost and what became of it; numbers alone, no words. */
export function addModelAnswers(): Migration {
  return {
    up: async (db) => {
      await sql
        .raw(`create table model_answer (
          id text primary key, conversation_id text, at bigint not null, language text not null, outcome text not null,
          reason text, took_ms integer not null, prompt_tokens integer not null, answer_tokens integer not null,
          helped integer)`)
        .execute(db);
      await sql.raw("create index model_answer_at on model_answer(at)").execute(db);
      await sql.raw("create index model_answer_talk on model_answer(conversation_id)").execute(db);
    },
  };
}
