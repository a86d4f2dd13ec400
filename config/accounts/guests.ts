import { randomInt, randomUUID } from "node:crypto";
import type { Account, Locale } from "../../contract/index.js";
import { AppError } from "../../contract/index.js";
import { type Db, newId } from "../../store/index.js";
import type { People } from "./people.js";
import type { EndedSession, Sessions } from "./sessions.js";

export interface NewGuest {
  /** The account whose groups limit the guest. */
  readonly standsFor: string;
  readonly locale: Locale;
}

/** A guest who has not said who they are within this time begins anew. */
const guestSessionMs = 24 * 3600_000;
const words = { en: "Guest", es: "Invitado", pt: "Visitante" } as const;

export interface Guests {
  beginGuest(guest: NewGuest): Promise<{ readonly token: string; readonly account: Account }>;
  endGuests(): Promise<void>;
}

/** People nobody knows: each has an account, and so a conversation and rooms, of their own. */
export function createGuests(options: {
  readonly db: Db;
  readonly now: () => number;
  readonly people: People;
  readonly sessions: Sessions;
  readonly announce: (end: EndedSession) => void;
}): Guests {
  const { db, now, people, sessions, announce } = options;
  return {
    beginGuest: async ({ standsFor, locale }) => {
      await requireStandIn(db, standsFor);
      const id = newId();
      await db
        .insertInto("account")
        .values({
          id,
          username: `guest:${randomUUID()}`,
          // Agents tell two guests apart by it.
          name: `${words[locale]} ${randomInt(1000, 10_000)}`,
          email: null,
          role: "requester",
          locale,
          photo_url: null,
          password_hash: null,
          active: 1,
          availability: "available",
          capacity: 0,
          created_at: now(),
          stands_for: standsFor,
        })
        .execute();
      const { token } = await sessions.begin(id, { endsAt: now() + guestSessionMs });
      const account = await people.accountById(id);
      if (account === undefined) throw new Error("The account that was just made cannot be found.");
      return { token, account };
    },
    endGuests: async () => {
      const guests = db.selectFrom("account").select("id").where("stands_for", "is not", null);
      const gone = await db
        .deleteFrom("session")
        .where("account_id", "in", guests)
        .returning(["id", "account_id"])
        .execute();
      for (const { id, account_id } of gone) {
        sessions.forget({ sessionId: id });
        announce({ sessionId: id, accountId: account_id, reason: "expired" });
      }
    },
  };
}

/** Removes guests who are gone and have left nothing behind. */
export async function sweepGuests(db: Db): Promise<void> {
  await db
    .deleteFrom("account")
    .where("stands_for", "is not", null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom("session").select("session.id").whereRef("session.account_id", "=", "account.id")),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("conversation")
            .select("conversation.id")
            .whereRef("conversation.requester_id", "=", "account.id"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("article_feedback")
            .select("article_id")
            .whereRef("article_feedback.account_id", "=", "account.id"),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom("ticket").select("ticket.id").whereRef("ticket.requester_id", "=", "account.id")),
      ),
    )
    .execute();
}

async function requireStandIn(db: Db, id: string): Promise<void> {
  const row = await db
    .selectFrom("account")
    .select("id")
    .where("id", "=", id)
    .where("active", "=", 1)
    .where("role", "=", "requester")
    .executeTakeFirst();
  if (row === undefined) throw new AppError("guest/off", "Guests are not admitted; please log in.");
}
