import {
  type Agreement,
  agreementFormSchema,
  agreementRulesSchema,
  type Offering,
} from "../../contract/index.js";
import { type Db, fromJson, type Row } from "../../store/index.js";
import type { LevelBook } from "./resolve-level.js";

/** Under which name the rules stand among the desk's settings. */
export const rulesName = "agreement-rules";

/** All that decides about an activity's requests. */
export async function readBook(db: Db, activityId: string): Promise<LevelBook> {
  const agreements = await readAgreements(db);
  // Most desks begin without any; they should not pay for it with each ticket.
  if (agreements.length === 0) return { agreements, rules: [], offering: undefined };
  const [offering] = await readOfferings(db, activityId);
  return { agreements, offering, rules: (await readRules(db)).rules };
}

/** By name. */
export async function readAgreements(db: Db): Promise<Agreement[]> {
  const rows = await db.selectFrom("agreement").selectAll().orderBy("name").execute();
  if (rows.length === 0) return [];
  const links = await db.selectFrom("agreement_service").selectAll().orderBy("service_id").execute();
  return rows.map((row) => toAgreement(row, links));
}

function toAgreement(row: Row<"agreement">, links: readonly Row<"agreement_service">[]): Agreement {
  return {
    id: row.id,
    name: row.name,
    activeFrom: row.active_from ?? undefined,
    activeTo: row.active_to ?? undefined,
    isActive: row.active === 1,
    isChatEnabled: row.chat === 1,
    calendarId: row.calendar_id ?? undefined,
    serviceIds: links.filter((link) => link.agreement_id === row.id).map((link) => link.service_id),
    targets: fromJson(agreementFormSchema.shape.targets, row.targets_json),
  };
}

/** All, or that of one activity. */
export async function readOfferings(db: Db, activityId?: string): Promise<Offering[]> {
  let query = db.selectFrom("offering").selectAll().orderBy("id");
  if (activityId !== undefined) query = query.where("activity_id", "=", activityId);
  const rows = await query.execute();
  if (rows.length === 0) return [];
  const links = await db
    .selectFrom("offering_agreement")
    .selectAll()
    .where(
      "offering_id",
      "in",
      rows.map((row) => row.id),
    )
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    activityId: row.activity_id,
    defaultServiceId: row.default_service_id ?? undefined,
    agreementIds: links.filter((link) => link.offering_id === row.id).map((link) => link.agreement_id),
  }));
}

export async function readRules(db: Db) {
  const row = await db
    .selectFrom("desk_setting")
    .select(["value_json", "version"])
    .where("name", "=", rulesName)
    .executeTakeFirst();
  const rules = row === undefined ? [] : fromJson(agreementRulesSchema.shape.rules, row.value_json);
  return { version: row?.version ?? 0, rules };
}
