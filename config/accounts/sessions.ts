import { type Principal, roleSchema } from "../../contract/index.js";
import { createBatcher, type Db, newId } from "../../store/index.js";
import { groupIdsOfAll } from "./people.js";
import { hashToken, newToken } from "./tokens.js";

export interface EndedSession {
  readonly sessionId: string;
  readonly accountId: string;
  readonly reason: "logged-out" | "expired" | "deactivated";
}

/** For sessions that do not slide. */
export interface SessionBounds {
  readonly endsAt: number;
  readonly identityHash?: string | undefined;
}

export interface BegunSession {
  readonly token: string;
  readonly sessionId: string;
}

export interface Sessions {
  /** Begins a session; the token is told once and kept only as its hash. */
  begin(accountId: string, bounds?: SessionBounds): Promise<BegunSession>;
  /** Who holds the token, or `undefined` when it is unknown, ended, expired or of a deactivated account. */
  authenticate(token: string): Promise<Principal | undefined>;
  /** Ends the session of the token; `undefined` when there was none. */
  end(token: string): Promise<(EndedSession & { readonly identityHash: string | null }) | undefined>;
  /** Ends all sessions made of a portal's token. */
  endAllOfIdentity(hash: string): Promise<EndedSession[]>;
  /** Ends all sessions of a person. */
  endAllOf(accountId: string, reason: EndedSession["reason"]): Promise<EndedSession[]>;
  forget(which: { readonly sessionId?: string; readonly accountId?: string }): void;
  /** Everybody is read anew. */
  forgetAll(): void;
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
const loadedTogether = 100;
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
  /** What was read before something was forgotten may be older than that. */
  let forgotten = 0;

  async function load(tokenHashes: readonly string[]): Promise<ReadonlyMap<string, Known>> {
    const at = now();
    const rows = await db
      .selectFrom("session")
      .innerJoin("account", "account.id", "session.account_id")
      .select(["session.id", "session.token_hash", "session.expires_at", "session.ends_at"])
      .select(["account.id as account_id", "account.name", "account.role", "account.stands_for"])
      .where("session.token_hash", "in", tokenHashes)
      .where("session.expires_at", ">", at)
      .where("account.active", "=", 1)
      .execute();
    const membersOf = (row: (typeof rows)[number]) => row.stands_for ?? row.account_id;
    const groups = rows.length === 0 ? undefined : await groupIdsOfAll(db, rows.map(membersOf));
    const found = new Map<string, Known>();
    for (const row of rows) {
      const { id: sessionId, account_id: accountId, name } = row;
      const principal = Object.freeze({
        accountId,
        name,
        role: roleSchema.parse(row.role),
        groupIds: Object.freeze([...(groups?.get(membersOf(row)) ?? [])]),
        sessionId,
        guest: row.stands_for === null ? undefined : (true as const),
      });
      const expiresAt = row.ends_at === null ? await prolong(sessionId, row.expires_at, at) : row.expires_at;
      found.set(row.token_hash, { principal, checkAgainAt: at + trustMs, expiresAt });
    }
    return found;
  }

  /** Everybody comes back in the same moment when a node starts again: they are looked up together (reliability F22). */
  const loading = createBatcher<string, Known | null>({
    maxItems: loadedTogether,
    // There are no more of them than connections.
    waitingAtMost: Number.POSITIVE_INFINITY,
    run: async (tokenHashes) => {
      const found = await load([...new Set(tokenHashes)]);
      return tokenHashes.map((hash) => found.get(hash) ?? null);
    },
  });

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
    forgotten += 1;
    for (const [hash, { principal }] of known) {
      if (principal.sessionId === which.sessionId || principal.accountId === which.accountId)
        known.delete(hash);
    }
  }

  return {
    begin: async (accountId, bounds) => {
      const token = newToken();
      const sessionId = newId();
      const at = now();
      const times = {
        created_at: at,
        expires_at: bounds?.endsAt ?? at + sessionMs(),
        ends_at: bounds?.endsAt ?? null,
      };
      const whose = { account_id: accountId, identity_hash: bounds?.identityHash ?? null };
      const row = { id: sessionId, token_hash: hashToken(token), ...whose, ...times };
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
      const before = forgotten;
      const loaded = await loading.add(tokenHash);
      if (loaded !== null && before === forgotten) remember(tokenHash, loaded);
      return loaded?.principal;
    },
    end: async (token) => {
      const gone = await db
        .deleteFrom("session")
        .where("token_hash", "=", hashToken(token))
        .returning(["id", "account_id", "identity_hash"])
        .executeTakeFirst();
      known.delete(hashToken(token));
      if (gone === undefined) return undefined;
      const { id: sessionId, account_id: accountId, identity_hash: identityHash } = gone;
      return { sessionId, accountId, reason: "logged-out", identityHash };
    },
    endAllOfIdentity: async (hash) => {
      const gone = await db
        .deleteFrom("session")
        .where("identity_hash", "=", hash)
        .returning(["id", "account_id"])
        .execute();
      for (const { id } of gone) forget({ sessionId: id });
      return gone.map((row) => ({ sessionId: row.id, accountId: row.account_id, reason: "logged-out" }));
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
    forgetAll: () => {
      forgotten += 1;
      known.clear();
    },
    sweep: async () => {
      const gone = await db.deleteFrom("session").where("expires_at", "<=", now()).returning("id").execute();
      return gone.length;
    },
  };
}
