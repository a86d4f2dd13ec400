import { type Migration, Migrator, sql } from "kysely";
import type { Store } from "./connect.js";
import { createTables } from "./migrations/0001-tables.js";
import { createMailTables } from "./migrations/0002-mail.js";
import { addPortfolioKeys } from "./migrations/0003-portfolio.js";
import { createCalendarTables } from "./migrations/0004-calendars-modes.js";
import { addKnowledgeTables } from "./migrations/0005-knowledge.js";
import { addWidget } from "./migrations/0006-widget.js";
import { addFiles } from "./migrations/0007-files.js";
import { addRouting } from "./migrations/0008-routing.js";
import { createRecordTables } from "./migrations/0009-records.js";
import { createConsoleTables } from "./migrations/0010-console.js";
import { createConsultTables } from "./migrations/0011-consults.js";
import { addInsight } from "./migrations/0012-insight.js";
import { addUnderstanding } from "./migrations/0013-understanding.js";

type MigrationOf = (engine: Store["engine"]) => Migration;

/** In order; a migration that has been released is never edited, only followed. */
const migrations: Record<string, MigrationOf> = {
  "0001-tables": createTables,
  "0002-mail": createMailTables,
  "0003-portfolio": addPortfolioKeys,
  "0004-calendars-modes": createCalendarTables,
  "0005-knowledge": addKnowledgeTables,
  "0006-widget": addWidget,
  "0007-files": addFiles,
  "0008-routing": addRouting,
  "0009-records": createRecordTables,
  "0010-console": createConsoleTables,
  "0011-consults": createConsultTables,
  "0012-insight": addInsight,
  "0013-understanding": addUnderstanding,
};

/** PostgreSQL's invalid_schema_name. */
const schemaGoneCode = "3F000";
const mostTries = 10;

/**
 * Brings the database to the present schema. Safe when several nodes start at once (PostgreSQL takes an advisory
 * lock). Forward only. Throws when a migration fails; nothing of that migration stays.
 */
export async function migrate(store: Store): Promise<void> {
  const entries = Object.entries(migrations).map(([name, of]) => [name, of(store.engine)] as const);
  const migrator = new Migrator({
    db: store.db,
    provider: { getMigrations: async () => Object.fromEntries(entries) },
    migrationTableSchema: await schemaOf(store),
  });
  for (let triesLeft = mostTries; ; triesLeft--) {
    const { error } = await migrator.migrateToLatest();
    if (error === undefined) return;
    if (triesLeft === 1 || !isForeignSchemaGone(error)) throw error;
  }
}

/** Kysely looks at the tables of every schema first; one that is dropped by others meanwhile ends that look. */
function isForeignSchemaGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === schemaGoneCode;
}

/** Named, because Kysely takes its own tables in any schema of the database for those of this one. */
async function schemaOf(store: Store): Promise<string | undefined> {
  if (store.engine === "sqlite") return undefined;
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(store.db);
  return rows[0]?.name ?? undefined;
}
