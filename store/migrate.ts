import { Kysely, type Migration, Migrator, sql } from "kysely";
import type { Db, Store } from "./connect.js";
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
import { addReportMarks } from "./migrations/0014-report-marks.js";
import { addTold } from "./migrations/0015-told.js";
import { addAudit } from "./migrations/0016-audit.js";
import { addPrivacy } from "./migrations/0017-privacy.js";
import { addSilenceAndPhotos } from "./migrations/0018-silence-photos.js";
import { addSurveyWish } from "./migrations/0019-survey-wish.js";
import { addPrograms } from "./migrations/0022-programs.js";
import { pinnedTo } from "./pinned-dialect.js";

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
  "0014-report-marks": addReportMarks,
  "0015-told": addTold,
  "0016-audit": addAudit,
  "0017-privacy": addPrivacy,
  "0018-silence-photos": addSilenceAndPhotos,
  "0019-survey-wish": addSurveyWish,
  "0022-programs": addPrograms,
};

/** All there are, oldest first. */
export const migrationNames: readonly string[] = Object.keys(migrations);

/** PostgreSQL's invalid_schema_name. */
const schemaGoneCode = "3F000";
const mostTries = 10;

/** The one that Kysely takes, so that nodes of every version wait for each other. */
const migrationLock = "3853314791062309107";

/**
 * Brings the database to the present schema. On PostgreSQL safe when several nodes start at once, also behind a pooler:
 * all of it is one transaction under an advisory lock of that transaction. Forward only; `to` names the last one wanted, for tests of what is between. Throws when a migration fails;
 * nothing of that migration stays.
 */
export async function migrate(store: Store, to?: string): Promise<void> {
  const schema = await schemaOf(store);
  if (store.engine === "sqlite") return run(store, { db: store.db, schema, to });
  for (let triesLeft = mostTries; ; triesLeft--) {
    try {
      return await store.db.transaction().execute(async (trx) => {
        // The wait for another node, and an index on a large table, may take longer than a statement of a request.
        await sql`set local statement_timeout = 0`.execute(trx);
        await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)}::bigint)`.execute(trx);
        await run(store, { db: new Kysely({ dialect: pinnedTo(trx) }), schema, to });
      });
    } catch (error) {
      if (triesLeft === 1 || !isForeignSchemaGone(error)) throw error;
    }
  }
}

async function run(
  { engine }: Store,
  {
    db,
    schema,
    to,
  }: { readonly db: Db; readonly schema: string | undefined; readonly to: string | undefined },
): Promise<void> {
  const entries = Object.entries(migrations).map(([name, of]) => [name, of(engine)] as const);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(entries) },
    migrationTableSchema: schema,
  });
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to));
  if (error !== undefined) throw error;
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
