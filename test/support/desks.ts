import type { Role } from "../../contract/index.js";
import { newId, type Store } from "../../store/index.js";

/** Adds a person to the store and answers with their id. */
export async function addAccount(
  store: Store,
  options: { role?: Role; name?: string; capacity?: number; groupIds?: readonly string[] } = {},
): Promise<string> {
  const id = newId();
  await store.db
    .insertInto("account")
    .values({
      id,
      username: `user-${id}`,
      name: options.name ?? `Person ${id.slice(-4)}`,
      email: null,
      role: options.role ?? "requester",
      locale: null,
      photo_url: null,
      password_hash: null,
      active: 1,
      availability: "available",
      capacity: options.capacity ?? 5,
      created_at: 0,
    })
    .execute();
  for (const groupId of options.groupIds ?? []) {
    await store.db.insertInto("membership").values({ group_id: groupId, account_id: id }).execute();
  }
  return id;
}

/** Adds an assignment group that takes attendances. */
export async function addGroup(store: Store, name = "Group"): Promise<string> {
  const id = newId();
  await store.db
    .insertInto("assignment_group")
    .values({ id, name: `${name} ${id}`, chat_requester: 1, takes_attendances: 1, created_at: 0 })
    .execute();
  return id;
}
