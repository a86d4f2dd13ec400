import { type Account, AppError, type Locale } from "../../contract/index.js";
import type { Db } from "../../store/index.js";
import { type ChannelPerson, ensureChannelAccount } from "./channel-accounts.js";
import { noteMove } from "./moves.js";
import { groupIdsOf, type People } from "./people.js";
import type { Sessions } from "./sessions.js";

/** Whom a portal vouches for; its signature has been checked. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email?: string | undefined;
  readonly locale: Locale | undefined;
  /** Names the token, so that it can be ended. */
  readonly hash: string;
  readonly endsAt: number;
  /** Groups joined when seen for the first time. */
  readonly firstGroupIds: readonly string[];
  /** Groups that the portal decides about, and those of them it names for this person. */
  readonly mapped: readonly string[];
  readonly claimed: readonly string[];
}

export interface Identities {
  logInByIdentity(identity: Identity): Promise<{ readonly token: string; readonly account: Account }>;
}

/**
 * People of a portal, found by issuer and subject alone: a name or an address that equals somebody's leads nowhere
 * (reliability S41).
 */
export function createIdentities(options: {
  readonly db: Db;
  readonly now: () => number;
  readonly people: People;
  readonly sessions: Sessions;
  readonly changed: (accountId: string) => void;
}): Identities {
  const { db, now, people, sessions, changed } = options;
  return {
    logInByIdentity: async (identity) => {
      const { hash, endsAt } = identity;
      await refuseEnded(db, hash);
      const found = await ensureChannelAccount({ db, now, people }, toPerson(identity));
      if (found === undefined) throw new Error("The account that was just made cannot be found.");
      await requireRequester(db, found.id);
      await renew(db, found.id, identity);
      changed(found.id);
      const { token } = await sessions.begin(found.id, { endsAt, identityHash: hash });
      // Ended meanwhile: whoever ended it may have looked for sessions before this one was there.
      await refuseEnded(db, hash).catch(async (error: unknown) => {
        await sessions.end(token);
        throw error;
      });
      const account = await people.accountById(found.id);
      return { token, account: account ?? found };
    },
  };
}

/** From now on no session is made of this token. */
export async function endIdentity(db: Db, identity: { hash: string; at: number }): Promise<void> {
  const longestMs = 25 * 3600_000;
  await db
    .insertInto("ended_identity")
    .values({ hash: identity.hash, ends_at: identity.at + longestMs })
    .onConflict((conflict) => conflict.column("hash").doNothing())
    .execute();
}

/** Tokens that have expired need no note any more. */
export async function sweepIdentities(db: Db, at: number): Promise<void> {
  await db.deleteFrom("ended_identity").where("ends_at", "<", at).execute();
}

function toPerson({ issuer, subject, name, firstGroupIds }: Identity): ChannelPerson {
  const externalId = JSON.stringify([issuer, subject]);
  return { channelId: "identity", externalId, name, groupIds: firstGroupIds };
}

async function refuseEnded(db: Db, hash: string): Promise<void> {
  const row = await db
    .selectFrom("ended_identity")
    .select("hash")
    .where("hash", "=", hash)
    .executeTakeFirst();
  if (row !== undefined)
    throw new AppError("identity/ended", "This identity was logged out; ask the portal for a new token.");
}

/** A token of a portal never opens the desk's side, whatever became of the account since. */
async function requireRequester(db: Db, id: string): Promise<void> {
  const row = await db
    .selectFrom("account")
    .select(["role", "active"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row?.role !== "requester" || row.active !== 1)
    throw new AppError("identity/refused", "This identity cannot be used here; please log in.");
}

/** Writes what the portal says of the person now. */
async function renew(db: Db, id: string, identity: Identity): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const said = {
      name: identity.name,
      email: identity.email ?? null,
      ...(identity.locale === undefined ? {} : { locale: identity.locale }),
    };
    await trx.updateTable("account").set(said).where("id", "=", id).execute();
    if (identity.mapped.length === 0) return;
    const had = (await groupIdsOf(trx, id)).filter((groupId) => identity.mapped.includes(groupId));
    if (had.sort().join() === [...new Set(identity.claimed)].sort().join()) return;
    await trx
      .deleteFrom("membership")
      .where("account_id", "=", id)
      .where("group_id", "in", [...identity.mapped])
      .execute();
    const rows = identity.claimed.map((group_id) => ({ group_id, account_id: id }));
    if (rows.length > 0) {
      await trx
        .insertInto("membership")
        .values(rows)
        .onConflict((conflict) => conflict.columns(["group_id", "account_id"]).doNothing())
        .execute();
    }
    await noteMove(trx);
  });
}
