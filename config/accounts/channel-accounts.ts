import { createHash } from "node:crypto";
import type { Account, Locale } from "../../contract/index.js";
import { type Db, newId } from "../../store/index.js";
import type { People } from "./people.js";

export interface ChannelPerson {
  /** `msteams`, `webchat` and so on. */
  readonly channelId: string;
  /** The person's id on that channel. */
  readonly externalId: string;
  readonly name: string;
  /** Groups the person joins when seen for the first time, so that group permissions apply (S0-5, S0-6). */
  readonly groupIds?: readonly string[];
  readonly locale?: Locale | undefined;
  readonly department?: string | undefined;
}

const nameCharsMax = 200;

/**
 * The account of somebody who writes through a channel: made at the first message, the same ever after, also when two
 * messages come at once. It has no password, so nobody logs in with it.
 */
export async function ensureChannelAccount(
  options: { readonly db: Db; readonly now: () => number; readonly people: People },
  person: ChannelPerson,
): Promise<Account | undefined> {
  const { db, now, people } = options;
  const username = channelUsername(person);
  const known = await people.accountByUsername(username);
  if (known !== undefined) return known;
  const name = person.name.trim().slice(0, nameCharsMax) || person.channelId;
  await db.transaction().execute(async (trx) => {
    const made = await trx
      .insertInto("account")
      .values({
        id: newId(),
        username,
        name,
        email: null,
        role: "requester",
        locale: person.locale ?? null,
        department: person.department ?? null,
        photo_url: null,
        password_hash: null,
        active: 1,
        availability: "available",
        capacity: 0,
        created_at: now(),
      })
      .onConflict((conflict) => conflict.column("username").doNothing())
      .returning("id")
      .executeTakeFirst();
    const memberships = (person.groupIds ?? []).map((id) => ({ group_id: id, account_id: made?.id ?? "" }));
    if (made !== undefined && memberships.length > 0) {
      await trx.insertInto("membership").values(memberships).execute();
    }
  });
  return people.accountByUsername(username);
}

/** Hashed, because a channel's ids may be of any length and hold anything. */
function channelUsername(person: ChannelPerson): string {
  const digest = createHash("sha256").update(person.externalId).digest("hex").slice(0, 40);
  return `${person.channelId.toLowerCase().slice(0, 40)}:${digest}`;
}
