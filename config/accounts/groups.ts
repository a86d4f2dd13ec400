import type { Group } from "../../contract/index.js";
import { type Db, newId } from "../../store/index.js";
import { noteMove } from "./moves.js";

export interface NewGroup {
  readonly id?: string;
  readonly name: string;
  /** Members may open tickets by chat (S0-6). */
  readonly chatRequester?: boolean | undefined;
  /** Requesters may be handed over to the group. */
  readonly takesAttendances?: boolean | undefined;
}

export interface Groups {
  /** Throws on a name that is taken. */
  createGroup(group: NewGroup): Promise<Group>;
  /** Adding a member twice changes nothing. */
  addMember(groupId: string, accountId: string): Promise<void>;
  removeMember(groupId: string, accountId: string): Promise<void>;
  groups(): Promise<Group[]>;
  /** The groups a requester can be handed over to, by name. */
  groupsThatTakeAttendances(): Promise<Group[]>;
  /** The groups of people who may open tickets by chat and do not work on them (S0-6). */
  requesterGroups(): Promise<Group[]>;
}

export function createGroups(options: {
  readonly db: Db;
  readonly now: () => number;
  /** Told after a person's groups have changed. */
  readonly changed: (accountId: string) => void;
}): Groups {
  const { db, now, changed } = options;
  const named = db.selectFrom("assignment_group").select(["id", "name"]).orderBy("name");
  return {
    createGroup: async (group) => {
      const id = group.id ?? newId();
      const row = {
        id,
        name: group.name,
        chat_requester: group.chatRequester === true ? 1 : 0,
        takes_attendances: group.takesAttendances === true ? 1 : 0,
        created_at: now(),
      };
      await db.insertInto("assignment_group").values(row).execute();
      return { id, name: group.name };
    },
    addMember: async (groupId, accountId) => {
      await db.transaction().execute(async (trx) => {
        await trx
          .insertInto("membership")
          .values({ group_id: groupId, account_id: accountId })
          .onConflict((conflict) => conflict.columns(["group_id", "account_id"]).doNothing())
          .execute();
        await noteMove(trx);
      });
      changed(accountId);
    },
    removeMember: async (groupId, accountId) => {
      await db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom("membership")
          .where("group_id", "=", groupId)
          .where("account_id", "=", accountId)
          .execute();
        await noteMove(trx);
      });
      changed(accountId);
    },
    groups: () => named.execute(),
    requesterGroups: () => named.where("chat_requester", "=", 1).where("takes_attendances", "=", 0).execute(),
    groupsThatTakeAttendances: () => named.where("takes_attendances", "=", 1).execute(),
  };
}
