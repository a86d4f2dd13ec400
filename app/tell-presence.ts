import type { Conversations } from "../conversation/index.js";
import type { Handoff, PersonStatus } from "../handoff/index.js";
import type { Sockets } from "../sockets.js";
import { createBatcher } from "../store/index.js";

const togetherMax = 100;
/** Nobody sees a light change so much sooner. */
const gatheredMs = 20;

/**
 * Tells colleagues who has come or gone, and of a requester only the agents who have the talk before them. Many come in
 * the same moment when a node starts again; the talks of those requesters are looked up together (reliability F22).
 */
export function createTellPresence(parts: {
  readonly handoff: Pick<Handoff, "people">;
  readonly sockets: Pick<Sockets, "toStaff" | "isFollowed">;
  readonly conversations: Pick<Conversations, "events" | "openOf">;
}): (person: PersonStatus) => Promise<void> {
  const { handoff, sockets, conversations } = parts;
  const requesters = createBatcher<string, true>({
    maxItems: togetherMax,
    gatherMs: gatheredMs,
    // There are no more of them than connections.
    waitingAtMost: Number.POSITIVE_INFINITY,
    run: async (accountIds) => {
      for (const id of await conversations.openOf(...new Set(accountIds)))
        if (sockets.isFollowed(id, "agent")) conversations.events.emit("changed", id);
      return accountIds.map(() => true);
    },
  });

  return async ({ accountId, isStaff }) => {
    if (!isStaff) {
      await requesters.add(accountId);
      return;
    }
    const [now] = await handoff.people.statusOf([accountId]);
    if (now === undefined) return;
    sockets.toStaff("presence:changed", { accountId, status: now.status, online: now.online });
    for (const id of await conversations.openOf(accountId)) conversations.events.emit("changed", id);
  };
}
