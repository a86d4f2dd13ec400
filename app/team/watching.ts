import type { Principal } from "../../contract/index.js";
import { cameTo } from "../../conversation/index.js";
import { recordChange, type Store } from "../../store/index.js";
import { type Audit, socketMethod } from "../audit/index.js";

/** Longer than any session lives. */
const keepMs = 100 * 24 * 3_600_000;

/** Supervisors may look at every talk, and nobody in it is told; that they did is kept for good. */
export interface Watching {
  /** Records it once per talk and session, whichever nodes were asked, unless the talk came to this person anyway. */
  note(person: Principal, conversationId: string): Promise<void>;
}

export function createWatching(options: {
  readonly store: Store;
  readonly audit: Pick<Audit, "during">;
  readonly now: () => number;
}): Watching {
  const { audit, now } = options;
  const { db } = options.store;
  /** What this node knows to be noted, so that it need not ask at each look. */
  const noted = new Set<string>();
  const notedMax = 10_000;

  /** Whether this is the first look of the session, on whatever node: the page asks by several doors at once. */
  async function isFirst(sessionId: string, conversationId: string): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("watched_talk")
      .values({ session_id: sessionId, conversation_id: conversationId, at: now() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  /** What could not be recorded is a first look again. */
  async function forget(sessionId: string, conversationId: string): Promise<void> {
    await db
      .deleteFrom("watched_talk")
      .where("session_id", "=", sessionId)
      .where("conversation_id", "=", conversationId)
      .execute();
  }

  async function record(person: Principal, conversationId: string, name: string): Promise<void> {
    const act = { person, method: socketMethod, path: "talk:watch", params: { conversationId }, asked: null };
    await audit.during(act, async () => {
      const change = {
        type: "watched-talk",
        id: conversationId,
        name,
        after: { watchedBy: person.accountId },
      };
      await recordChange(db, { ...change, at: now(), by: person.accountId });
    });
    await db
      .deleteFrom("watched_talk")
      .where("at", "<", now() - keepMs)
      .execute();
  }

  return {
    note: async (person, conversationId) => {
      if (person.role !== "supervisor" && person.role !== "admin") return;
      const key = `${person.sessionId} ${conversationId}`;
      if (noted.has(key)) return;
      if (await cameTo(db, person, conversationId)) return;
      const talk = await db
        .selectFrom("conversation")
        .innerJoin("account", "account.id", "conversation.requester_id")
        .select("account.name")
        .where("conversation.id", "=", conversationId)
        .where("conversation.kind", "=", "talk")
        .executeTakeFirst();
      if (talk === undefined) return;
      if (await isFirst(person.sessionId, conversationId)) {
        await record(person, conversationId, talk.name).catch(async (error: unknown) => {
          await forget(person.sessionId, conversationId);
          throw error;
        });
      }
      if (noted.size >= notedMax) noted.clear();
      noted.add(key);
    },
  };
}
