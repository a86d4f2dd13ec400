import { type Principal, roleSchema } from "../../contract/index.js";
import { type Db, newId } from "../../store/index.js";
import { groupIdsOf } from "./people.js";
import { hashToken, newToken } from "./tokens.js";

export interface EndedSession {
  readonly sessionId: string;
  readonly accountId: string;
  readonly reason: "logged-out" | "expired" | "deactivated";
}

export interface Sessions {
  /** Begins a session; the token is told once and kept only as its hash. */
  begin(accountId: string): Promise<{ readonly token: string; readonly sessionId: string }>;
  /** Who holds the token, or `undefined` when it is unknown, ended, expired or of a deactivated account. */
  authenticate(token: string): Promise<Principal | undefined>;
  /** Ends the session of the token; `undefined` when there was none. */
  end(token: string): Promise<EndedSession | undefined>;
  /** Ends all sessions of a person. */
  endAllOf(accountId: string, reason: EndedSession["reason"]): Promise<EndedSession[]>;
  forget(which: { readonly sessionId?: string; readonly accountId?: string }): void;
  /** Removes what expired; how many there were. */
  sweep(): Promise<number>;
}

interface Known {
  readonly principal: Principal;
  readonly checkAgainAt: number;
  readonly expiresAt: number;
}

/** A session that another node ended without a bell is noticed within this time. */
const trustMs = 1000;
const knownMax = 20_000;
/** A token of ours has 43 characters; anything much longer is not worth a hash. */
const tokenCharsMax = 200;

/** Sessions slide: using one in the second half of its life gives it a whole life again. */
export function createSessions(options: {
  readonly db: Db;
  readonly now: () => number;
  readonly sessionMs: () => number;
}): Sessions {
  const { db, now, sessionMs } = options;
  const known = new Map<string, Known>();

  async function load(tokenHash: string): Promise<Known | undefined> {
    const at = now();
    const row = await db
      .selectFrom("session")
      .innerJoin("account", "account.id", "session.account_id")
      .select(["session.id", "session.expires_at", "session.account_id", "account.name", "account.role"])
      .where("session.token_hash", "=", tokenHash)
      .where("session.expires_at", ">", at)
      .where("account.active", "=", 1)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const groupIds = Object.freeze(await groupIdsOf(db, row.account_id));
    const { id: sessionId, account_id: accountId, name } = row;
    const principal = Object.freeze({
      accountId,
      name,
      role: roleSchema.parse(row.role),
      groupIds,
      sessionId,
    });
    return { principal, checkAgainAt: at + trustMs, expiresAt: await prolong(sessionId, row.expires_at, at) };
  }

  async function prolong(sessionId: string, expiresAt: number, at: number): Promise<number> {
    if (expiresAt - at > sessionMs() / 2) return expiresAt;
    const later = at + sessionMs();
    await db.updateTable("session").set({ expires_at: later }).where("id", "=", sessionId).execute();
    return later;
  }

  function remember(tokenHash: string, entry: Known): void {
    const oldest = known.size >= knownMax ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    known.set(tokenHash, entry);
  }

  function forget(which: { readonly sessionId?: string; readonly accountId?: string }): void {
    for (const [hash, { principal }] of known) {
      if (principal.sessionId === which.sessionId || principal.accountId === which.accountId)
        known.delete(hash);
    }
  }

  return {
    begin: async (accountId) => {
      const token = newToken();
      const sessionId = newId();
      const at = now();
      const times = { created_at: at, expires_at: at + sessionMs() };
      const row = { id: sessionId, token_hash: hashToken(token), account_id: accountId, ...times };
      await db.insertInto("session").values(row).execute();
      return { token, sessionId };
    },
    authenticate: async (token) => {
      if (token === "" || token.length > tokenCharsMax) return undefined;
      const tokenHash = hashToken(token);
      const entry = known.get(tokenHash);
      if (entry !== undefined && entry.checkAgainAt > now() && entry.expiresAt > now())
        return entry.principal;
      known.delete(tokenHash);
      const loaded = await load(tokenHash);
      if (loaded !== undefined) remember(tokenHash, loaded);
      return loaded?.principal;
    },
    end: async (token) => {
      const gone = await db
        .deleteFrom("session")
        .where("token_hash", "=", hashToken(token))
        .returning(["id", "account_id"])
        .executeTakeFirst();
      known.delete(hashToken(token));
      if (gone === undefined) return undefined;
      return { sessionId: gone.id, accountId: gone.account_id, reason: "logged-out" };
    },
    endAllOf: async (accountId, reason) => {
      const gone = await db
        .deleteFrom("session")
        .where("account_id", "=", accountId)
        .returning("id")
        .execute();
      forget({ accountId });
      return gone.map(({ id }) => ({ sessionId: id, accountId, reason }));
    },
    forget,
    sweep: async () => {
      const gone = await db.deleteFrom("session").where("expires_at", "<=", now()).returning("id").execute();
      return gone.length;
    },
  };
}
