import type { Db } from "../../store/index.js";

/**
 * From now on the account is the provider's person's alone: whoever had a password, a session, a token of a program or a
 * browser that is told news has them no more (S33). Answers which sessions that were.
 */
export async function dropCredentials(trx: Db, accountId: string, at: number): Promise<string[]> {
  await trx.updateTable("account").set({ password_hash: null }).where("id", "=", accountId).execute();
  await trx
    .updateTable("api_token")
    .set({ revoked_at: at })
    .where("account_id", "=", accountId)
    .where("revoked_at", "is", null)
    .execute();
  await trx.deleteFrom("push_subscription").where("account_id", "=", accountId).execute();
  return endSessions(trx, accountId);
}

/** In the transaction of what ends them; they are told of afterwards. */
export async function endSessions(trx: Db, accountId: string): Promise<string[]> {
  const gone = await trx.deleteFrom("session").where("account_id", "=", accountId).returning("id").execute();
  return gone.map(({ id }) => id);
}
