import type { Message } from "../../contract/index.js";
import type { Conversations } from "../../conversation/index.js";
import type { Store } from "../../store/index.js";
import type { Tickets } from "../../tickets/index.js";

export interface Answered {
  /** A message was stored; only the first of an agent about a ticket changes anything. */
  heard(message: Message): Promise<void>;
  /** Finds what a node that died had heard and not written; run it now and then. */
  sweep(): Promise<void>;
}

const batchMax = 200;
/** How many talks are remembered; all are forgotten beyond. */
const rememberedMax = 10_000;

/**
 * A request counts as answered when an agent has written, not when one has taken it (S3-17). It is noted after the
 * message is stored: no message waits for it.
 */
export function createAnswered(parts: {
  readonly store: Store;
  readonly tickets: Pick<Tickets, "respondedIn">;
  readonly conversations: Pick<Conversations, "announce" | "events">;
}): Answered {
  const { store, tickets, conversations } = parts;
  const { db } = store;
  /** Talks in which nothing is left to note, until they are other ones. */
  const noted = new Set<string>();
  let changes = 0;
  conversations.events.on("changed", (id) => {
    changes += 1;
    noted.delete(id);
  });

  async function note(conversationId: string, at: number): Promise<void> {
    const before = changes;
    const ticket = await db
      .selectFrom("conversation")
      .innerJoin("ticket", "ticket.id", "conversation.ticket_id")
      .select("ticket.id")
      .where("conversation.id", "=", conversationId)
      .where("ticket.responded_at", "is", null)
      .executeTakeFirst();
    if (ticket === undefined) {
      if (noted.size >= rememberedMax) noted.clear();
      // What has changed while it was read may have a ticket by now.
      if (before === changes) noted.add(conversationId);
      return;
    }
    if (await tickets.respondedIn(db, ticket.id, at))
      conversations.announce({ conversationIds: [conversationId] });
  }

  return {
    heard: async ({ conversationId, sender, sentAt }) => {
      if (sender.kind === "agent" && !noted.has(conversationId)) await note(conversationId, sentAt);
    },
    sweep: async () => {
      const rows = await db
        .selectFrom("ticket")
        .innerJoin("conversation", "conversation.ticket_id", "ticket.id")
        .innerJoin("attendance", "attendance.ticket_id", "ticket.id")
        .innerJoin("message", (join) =>
          join
            .onRef("message.conversation_id", "=", "conversation.id")
            .on("message.sender_kind", "=", "agent")
            .onRef("message.sent_at", ">=", "ticket.created_at"),
        )
        .select((eb) => ["conversation.id", eb.fn.min("message.sent_at").as("at")])
        .where("ticket.responded_at", "is", null)
        .where("ticket.settled_at", "is", null)
        .where("attendance.accepted_at", "is not", null)
        .groupBy("conversation.id")
        .limit(batchMax)
        .execute();
      for (const { id, at } of rows) await note(id, Number(at));
    },
  };
}
