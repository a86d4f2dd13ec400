import {
  type Agreement,
  type AgreementForm,
  type AgreementRules,
  AppError,
  type CompletionCode,
  type CompletionCodeForm,
  type Offering,
  type OfferingForm,
} from "../../contract/index.js";
import {
  type Db,
  isUniqueViolation,
  newId,
  recordChange,
  type Store,
  saveSetting,
} from "../../store/index.js";
import { codeKeeper } from "./completion-codes.js";
import { agreementKeeper, type Keeper, offeringKeeper } from "./keepers.js";
import { readAgreements, readRules, rulesName } from "./read-book.js";

interface Kept<Form, Item> {
  list(): Promise<Item[]>;
  /** Throws `agreement/refused` for what cannot be. */
  create(form: Form, by: string): Promise<Item>;
  /** As `create`, and `agreement/not-found`. */
  update(id: string, form: Form, by: string): Promise<Item>;
  /** Throws `agreement/in-use` with what uses it. */
  remove(id: string, by: string): Promise<void>;
}

/** What admins keep about agreements; every write stands in the change log. It holds for what is opened from then on. */
export interface AgreementAdmin {
  readonly agreements: Kept<AgreementForm, Agreement>;
  readonly offerings: Kept<OfferingForm, Offering>;
  readonly codes: Kept<CompletionCodeForm, CompletionCode>;
  rules(): Promise<AgreementRules>;
  /** Throws `agreement/refused` when somebody else has saved meanwhile, or a rule names what is not there. */
  saveRules(rules: AgreementRules, by: string): Promise<AgreementRules>;
  /** For the calendars: the agreements that use one. */
  usesOf(db: Db, calendarId: string): Promise<string[]>;
  /** For the groups: how many rules look at one. */
  usesOfGroup(db: Db, groupId: string): Promise<{ readonly by: string; readonly count: number }[]>;
}

export function createAgreementAdmin({
  store,
  now,
}: {
  readonly store: Store;
  readonly now: () => number;
}): AgreementAdmin {
  return {
    agreements: keep(store, now, agreementKeeper),
    offerings: keep(store, now, offeringKeeper),
    codes: keep(store, now, codeKeeper),
    rules: () => readRules(store.db),
    saveRules: async ({ version, rules }, by) => {
      const known = new Set((await readAgreements(store.db)).map(({ id }) => id));
      const lost = rules.filter(({ agreementId }) => !known.has(agreementId));
      if (lost.length > 0) throw refused(`"${lost[0]?.name}" names an agreement that is not there.`);
      const saved = await saveSetting(store, { name: rulesName, value: rules, version, at: now(), by });
      if (saved === "changed")
        throw refused("Somebody else has changed the rules meanwhile. Read them again.");
      return readRules(store.db);
    },
    usesOf: async (db, calendarId) => {
      const rows = await db
        .selectFrom("agreement")
        .select("name")
        .where("calendar_id", "=", calendarId)
        .execute();
      return rows.map((row) => row.name);
    },
    usesOfGroup: async (db, groupId) => {
      const { rules } = await readRules(db);
      const looks = rules.filter(({ conditions }) =>
        conditions.some(
          ({ field, values }) =>
            (field === "group" || field === "requester-group") && values.some((value) => value === groupId),
        ),
      );
      return [{ by: "agreement rules", count: looks.length }];
    },
  };
}

function keep<Form extends object, Item extends Form & { readonly id: string }>(
  store: Store,
  now: () => number,
  keeper: Keeper<Form, Item>,
): Kept<Form, Item> {
  const { db } = store;

  async function find(trx: Db, id: string): Promise<Item> {
    const item = (await keeper.list(trx)).find((one) => one.id === id);
    if (item === undefined) throw new AppError("agreement/not-found", `There is no such ${keeper.word}.`);
    return item;
  }

  async function record(trx: Db, change: { before?: Item; after?: Item; by: string }): Promise<void> {
    const subject = change.after ?? change.before;
    if (subject === undefined) return;
    const { id } = subject;
    const name = await keeper.nameOf(trx, subject);
    const { by, ...sides } = change;
    await recordChange(trx, { type: keeper.type, id, name, ...sides, at: now(), by });
  }

  async function write(id: string, form: Form, by: string, kind: "create" | "update"): Promise<Item> {
    try {
      return await db.transaction().execute(async (trx) => {
        const before = kind === "update" ? await find(trx, id) : undefined;
        await keeper.check(trx, form);
        await keeper.write(trx, id, form, kind);
        const after = await find(trx, id);
        await record(trx, { ...(before === undefined ? {} : { before }), after, by });
        return after;
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw refused(`There is such a ${keeper.word} already.`);
      throw error;
    }
  }

  return {
    list: () => keeper.list(db),
    create: (form, by) => write(newId(), form, by, "create"),
    update: (id, form, by) => write(id, form, by, "update"),
    remove: async (id, by) => {
      await db.transaction().execute(async (trx) => {
        const before = await find(trx, id);
        const uses = await keeper.usesOf(trx, id);
        if (uses.length > 0) {
          const message = `It is used by ${uses.slice(0, 5).join(", ")}; take it out there first.`;
          throw new AppError("agreement/in-use", message, { details: { uses } });
        }
        await record(trx, { before, by });
        await keeper.remove(trx, id);
      });
    },
  };
}

function refused(message: string): AppError {
  return new AppError("agreement/refused", message);
}
