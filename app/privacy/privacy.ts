import { AppError, type Erasure, type Principal, type RetentionKind } from "../../contract/index.js";
import type { Conversations, Files } from "../../conversation/index.js";
import { noteChange, type Store } from "../../store/index.js";
import type { CloseTalk } from "../close-talk.js";
import type { Lease } from "../lease.js";
import { erase, listErasures, noteErasure } from "./erase.js";
import { exportPerson, type PersonExport, toArchive } from "./export-person.js";
import { leftOf, noteLeftIn } from "./left-elsewhere.js";
import { retain } from "./retain.js";
import type { PrivacyRules } from "./settings.js";

const retainLeaseMs = 10 * 60 * 1000;
const eraseLeaseMs = 60_000;
const shownErasures = 100;

/** What the desk knows about one person, and how it forgets. */
export interface Privacy {
  readonly rules: PrivacyRules;
  export(accountId: string): Promise<PersonExport>;
  exportArchive(accountId: string): Promise<Buffer>;
  /**
   * Lets a person be forgotten: logs them out everywhere, ends their open talks and deactivates the account before it
   * answers; the rest follows in the background, also after a crash. `username` must be theirs. Throws
   * `account/not-found` and `privacy/refused`.
   */
  erase(wish: { readonly accountId: string; readonly username: string; readonly by: string }): Promise<void>;
  erasures(): Promise<Erasure[]>;
  /** Carries out wishes that wait; run it every few seconds. */
  sweepErasures(signal?: AbortSignal): Promise<void>;
  /** Empties what is older than it may be; run it every hour. One node at a time does it. */
  sweepOld(signal?: AbortSignal): Promise<Readonly<Record<RetentionKind, number>> | undefined>;
}

export interface PrivacyOptions {
  readonly store: Store;
  readonly rules: PrivacyRules;
  readonly files: Pick<Files, "bytesOf" | "sweep">;
  readonly conversations: Pick<Conversations, "announce" | "openOf">;
  readonly personOf: (accountId: string) => Promise<Principal | undefined>;
  readonly closeTalk: CloseTalk;
  readonly endSessionsOf: (accountId: string) => Promise<void>;
  readonly lease: Lease;
  readonly now: () => number;
}

export function createPrivacy(options: PrivacyOptions): Privacy {
  const { store, rules, files, conversations, now, lease } = options;
  const { db } = store;

  /** A talk that goes on would be written into while it is emptied. */
  async function leaveTalks(accountId: string): Promise<void> {
    const person = await options.personOf(accountId);
    if (person === undefined) return;
    for (const id of await conversations.openOf(accountId)) await options.closeTalk(id, person, undefined);
  }

  async function carryOut(signal?: AbortSignal): Promise<void> {
    const waiting = await db.selectFrom("erasure").selectAll().where("state", "=", "waiting").execute();
    for (const wish of waiting) {
      // One that began in the moment between the wish and the end of the account.
      await leaveTalks(wish.account_id);
      await erase(store, wish, { now, signal });
      const talks = await db
        .selectFrom("conversation")
        .select("id")
        .where("requester_id", "=", wish.account_id)
        .execute();
      conversations.announce({ conversationIds: talks.map(({ id }) => id) });
    }
    if (waiting.length > 0) await files.sweep();
  }

  return {
    rules,
    export: (accountId) => exportPerson(db, accountId),
    exportArchive: async (accountId) => toArchive(await exportPerson(db, accountId), files.bytesOf),
    erase: async ({ accountId, username, by }) => {
      const row = await requirePerson(store, accountId);
      if (row.username !== username.trim().toLowerCase()) {
        throw new AppError("privacy/refused", "This is not the user name of the person you chose.");
      }
      if (accountId === by) throw new AppError("privacy/refused", "You cannot erase yourself.");
      await leaveTalks(accountId);
      const elsewhere = await db.transaction().execute(async (trx) => {
        const id = await noteErasure(trx, { accountId, by, at: now() });
        await noteLeftIn(trx, accountId);
        await trx
          .updateTable("account")
          .set({ active: 0, password_hash: null })
          .where("id", "=", accountId)
          .execute();
        return (await leftOf(trx, [id])).get(id) ?? [];
      });
      const left = elsewhere.map(({ desk, number, url }) => [desk, number, url].filter(Boolean).join(" "));
      const after = { erased: true, ...(left.length === 0 ? {} : { alsoElsewhere: left }) };
      noteChange({ type: "account", id: accountId, before: { erased: false }, after });
      await options.endSessionsOf(accountId);
    },
    erasures: () => listErasures(db, shownErasures),
    sweepErasures: async (signal) => {
      const release = await lease("privacy-erase", eraseLeaseMs);
      if (release === undefined) return;
      await carryOut(signal).finally(release);
    },
    sweepOld: async (signal) => {
      const release = await lease("privacy-retain", retainLeaseMs);
      if (release === undefined) return undefined;
      try {
        const counts = await retain(store, {
          retention: rules.retention(),
          now,
          ...(signal === undefined ? {} : { signal }),
        });
        if (counts.files + counts.talks + counts.tickets > 0) await files.sweep();
        return counts;
      } finally {
        release();
      }
    },
  };
}

/** Those who run the desk are deactivated by hand first: nobody loses the last admin by a wish. */
async function requirePerson({ db }: Store, accountId: string) {
  const row = await db
    .selectFrom("account")
    .select(["username", "role", "active"])
    .where("id", "=", accountId)
    .executeTakeFirst();
  if (row === undefined) throw new AppError("account/not-found", "There is no such person.");
  if (row.role === "admin" && row.active === 1) {
    throw new AppError("privacy/refused", "An administrator is deactivated first, then erased.");
  }
  return row;
}
