import { type Db, isUniqueViolation, type Store } from "../../store/index.js";
import { type Accounts, type EndedSession, lockPeople, requireAdmin } from "../accounts/index.js";
import { readRules } from "../sign-on/rules.js";
import { admitSaid } from "./admit-said.js";
import { changeSaid, type ChangeWish, type SaidChange } from "./change-said.js";
import {
  changeGroup,
  type GroupChange,
  type GroupField,
  listGroups,
  makeGroup,
  type ProvisionedGroup,
  readGroup,
  removeGroup,
  type SaidGroup,
} from "./groups.js";
import {
  listPeople,
  type Page,
  type PageWish,
  type PersonField,
  type ProvisionedPerson,
  readProvisioned,
} from "./read-people.js";
import { ProvisioningRefusal } from "./refusal.js";
import type { Under } from "./renew-rights.js";
import type { SaidPerson } from "./said.js";
import type { Where } from "./where.js";

interface Wish {
  readonly id: string;
  /** Only while this is the version; any when left out. */
  readonly version: number | undefined;
}

/**
 * What a company's directory keeps here: people whose accounts it opens and closes, and groups that give rights by the
 * rules of single sign-on. Throws `ProvisioningRefusal`, and `account/refused` for what would leave the desk without an
 * active admin. `by` is who the record of changes names.
 */
export interface Provisioning {
  people(where: Where<PersonField>, page: PageWish): Promise<Page<ProvisionedPerson>>;
  person(id: string): Promise<ProvisionedPerson>;
  /** An account for somebody the directory names for the first time: a fresh one, or the one that is theirs. */
  addPerson(said: SaidPerson, by: string): Promise<ProvisionedPerson>;
  /** A person who is closed is out everywhere at once. */
  changePerson(wish: Wish & { readonly change: SaidChange }, by: string): Promise<ProvisionedPerson>;
  /** Closes the account and forgets it as one of the directory; what the person did stays. */
  removePerson(wish: Wish, by: string): Promise<void>;
  groups(
    where: Where<GroupField>,
    page: PageWish & { readonly hasMembers: boolean },
  ): Promise<Page<ProvisionedGroup>>;
  group(id: string, wish: { readonly hasMembers: boolean }): Promise<ProvisionedGroup>;
  addGroup(said: SaidGroup, by: string): Promise<{ readonly id: string }>;
  changeGroup(wish: Wish & { readonly change: GroupChange }, by: string): Promise<void>;
  removeGroup(wish: Wish, by: string): Promise<void>;
}

export function createProvisioning(options: {
  readonly store: Store;
  readonly now: () => number;
  readonly accounts: Pick<Accounts, "tellEnded" | "personChanged" | "requesterGroups">;
  readonly breakGlass: string | undefined;
  readonly hasSignOn: boolean;
}): Provisioning {
  const { store, now, accounts, breakGlass, hasSignOn } = options;
  const { db } = store;

  /** One change of the directory as a whole; sessions that it ended are told of when it is written. */
  async function change<T extends { readonly ended: readonly EndedSession[] }>(
    by: string,
    run: (trx: Db, under: Under) => Promise<T>,
  ): Promise<T> {
    const { settings: rules } = await readRules(store);
    const renewed = new Set<string>();
    const under = { rules, breakGlass, at: now(), by, renewed: (id: string) => void renewed.add(id) };
    const done = await refuseTaken(() =>
      db.transaction().execute(async (trx) => {
        await lockPeople(trx);
        const result = await run(trx, under);
        await requireAdmin(trx);
        return result;
      }),
    );
    accounts.tellEnded(done.ended);
    const changed = [...renewed, ...done.ended.map((end) => end.accountId)];
    for (const accountId of new Set(changed)) accounts.personChanged(accountId);
    return done;
  }

  async function changePerson(wish: ChangeWish, by: string): Promise<void> {
    await change(by, async (trx, under) => ({ ended: await changeSaid(trx, wish, under) }));
    accounts.personChanged(wish.id);
  }

  return {
    people: (where, page) => listPeople(db, where, page),
    person: (id) => readProvisioned(db, id),
    addPerson: async (said, by) => {
      const firstGroupIds = (await accounts.requesterGroups()).map(({ id }) => id);
      const { accountId } = await change(by, (trx, under) =>
        admitSaid(trx, said, { ...under, hasSignOn, firstGroupIds }),
      );
      accounts.personChanged(accountId);
      return readProvisioned(db, accountId);
    },
    changePerson: async (wish, by) => {
      await changePerson(wish, by);
      return readProvisioned(db, wish.id);
    },
    removePerson: (wish, by) => changePerson({ ...wish, change: () => undefined }, by),
    groups: (where, page) => listGroups(db, where, page),
    group: (id, wish) => readGroup(db, id, wish),
    addGroup: (said, by) => change(by, (trx, under) => makeGroup(trx, said, under)),
    changeGroup: async (wish, by) => {
      await change(by, async (trx, under) => ({ ended: await changeGroup(trx, wish, under) }));
    },
    removeGroup: async (wish, by) => {
      await change(by, async (trx, under) => ({ ended: await removeGroup(trx, wish, under) }));
    },
  };
}

/** The name was taken in between by something that does not wait for changes of people. */
async function refuseTaken<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new ProvisioningRefusal("taken", "The desk has something of this name already.");
  }
}
