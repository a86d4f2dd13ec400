import { hkdfSync } from "node:crypto";
import { z } from "zod";
import {
  type ApiScope,
  type ApiToken,
  AppError,
  apiScopes,
  isChannelScope,
  type NewApiToken,
  type Principal,
  roleSchema,
} from "../contract/index.js";
import { type Db, fromJson, newId, type Row, recordChange, type Store, toJson } from "../store/index.js";
import { groupIdsOf } from "./accounts/people.js";
import { hashToken, newToken } from "./accounts/tokens.js";

const scopesSchema = z.array(z.enum(apiScopes));
/** Tells a secret scanner, and a person, what this is. */
const prefix = "dsk_";
/** Written no more often: a busy program would write at every request. */
const noteUseMs = 60_000;

/** What programs show to be let in. A token is seen once, when it is made; kept is only its hash. */
export interface ApiTokens {
  list(): Promise<ApiToken[]>;
  create(form: NewApiToken, by: string): Promise<{ readonly token: string; readonly item: ApiToken }>;
  /** Holds at once, on every node; what was revoked stays in the list. */
  revoke(id: string, by: string): Promise<void>;
  /** The token's id and name; `undefined` for one that is unknown, revoked or has not this scope. */
  authenticate(
    token: string,
    scope: ApiScope,
  ): Promise<{ readonly id: string; readonly name: string } | undefined>;
  /**
   * Something to sign with in the name of this token, the same on every node and as long as the token counts;
   * `undefined` for one that is unknown, revoked or has not this scope.
   */
  keyOf(id: string, scope: ApiScope): Promise<Uint8Array | undefined>;
  /**
   * The account as which the token acts on the API, as it is now: deactivated, with another role or in other groups it
   * opens what that account opens at this moment. `undefined` for one that is unknown, revoked or not for the API.
   */
  principalOf(token: string): Promise<Principal | undefined>;
}

/** Whether this is a token of a program, and not of somebody's session. */
export function isApiToken(token: string): boolean {
  return token.startsWith(prefix);
}

export function createApiTokens({
  store,
  now,
}: {
  readonly store: Store;
  readonly now: () => number;
}): ApiTokens {
  const { db } = store;
  return {
    list: async () => {
      const rows = await db
        .selectFrom("api_token")
        .leftJoin("account", "account.id", "api_token.created_by")
        .leftJoin("account as actor", "actor.id", "api_token.account_id")
        .selectAll("api_token")
        .select(["account.name as by_name", "actor.name as actor_name", "actor.active as actor_active"])
        .orderBy("api_token.id", "desc")
        .execute();
      return rows.map(toItem);
    },
    create: async ({ name, scopes, accountId }, by) => {
      const isForApi = !scopes.every((scope) => isChannelScope(scope));
      const actor = isForApi ? await requireActor(db, accountId ?? by) : undefined;
      const token = `${prefix}${newToken()}`;
      const row = {
        id: newId(),
        name,
        token_hash: hashToken(token),
        scopes_json: toJson([...new Set(scopes)]),
        created_at: now(),
        created_by: by,
        last_used_at: null,
        revoked_at: null,
        account_id: actor?.id ?? null,
      };
      await db.transaction().execute(async (trx) => {
        await trx.insertInto("api_token").values(row).execute();
        await recordChange(trx, {
          type: "api-token",
          id: row.id,
          name,
          after: { name, scopes, ...(actor === undefined ? {} : { actsAs: actor.id }) },
          at: now(),
          by,
        });
      });
      const names = { by_name: null, actor_name: actor?.name ?? null, actor_active: 1 };
      return { token, item: toItem({ ...row, ...names }) };
    },
    revoke: async (id, by) => {
      await db.transaction().execute(async (trx) => {
        const row = await trx
          .updateTable("api_token")
          .set({ revoked_at: now() })
          .where("id", "=", id)
          .where("revoked_at", "is", null)
          .returning(["name"])
          .executeTakeFirst();
        if (row === undefined)
          throw new AppError("token/not-found", "There is no such token, or it is revoked.");
        const change = { type: "api-token", id, name: row.name, at: now(), by };
        await recordChange(trx, { ...change, before: { isRevoked: false }, after: { isRevoked: true } });
      });
    },
    authenticate: async (token, scope) => {
      const row = await find(token);
      if (row === undefined || !fromJson(scopesSchema, row.scopes_json).includes(scope)) return undefined;
      await noteUse(row);
      return { id: row.id, name: row.name };
    },
    keyOf: async (id, scope) => {
      const row = await db
        .selectFrom("api_token")
        .select(["token_hash", "scopes_json"])
        .where("id", "=", id)
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      if (row === undefined || !fromJson(scopesSchema, row.scopes_json).includes(scope)) return undefined;
      return new Uint8Array(hkdfSync("sha256", row.token_hash, id, `signing for ${scope}`, 32));
    },
    principalOf: async (token) => {
      const row = await find(token);
      if (row === undefined || row.account_id === null) return undefined;
      const actor = await findActor(db, row.account_id);
      if (actor === undefined) return undefined;
      await noteUse(row);
      const groupIds = await groupIdsOf(db, actor.id);
      const program = { tokenId: row.id, scopes: fromJson(scopesSchema, row.scopes_json) };
      const role = roleSchema.parse(actor.role);
      return { accountId: actor.id, name: actor.name, role, groupIds, sessionId: "", program };
    },
  };

  function find(token: string): Promise<Row<"api_token"> | undefined> {
    return db
      .selectFrom("api_token")
      .selectAll()
      .where("token_hash", "=", hashToken(token))
      .where("revoked_at", "is", null)
      .executeTakeFirst();
  }

  async function noteUse({ id, last_used_at: usedAt }: Row<"api_token">): Promise<void> {
    if ((usedAt ?? 0) >= now() - noteUseMs) return;
    await db.updateTable("api_token").set({ last_used_at: now() }).where("id", "=", id).execute();
  }
}

/** Somebody of the desk or who asks it, not one who has not said who they are. */
function findActor(db: Db, id: string) {
  return db
    .selectFrom("account")
    .select(["id", "name", "role"])
    .where("id", "=", id)
    .where("active", "=", 1)
    .where("stands_for", "is", null)
    .executeTakeFirst();
}

async function requireActor(db: Db, id: string) {
  const actor = await findActor(db, id);
  if (actor === undefined) {
    throw new AppError("token/refused", "A token acts as an active account of the desk.");
  }
  return actor;
}

interface Named {
  readonly by_name: string | null;
  readonly actor_name: string | null;
  readonly actor_active: number | null;
}

function toItem(row: Row<"api_token"> & Named): ApiToken {
  return {
    id: row.id,
    name: row.name,
    scopes: fromJson(scopesSchema, row.scopes_json),
    createdAt: row.created_at,
    createdBy: row.by_name ?? undefined,
    ...(row.account_id === null
      ? {}
      : { actsAs: { id: row.account_id, name: row.actor_name ?? "", isActive: row.actor_active === 1 } }),
    lastUsedAt: row.last_used_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
  };
}
