import { type Migration, sql } from "kysely";

/** What admins teach the assistant, how well it understands, and the words search takes for others. */
export function addUnderstanding(): Migration {
  return {
    up: async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
    },
  };
}

const statements = [
  `create table taught_example (
    id text primary key, intent text not null, language text not null, text text not null, source text not null,
    created_at bigint not null, created_by text)`,
  "create unique index taught_example_text on taught_example(language, text)",
  `create table question_verdict (
    message_id text primary key, verdict text not null, at bigint not null, by_id text)`,
  `create table gold_sentence (
    id text primary key, language text not null, text text not null, expected_json text not null,
    created_at bigint not null, created_by text)`,
  "create unique index gold_sentence_text on gold_sentence(language, text)",
  `create table gold_run (
    id text primary key, at bigint not null, key text not null unique, model text not null, total integer not null,
    correct integer not null, threshold double precision not null, by_language_json text not null,
    misses_json text not null)`,
  `create table training_run (
    id text primary key, at bigint not null, outcome text not null, model text not null, examples integer not null,
    intents integer not null, took_ms integer not null, threshold double precision, reason text)`,
  "create index training_run_at on training_run(at)",
  `create table search_synonym (
    id text primary key, language text not null, words_json text not null, updated_at bigint not null, updated_by text)`,
  `create table search_boost (
    id text primary key, article_id text not null references article(id) on delete cascade, words text not null,
    worth text not null, updated_at bigint not null, updated_by text)`,
];
