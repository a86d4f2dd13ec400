import {
  type Agreement,
  type AgreementForm,
  AppError,
  type Offering,
  type OfferingForm,
} from "../../contract/index.js";
import { type Db, fromJson, toJson } from "../../store/index.js";
import { nameSchema } from "../catalog/index.js";
import { readAgreements, readOfferings, readRules } from "./read-book.js";

/** How one kind of thing is read and written; everything runs in the transaction of its caller. */
export interface Keeper<Form, Item> {
  /** In the change log. */
  readonly type: string;
  /** In messages. */
  readonly word: string;
  list(db: Db): Promise<Item[]>;
  nameOf(db: Db, item: Item): Promise<string>;
  /** Throws `agreement/refused` when the form names what is not there. */
  check(trx: Db, form: Form): Promise<void>;
  write(trx: Db, id: string, form: Form, kind: "create" | "update"): Promise<void>;
  usesOf(trx: Db, id: string): Promise<string[]>;
  remove(trx: Db, id: string): Promise<void>;
}

export const agreementKeeper: Keeper<AgreementForm, Agreement> = {
  type: "agreement",
  word: "agreement",
  list: readAgreements,
  nameOf: async (_db, { name }) => name,
  check: async (trx, form) => {
    await requireAll(trx, "service", form.serviceIds);
    if (form.calendarId !== undefined) await requireAll(trx, "calendar", [form.calendarId]);
  },
  write: async (trx, id, form, kind) => {
    const row = {
      name: form.name,
      active_from: form.activeFrom ?? null,
      active_to: form.activeTo ?? null,
      active: form.isActive ? 1 : 0,
      chat: form.isChatEnabled ? 1 : 0,
      calendar_id: form.calendarId ?? null,
      targets_json: toJson(form.targets),
    };
    if (kind === "create")
      await trx
        .insertInto("agreement")
        .values({ id, ...row })
        .execute();
    else await trx.updateTable("agreement").set(row).where("id", "=", id).execute();
    await trx.deleteFrom("agreement_service").where("agreement_id", "=", id).execute();
    const links = [...new Set(form.serviceIds)].map((serviceId) => ({
      agreement_id: id,
      service_id: serviceId,
    }));
    if (links.length > 0) await trx.insertInto("agreement_service").values(links).execute();
  },
  usesOf: async (trx, id) => {
    const offerings = (await readOfferings(trx)).filter(({ agreementIds }) => agreementIds.includes(id));
    const names = await Promise.all(offerings.map((offering) => offeringKeeper.nameOf(trx, offering)));
    const rules = (await readRules(trx)).rules.filter(({ agreementId }) => agreementId === id);
    const ticket = await trx
      .selectFrom("ticket")
      .select("number")
      .where("agreement_id", "=", id)
      .limit(1)
      .executeTakeFirst();
    return [...names, ...rules.map(({ name }) => name), ...(ticket ? [`ticket ${ticket.number}`] : [])];
  },
  remove: async (trx, id) => {
    await trx.deleteFrom("agreement_service").where("agreement_id", "=", id).execute();
    await trx.deleteFrom("agreement").where("id", "=", id).execute();
  },
};

export const offeringKeeper: Keeper<OfferingForm, Offering> = {
  type: "offering",
  word: "offering",
  list: (db) => readOfferings(db),
  nameOf: async (db, { activityId }) => {
    const row = await db
      .selectFrom("activity")
      .select("name_json")
      .where("id", "=", activityId)
      .executeTakeFirst();
    return row === undefined ? activityId : fromJson(nameSchema, row.name_json).en;
  },
  check: async (trx, form) => {
    await requireAll(trx, "activity", [form.activityId]);
    await requireAll(trx, "agreement", form.agreementIds);
    if (form.defaultServiceId !== undefined) await requireAll(trx, "service", [form.defaultServiceId]);
  },
  write: async (trx, id, form, kind) => {
    const row = { activity_id: form.activityId, default_service_id: form.defaultServiceId ?? null };
    if (kind === "create")
      await trx
        .insertInto("offering")
        .values({ id, ...row })
        .execute();
    else await trx.updateTable("offering").set(row).where("id", "=", id).execute();
    await trx.deleteFrom("offering_agreement").where("offering_id", "=", id).execute();
    const links = [...new Set(form.agreementIds)].map((agreementId, position) => ({
      offering_id: id,
      agreement_id: agreementId,
      position,
    }));
    if (links.length > 0) await trx.insertInto("offering_agreement").values(links).execute();
  },
  usesOf: async () => [],
  remove: async (trx, id) => {
    await trx.deleteFrom("offering_agreement").where("offering_id", "=", id).execute();
    await trx.deleteFrom("offering").where("id", "=", id).execute();
  },
};

async function requireAll(
  trx: Db,
  table: "service" | "activity" | "calendar" | "agreement",
  ids: readonly string[],
): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const rows = await trx.selectFrom(table).select("id").where("id", "in", wanted).execute();
  if (rows.length === wanted.length) return;
  throw new AppError("agreement/refused", `It names a ${table} that is not there.`);
}
