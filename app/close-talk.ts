import { AppError, type Message, type Principal } from "../contract/index.js";
import type { Conversations } from "../conversation/index.js";
import type { Handoff } from "../handoff/index.js";
import type { Store } from "../store/index.js";
import type { Insight } from "./insight.js";

export type CloseTalk = (
  conversationId: string,
  person: Principal,
  reason: string | undefined,
) => Promise<void>;

/**
 * Ends a requester's talk whoever has it: an attendance that waits is taken back (its ticket stays and can be
 * resumed), one that is under way is ended, and a talk with the assistant is closed. Nothing is deleted.
 */
export function createCloseTalk(parts: {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly handoff: Handoff;
  readonly insight: Pick<Insight, "satisfaction">;
  readonly now: () => number;
}): CloseTalk {
  const { store, conversations, handoff, insight, now } = parts;
  return async (conversationId, actor, reason) => {
    const attendance = await handoff.reads.ofConversation(conversationId, "requester");
    const closing = { attendanceId: attendance?.id ?? "", actor, reason };
    if (attendance?.phase === "accepted") {
      await handoff.end(closing);
      return;
    }
    if (attendance?.phase === "logged" && (await handoff.cancel(closing)).status === "taken") {
      await handoff.end(closing);
      return;
    }
    const messages = await store.db.transaction().execute(async (trx): Promise<Message[]> => {
      const at = now();
      const to = { kind: "none" as const };
      const moved = await conversations.moveOwnerIn(trx, {
        conversationId,
        from: ["assistant"],
        to,
        now: at,
      });
      if (moved.status === "refused" && moved.owner.kind === "none") return [];
      if (moved.status !== "moved") {
        throw new AppError("conversation/move-refused", "This talk cannot be closed right now.");
      }
      const stored = await conversations.appendIn(trx, [closedNotice(conversationId, moved.epoch)], at);
      const told = stored.flatMap((one) => (one.status === "stored" ? [one.message] : []));
      return [...told, ...(await insight.satisfaction.endedIn(trx, { conversationId, at }))];
    });
    conversations.announce({ conversationIds: [conversationId], messages });
  };
}

function closedNotice(conversationId: string, epoch: number) {
  return {
    conversationId,
    clientMessageId: `conversation-closed:${epoch}`,
    sender: { kind: "system" as const, id: "system", name: "Deskhand" },
    text: "The conversation was closed.",
    notice: { kind: "conversation-closed" as const },
  };
}
