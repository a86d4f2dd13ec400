import { type Migration, sql } from "kysely";
import { newId } from "../new-id.js";

/** Folders with their rights, versions of articles, reviews, translations, views and comments of readers. */
export function addKnowledgeTables(): Migration {
  return {
    up: async (db) => {
      for (const statement of statements) await sql.raw(statement).execute(db);
      await keepStaffOnly(db);
    },
  };
}

type MigrationDb = Parameters<Migration["up"]>[0];

/** What was internal without groups was for the desk's staff, and what was confidential was open to admins: it stays so. */
async function keepStaffOnly(db: MigrationDb): Promise<void> {
  const id = newId();
  await sql`insert into article_folder (id, path, readers, created_at, updated_at)
    values (${id}, '', 'listed', 0, 0)`.execute(db);
  for (const [purpose, role] of [
    ["read", "agent"],
    ["read", "supervisor"],
    ["read", "admin"],
    ["administer", "admin"],
  ]) {
    await sql`insert into folder_grant (folder_id, purpose, kind, subject)
      values (${id}, ${purpose}, 'role', ${role})`.execute(db);
  }
}

const statements = [
  `create table article_folder (
    id text primary key, path text not null unique, readers text not null, created_at bigint not null,
    updated_at bigint not null)`,
  `create table folder_grant (
    folder_id text not null references article_folder(id), purpose text not null, kind text not null,
    subject text not null, primary key (folder_id, purpose, kind, subject))`,
  "create index folder_grant_subject on folder_grant(subject)",
  "create index article_by_folder on article(folder)",
  "alter table article add column version integer not null default 1",
  "alter table article add column review_at bigint",
  "alter table article add column translation_key text",
  "alter table article add column views integer not null default 0",
  "create index article_translation on article(translation_key) where translation_key is not null",
  `create table article_version (
    article_id text not null references article(id) on delete cascade, version integer not null, saved_at bigint not null,
    saved_by text, note text not null, language text not null, title text not null, body text not null,
    tags_json text not null, folder text not null, visibility text not null, state text not null,
    primary key (article_id, version))`,
  "alter table article_feedback add column comment text",
];
