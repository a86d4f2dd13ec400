import { hkdfSync } from "node:crypto";
import { z } from "zod";
import { type ApiScope, type ApiToken, AppError, apiScopes, type NewApiToken } from "../contract/index.js";
import { fromJson, newId, type Row, recordChange, type Store, toJson } from "../store/index.js";
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
        .selectAll("api_token")
        .select("account.name as by_name")
        .orderBy("api_token.id", "desc")
        .execute();
      return rows.map(({ by_name, ...row }) => toItem(row, by_name));
    },
    create: async ({ name, scopes }, by) => {
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
      };
      await db.transaction().execute(async (trx) => {
        await trx.insertInto("api_token").values(row).execute();
        await recordChange(trx, {
          type: "api-token",
          id: row.id,
          name,
          after: { name, scopes },
          at: now(),
          by,
        });
      });
      return { token, item: toItem(row, null) };
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
      const row = await db
        .selectFrom("api_token")
        .selectAll()
        .where("token_hash", "=", hashToken(token))
        .where("revoked_at", "is", null)
        .executeTakeFirst();
      if (row === undefined || !fromJson(scopesSchema, row.scopes_json).includes(scope)) return undefined;
      if ((row.last_used_at ?? 0) < now() - noteUseMs) {
        await db.updateTable("api_token").set({ last_used_at: now() }).where("id", "=", row.id).execute();
      }
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
  };
}

function toItem(row: Row<"api_token">, byName: string | null): ApiToken {
  return {
    id: row.id,
    name: row.name,
    scopes: fromJson(scopesSchema, row.scopes_json),
    createdAt: row.created_at,
    createdBy: byName ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
  };
}
