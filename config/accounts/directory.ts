import type {
  GroupForm,
  ListedGroup,
  ListedPerson,
  NewPerson,
  PeopleQuery,
  PersonForm,
} from "../../contract/index.js";
import type { Store } from "../../store/index.js";
import type { Accounts } from "./accounts.js";
import { createGroup, type FindGroupUses, findGroupUses, removeGroup, updateGroup } from "./edit-groups.js";
import { createPerson, notePassword, updatePerson } from "./edit-people.js";
import { listGroups, listPeople, readPerson } from "./list-people.js";
import { type Photo, readPhoto, setPhoto } from "./photos.js";

/** People and groups as admins keep them; every change is recorded with its author. */
export interface Directory {
  people(query: PeopleQuery): Promise<{ readonly items: readonly ListedPerson[]; readonly next?: string }>;
  /** Throws `account/not-found`. */
  person(id: string): Promise<ListedPerson>;
  /** Throws `account/refused` for a name that is taken and for groups that are not there. */
  createPerson(form: NewPerson, by: string): Promise<ListedPerson>;
  /**
   * Ends the person's sessions when the role changes or the account is deactivated. Throws `account/not-found`, and
   * `account/refused` for what would leave the desk without an active admin.
   */
  updatePerson(id: string, form: PersonForm, by: string): Promise<ListedPerson>;
  /** Ends all sessions of the account. */
  setPassword(id: string, password: string, by: string): Promise<void>;
  /** A picture, or none; throws `account/refused` for what is no picture or too large. */
  setPhoto(id: string, content: Buffer | undefined, by: string): Promise<ListedPerson>;
  photo(name: string): Promise<Photo | undefined>;
  groups(): Promise<ListedGroup[]>;
  /** Throws `group/refused` for a name that is taken. */
  createGroup(form: GroupForm, by: string): Promise<ListedGroup>;
  updateGroup(id: string, form: GroupForm, by: string): Promise<ListedGroup>;
  /** Throws `group/in-use` whose details tell by what. */
  removeGroup(id: string, by: string): Promise<void>;
}

export function createDirectory(options: {
  readonly store: Store;
  readonly now: () => number;
  readonly accounts: Pick<Accounts, "endSessionsOf" | "personChanged" | "setPassword">;
  /** Told after a group has changed. */
  readonly groupsChanged: () => void;
  /** What other parts of the desk keep about a group. */
  readonly usesElsewhere?: FindGroupUses;
}): Directory {
  const { store, now, accounts, groupsChanged, usesElsewhere } = options;
  const { db } = store;
  const author = (by: string) => ({ by, at: now() });

  const findUses: FindGroupUses = async (trx, id) => [
    ...(await findGroupUses(trx, id)),
    ...((await usesElsewhere?.(trx, id)) ?? []),
  ];

  async function changeGroups<T>(change: Promise<T>): Promise<T> {
    const result = await change;
    groupsChanged();
    return result;
  }

  return {
    people: (query) => listPeople(db, query),
    person: (id) => readPerson(db, id),
    createPerson: async (form, by) => readPerson(db, await createPerson(db, form, author(by))),
    updatePerson: async (id, form, by) => {
      const { mustLogInAgain } = await updatePerson(db, { id, form }, author(by));
      if (mustLogInAgain) await accounts.endSessionsOf(id, form.active ? "logged-out" : "deactivated");
      accounts.personChanged(id);
      return readPerson(db, id);
    },
    setPassword: async (id, password, by) => {
      const { name } = await readPerson(db, id);
      await accounts.setPassword(id, password);
      await notePassword(db, { id, name }, author(by));
    },
    setPhoto: async (id, content, by) => {
      await setPhoto(db, { id, content }, author(by));
      accounts.personChanged(id);
      return readPerson(db, id);
    },
    photo: (name) => readPhoto(db, name),
    groups: () => listGroups(db),
    createGroup: (form, by) => changeGroups(createGroup(db, form, author(by))),
    updateGroup: (id, form, by) => changeGroups(updateGroup(db, { id, form }, author(by))),
    removeGroup: (id, by) => changeGroups(removeGroup(db, { id, findUses }, author(by))),
  };
}
