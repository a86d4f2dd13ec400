import { type Migration, sql } from "kysely";
import type { Engine } from "../connect.js";

/** What administrators did, each entry chained to the one before; the database itself refuses to change it. */
export function addAudit(engine: Engine): Migration {
  return {
    up: async (db) => {
      for (const statement of [...table, ...guards[engine]]) await sql.raw(statement).execute(db);
    },
  };
}

const table = [
  `create table audit_entry (
    seq bigint primary key, id text not null unique, kind text not null, act_id text, at bigint not null,
    actor_id text not null, actor_role text not null, method text not null, path text not null,
    object_json text not null, asked_json text not null, changes_json text not null, outcome text not null,
    previous_hash text not null, hash text not null)`,
  "create unique index audit_entry_act on audit_entry(act_id)",
  "create index audit_entry_at on audit_entry(at)",
];

const refusal = "The audit log is never changed.";

const guards: Readonly<Record<Engine, readonly string[]>> = {
  sqlite: ["update", "delete"].map(
    (act) =>
      `create trigger audit_entry_no_${act} before ${act} on audit_entry
        begin select raise(abort, '${refusal}'); end`,
  ),
  postgres: [
    `create function refuse_audit_change() returns trigger language plpgsql as
      $$ begin raise exception '${refusal}'; end $$`,
    `create trigger audit_entry_no_change before update or delete on audit_entry
      for each row execute function refuse_audit_change()`,
    `create trigger audit_entry_no_truncate before truncate on audit_entry
      for each statement execute function refuse_audit_change()`,
  ],
};
