import { isUniqueViolation, type NewRow, newId, type Store, toJson } from "../../store/index.js";
import { agreementRows } from "./agreement-rows.js";
import { demoDesk } from "./desk.js";
import { demoGold } from "./gold.js";
import { portfolioRows } from "./portfolio-rows.js";

type Transaction = Pick<Store["db"], "insertInto">;

export interface SeedOptions {
  readonly store: Store;
  readonly now: () => number;
  readonly hashPassword: (password: string) => Promise<string>;
  /** Takes the demo articles in; called once the groups that they name are there. */
  readonly importArticles: () => Promise<unknown>;
}

/**
 * Fills an empty desk with the demo desk and answers whether it did. A desk that has accounts is left as it is, so
 * that what an admin changed since stays. The accounts come last: a start that was cut short is done again whole.
 */
export async function seedDemoDesk(options: SeedOptions): Promise<"seeded" | "kept"> {
  const { store, now } = options;
  if (await hasAccounts(store)) return "kept";
  const at = now();
  await store.db.transaction().execute(async (trx) => {
    await insertGroups(trx, at);
    await insertSettings(trx, at);
    await insertPortfolio(trx);
    await insertAgreements(trx, at);
  });
  await options.importArticles();
  await insertGold(store, at);
  const hash = await options.hashPassword(demoDesk.password);
  return insertAccounts(store, at, hash);
}

async function hasAccounts(store: Store): Promise<boolean> {
  return (await store.db.selectFrom("account").select("id").limit(1).executeTakeFirst()) !== undefined;
}

async function insertGroups(trx: Transaction, at: number): Promise<void> {
  const rows = demoDesk.groups.map((group) => ({
    id: group.id,
    name: group.name,
    chat_requester: group.chatRequester ? 1 : 0,
    takes_attendances: group.takesAttendances ? 1 : 0,
    created_at: at,
  }));
  await insertMissing(trx, "assignment_group", rows);
}

async function insertSettings(trx: Transaction, at: number): Promise<void> {
  await insertMissing(trx, "origin", [...demoDesk.origins]);
  await insertMissing(trx, "contract", [demoDesk.contract]);
  const templates = demoDesk.templates.map(({ id, name, subject, text }) => ({
    id,
    name,
    subject_json: toJson(subject),
    text_json: toJson(text),
    created_at: at,
    updated_at: at,
    updated_by: null,
  }));
  await insertMissing(trx, "email_template", templates);
  const parameters = demoDesk.parameters.map(([number, value]) => ({
    number,
    value,
    updated_at: at,
    updated_by: null,
  }));
  await insertMissing(trx, "parameter", parameters);
}

async function insertPortfolio(trx: Transaction): Promise<void> {
  const rows = portfolioRows();
  await insertMissing(trx, "catalog", rows.catalogs);
  await insertMissing(trx, "service", rows.services);
  await insertMissing(trx, "activity", rows.activities);
  // Linked to every group, so that switching parameter 293 on hides nothing until an admin unlinks something.
  const objects = [...rows.catalogs, ...rows.services, ...rows.activities];
  const links = objects.flatMap((object) =>
    demoDesk.groups.map((group) => ({ object_id: object.id, group_id: group.id })),
  );
  await insertMissing(trx, "permitted_group", links);
}

async function insertAgreements(trx: Transaction, at: number): Promise<void> {
  const rows = agreementRows(at);
  await insertMissing(trx, "agreement", rows.agreements);
  await insertMissing(trx, "agreement_service", rows.services);
  await insertMissing(trx, "offering", rows.offerings);
  await insertMissing(trx, "offering_agreement", rows.related);
  await insertMissing(trx, "completion_code", rows.codes);
  await insertMissing(trx, "desk_setting", rows.rules);
}

/** What the assistant is measured with: activities by their name, articles by their title. */
async function insertGold(store: Store, at: number): Promise<void> {
  const articles = await store.db.selectFrom("article").select(["id", "title"]).execute();
  const activities = demoDesk.catalogs.flatMap(({ services }) => services.flatMap((one) => one.activities));
  const rows = demoGold.map(({ language, text, activity, articles: titles = [], intent }) => {
    const wanted = activities.filter(({ name }) => name.en === activity);
    const read = articles.filter(({ title }) => titles.includes(title));
    const expected = [
      ...wanted.map(({ id }) => `activity:${id}`),
      ...read.map(({ id }) => `article:${id}`),
      ...(intent === undefined ? [] : [intent]),
    ];
    const expected_json = toJson(expected.slice(0, 5));
    return { id: newId(), language, text, expected_json, created_at: at, created_by: null };
  });
  await insertMissing(store.db, "gold_sentence", rows);
}

async function insertAccounts(store: Store, at: number, hash: string): Promise<"seeded" | "kept"> {
  const accounts = demoDesk.accounts.map((account) => ({
    id: account.id,
    username: account.username,
    name: account.name,
    email: account.email,
    role: account.role,
    locale: account.locale,
    photo_url: null,
    password_hash: hash,
    active: 1,
    availability: account.availability,
    capacity: account.capacity,
    location: account.location,
    created_at: at,
  }));
  const memberships = demoDesk.accounts.flatMap((account) =>
    account.groupIds.map((groupId) => ({ group_id: groupId, account_id: account.id })),
  );
  try {
    await store.db.transaction().execute(async (trx) => {
      await trx.insertInto("account").values(accounts).execute();
      await insertMissing(trx, "membership", memberships);
    });
    return "seeded";
  } catch (error) {
    // Another node that started at the same moment was first.
    if (isUniqueViolation(error)) return "kept";
    throw error;
  }
}

type Seeded =
  | "assignment_group"
  | "origin"
  | "contract"
  | "email_template"
  | "parameter"
  | "catalog"
  | "service"
  | "activity"
  | "permitted_group"
  | "agreement"
  | "agreement_service"
  | "offering"
  | "offering_agreement"
  | "completion_code"
  | "desk_setting"
  | "gold_sentence"
  | "membership";

async function insertMissing<N extends Seeded>(trx: Transaction, table: N, rows: NewRow<N>[]): Promise<void> {
  await trx
    .insertInto(table)
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
