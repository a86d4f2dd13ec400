import { Kysely, type Migration, Migrator, sql } from "kysely";
import type { Db, Engine, Store } from "./connect.js";
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
import { addSignOn } from "./migrations/0020-single-sign-on.js";
import { addPrograms } from "./migrations/0022-programs.js";
import { addMailbox } from "./migrations/0023-mailbox.js";
import { addOtherDesks } from "./migrations/0024-other-desks.js";
import { addModelAnswers } from "./migrations/0025-model-answers.js";
import { addSecrets } from "./migrations/0026-secrets.js";
import { addProvisioning } from "./migrations/0027-provisioning.js";
import { addMailProof } from "./migrations/0029-mail-proof.js";
import { addLeftElsewhere } from "./migrations/0030-left-elsewhere.js";
import { addRequestedOrder } from "./migrations/0031-requested-order.js";
import { pinnedTo } from "./pinned-dialect.js";

type MigrationOf = (engine: Engine) => Migration;

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
  "0020-single-sign-on": addSignOn,
  "0022-programs": addPrograms,
  "0023-mailbox": addMailbox,
  "0024-other-desks": addOtherDesks,
  "0025-model-answers": addModelAnswers,
  "0026-secrets": addSecrets,
  "0027-provisioning": addProvisioning,
  "0029-mail-proof": addMailProof,
  "0030-left-elsewhere": addLeftElsewhere,
  "0031-requested-order": addRequestedOrder,
};

/** All there are, oldest first. */
export const migrationNames: readonly string[] = Object.keys(migrations);

/** PostgreSQL's invalid_schema_name and undefined_table. */
const goneCodes = ["3F000", "42P01"];
const mostTries = 10;

/** The one that Kysely takes, so that nodes of every version wait for each other. */
const migrationLock = "3853314791062309107";

/** SQLite lets a process wait some seconds for another one's lock; an index on a large table may take longer. */
const longestWaitMs = 600_000;

/**
 * Brings the database to the present schema. Safe when several nodes start at once, also behind a pooler: all of it is
 * one transaction, on PostgreSQL under an advisory lock of that transaction, on SQLite under the lock of its one
 * writer. Forward only; `to` names the last one wanted, for tests of what is between. Throws when a migration fails;
 * nothing of what it was to bring stays.
 */
export async function migrate(store: Store, to?: string): Promise<void> {
  const giveUpAt = performance.now() + longestWaitMs;
  for (let triesLeft = mostTries; ; ) {
    try {
      return await store.db.transaction().execute((trx) => migrateWithin(trx, store.engine, to));
    } catch (error) {
      if (isWriting(error) && performance.now() < giveUpAt) continue;
      if (--triesLeft === 0 || !isForeignTableGone(error)) throw error;
    }
  }
}

async function migrateWithin(trx: Db, engine: Engine, to: string | undefined): Promise<void> {
  if (engine === "postgres") {
    // The wait for another node, and an index on a large table, may take longer than a statement of a request.
    await sql`set local statement_timeout = 0`.execute(trx);
    await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)}::bigint)`.execute(trx);
  }
  const schema = await schemaOf(trx, engine);
  await run(engine, { db: new Kysely({ dialect: pinnedTo(trx, engine) }), schema, to });
}

async function run(
  engine: Engine,
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
    // Parts are built side by side: a lower number may come after a higher one, and none needs the other.
    allowUnorderedMigrations: true,
  });
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to));
  if (error !== undefined) throw error;
}

/** Another process is in the middle of writing to the same SQLite file: migrating it, most likely. */
function isWriting(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}

/** Kysely looks at the tables of every schema first; one that is dropped by others meanwhile ends that look. */
function isForeignTableGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && goneCodes.includes(String(error.code));
}

/** Named, because Kysely takes its own tables in any schema of the database for those of this one. */
async function schemaOf(db: Db, engine: Engine): Promise<string | undefined> {
  if (engine === "sqlite") return undefined;
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`.execute(db);
  return rows[0]?.name ?? undefined;
}
