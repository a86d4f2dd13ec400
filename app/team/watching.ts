import type { Principal } from "../../contract/index.js";
import { cameTo } from "../../conversation/index.js";
import { recordChange, type Store } from "../../store/index.js";

/** Supervisors may look at every talk, and nobody in it is told; that they did is kept in the change log. */
export interface Watching {
  /** Notes it once per talk and session, unless the talk came to this person anyway. */
  note(person: Principal, conversationId: string): Promise<void>;
}

export function createWatching({ store, now }: { store: Store; now: () => number }): Watching {
  const { db } = store;
  const noted = new Map<string, true>();
  const notedMax = 10_000;
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
      await recordChange(db, {
        type: "watched-talk",
        id: conversationId,
        name: talk.name,
        after: { watchedBy: person.name },
        at: now(),
        by: person.accountId,
      });
      if (noted.size >= notedMax) noted.clear();
      noted.set(key, true);
    },
  };
}
