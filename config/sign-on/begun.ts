import { randomNonce, randomPKCECodeVerifier, randomState } from "openid-client";
import type { Db } from "../../store/index.js";
import { hashToken } from "../accounts/tokens.js";
import type { Proofs } from "./provider.js";

/** Long enough to find the telephone with the second factor. */
export const beginMs = 10 * 60_000;

export function newProofs(): Proofs {
  return { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
}

/** Writes a log-in down that goes on at the provider. */
export async function writeBegun(
  db: Db,
  proofs: Proofs,
  begun: { readonly browser: string; readonly returnTo: string | undefined; readonly at: number },
): Promise<void> {
  await db
    .insertInto("sign_on_begun")
    .values({
      state_hash: hashToken(proofs.state),
      browser_hash: hashToken(begun.browser),
      nonce: proofs.nonce,
      verifier: proofs.verifier,
      return_to: begun.returnTo ?? null,
      ends_at: begun.at + beginMs,
    })
    .execute();
}

/**
 * Takes the log-in away that this state belongs to: of all who come with it one finds it, on whichever node, and nobody
 * in another browser.
 */
export async function takeBegun(
  db: Db,
  came: { readonly state: string; readonly browser: string; readonly at: number },
): Promise<(Proofs & { readonly returnTo: string | undefined }) | undefined> {
  const row = await db
    .deleteFrom("sign_on_begun")
    .where("state_hash", "=", hashToken(came.state))
    .where("browser_hash", "=", hashToken(came.browser))
    .returning(["nonce", "verifier", "return_to", "ends_at"])
    .executeTakeFirst();
  if (row === undefined || row.ends_at <= came.at) return undefined;
  const { nonce, verifier, return_to: returnTo } = row;
  return { state: came.state, nonce, verifier, returnTo: returnTo ?? undefined };
}

export async function sweepBegun(db: Db, at: number): Promise<void> {
  await db.deleteFrom("sign_on_begun").where("ends_at", "<=", at).execute();
}
