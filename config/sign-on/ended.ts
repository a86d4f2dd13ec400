import type { Db } from "../../store/index.js";
import type { EndedSession } from "../accounts/index.js";
import type { ProviderPerson } from "./claims.js";
import { beginMs } from "./begun.js";
import { type LogOutToken, logOutFreshSeconds } from "./log-out-token.js";

/** As long as the token could be shown again, or a log-in from before it could still arrive. */
const keptMs = 2 * Math.max(logOutFreshSeconds * 1000, beginMs);

/** Writes down for which of the provider's sessions ours was begun. */
export async function noteSession(
  db: Db,
  sessionId: string,
  session: Pick<ProviderPerson, "issuer" | "subject" | "sid"> & { readonly idToken: string },
): Promise<void> {
  const { issuer, subject, sid = null, idToken } = session;
  await db
    .insertInto("sign_on_session")
    .values({ session_id: sessionId, issuer, subject, sid, id_token: idToken })
    .execute();
}

/** Whether the provider has told of the end of this very log-in already, before it arrived here. */
export async function isOver(
  db: Db,
  { issuer, subject, sid, issuedAt }: Pick<ProviderPerson, "issuer" | "subject" | "sid" | "issuedAt">,
): Promise<boolean> {
  const row = await db
    .selectFrom("sign_on_ended")
    .select("jti")
    .where("issuer", "=", issuer)
    .where((eb) => {
      const later = eb.and([eb("subject", "=", subject), eb("issued_at", ">=", issuedAt)]);
      // A provider that does not name its sessions in ID tokens may mean this one, whichever it names.
      if (sid === undefined) return later;
      return eb.or([eb("sid", "=", sid), eb.and([eb("sid", "is", null), later])]);
    })
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Ends the sessions that a log-out token names; `undefined` for one that was shown before. It is written down first: a
 * log-in that arrives at this moment finds it, or its session is found here. A node that died in between has done nothing
 * that a repeat would not do.
 */
export async function endByToken(db: Db, token: LogOutToken): Promise<EndedSession[] | undefined> {
  const { issuer, jti, sid, subject, issuedAt } = token;
  const made = await db
    .insertInto("sign_on_ended")
    .values({
      issuer,
      jti,
      sid: sid ?? null,
      subject: subject ?? null,
      issued_at: issuedAt,
      is_done: 0,
      ends_at: issuedAt + keptMs,
    })
    .onConflict((conflict) => conflict.columns(["issuer", "jti"]).doNothing())
    .returning("jti")
    .executeTakeFirst();
  const named = db.selectFrom("sign_on_ended").where("issuer", "=", issuer).where("jti", "=", jti);
  if (made === undefined && (await named.select("is_done").executeTakeFirst())?.is_done === 1)
    return undefined;
  const gone = await db
    .deleteFrom("session")
    .where("id", "in", (eb) =>
      eb
        .selectFrom("sign_on_session")
        .select("session_id")
        .where("issuer", "=", issuer)
        .where((of) => {
          const ofPerson = subject === undefined ? [] : [of("subject", "=", subject)];
          if (sid === undefined) return of.and(ofPerson);
          // One session of one person; and where the ID token named none, it may be that one.
          const named = of.and([of("sid", "=", sid), ...ofPerson]);
          return subject === undefined ? named : of.or([named, of.and([of("sid", "is", null), ...ofPerson])]);
        }),
    )
    .returning(["id", "account_id"])
    .execute();
  await db
    .updateTable("sign_on_ended")
    .set({ is_done: 1 })
    .where("issuer", "=", issuer)
    .where("jti", "=", jti)
    .execute();
  return gone.map((row) => ({ sessionId: row.id, accountId: row.account_id, reason: "logged-out" }));
}

/** For the log-out at the provider; nothing for a session of another kind. */
export async function readIdToken(
  db: Db,
  sessionId: string,
): Promise<{ readonly issuer: string; readonly idToken: string | null } | undefined> {
  const row = await db
    .selectFrom("sign_on_session")
    .select(["issuer", "id_token"])
    .where("session_id", "=", sessionId)
    .executeTakeFirst();
  return row === undefined ? undefined : { issuer: row.issuer, idToken: row.id_token };
}

export async function sweepEnded(db: Db, at: number): Promise<void> {
  await db.deleteFrom("sign_on_ended").where("ends_at", "<=", at).execute();
}
