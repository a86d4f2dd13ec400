import type { Role } from "../../contract/index.js";
import type { Reader } from "../../knowledge/index.js";
import { newId, type Store } from "../../store/index.js";

/** A person as the checks see one. */
export function reader(role: Role, ...groupIds: string[]): Reader {
  return { accountId: newId(), role, groupIds };
}

/** Makes a group of this name and answers its id. */
export async function addGroup(store: Store, name: string): Promise<string> {
  const id = newId();
  const row = { id, name, chat_requester: 0, takes_attendances: 0, created_at: 1 };
  await store.db.insertInto("assignment_group").values(row).execute();
  return id;
}
