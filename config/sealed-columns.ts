import type { Db } from "../store/index.js";
import type { Seal } from "./seal.js";

/** For what each secret of the database is sealed. */
export const sealedFor = {
  webhook: (id: string) => `webhook ${id}`,
  portalKey: (id: string) => `portal key ${id}`,
  pushKey: (name: string) => `push key ${name}`,
};

/**
 * Seals with the present key what is stored otherwise: in plain text by an older version, or under a former key. What
 * cannot be opened is left as it is, for the key may come back. Answers how many secrets there were; several nodes may
 * do it at once.
 */
export async function sealStored(db: Db, seal: Seal): Promise<number> {
  let count = 0;
  const anew = async (
    stored: string,
    use: string,
    write: (sealed: string) => Promise<unknown>,
  ): Promise<void> => {
    if (seal.isPresent(stored)) return;
    const text = openOr(seal, stored, use);
    if (text === undefined) return;
    await write(seal.seal(text, use));
    count += 1;
  };
  for (const { id, secret, former_secret } of await db.selectFrom("webhook").selectAll().execute()) {
    const row = db.updateTable("webhook").where("id", "=", id);
    await anew(secret, sealedFor.webhook(id), (sealed) =>
      row.where("secret", "=", secret).set({ secret: sealed }).execute(),
    );
    if (former_secret === null) continue;
    await anew(former_secret, sealedFor.webhook(id), (sealed) =>
      row.where("former_secret", "=", former_secret).set({ former_secret: sealed }).execute(),
    );
  }
  for (const { id, secret } of await db.selectFrom("widget_key").selectAll().execute()) {
    await anew(secret, sealedFor.portalKey(id), (sealed) =>
      db.updateTable("widget_key").set({ secret: sealed }).where("id", "=", id).execute(),
    );
  }
  for (const { name, private_key } of await db.selectFrom("push_key").selectAll().execute()) {
    await anew(private_key, sealedFor.pushKey(name), (sealed) =>
      db.updateTable("push_key").set({ private_key: sealed }).where("name", "=", name).execute(),
    );
  }
  return count;
}

function openOr(seal: Seal, stored: string, use: string): string | undefined {
  try {
    return seal.open(stored, use);
  } catch {
    return undefined;
  }
}
