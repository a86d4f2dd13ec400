import { type Migration, sql } from "kysely";

const keyed = ["origin", "contract", "catalog", "service", "activity"];

/** Keys by which the portfolio is imported again, and the record of who changed what. */
export function addPortfolioKeys(): Migration {
  return {
    up: async (db) => {
      for (const statement of [...keyed.flatMap(addKey), ...changeLog]) await sql.raw(statement).execute(db);
    },
  };
}

function addKey(table: string): string[] {
  return [
    `alter table ${table} add column "key" text`,
    `create unique index ${table}_key on ${table}("key") where "key" is not null`,
  ];
}

const changeLog = [
  `create table change_log (
    id text primary key, object_type text not null, object_id text not null, object_name text not null,
    action text not null, before_json text not null, after_json text not null, changed_at bigint not null,
    changed_by text)`,
  "create index change_log_object on change_log(object_id, id)",
];
