import { createTypedEvents } from "../conversation/index.js";
import type { Bell, Db } from "../store/index.js";

export interface TicketNewsItem {
  readonly ticketNumber: string;
  /** Its requester and the attendant who has it. */
  readonly accountIds: readonly string[];
  /** Whose members may have it before them. */
  readonly groupId: string | undefined;
}

/** Tells that something about a ticket is new, on every node, to the people whose ticket it is. */
export interface TicketNews {
  tell(ticketId: string): void;
  onNews(hear: (item: TicketNewsItem) => void): () => void;
}

const topic = "ticket-changed";

export function createTicketNews({ db, bell }: { readonly db: Db; readonly bell: Bell }): TicketNews {
  const events = createTypedEvents<{ news: [item: TicketNewsItem] }>();

  async function announce(ticketId: string): Promise<void> {
    const row = await db
      .selectFrom("ticket")
      .select(["number", "requester_id", "assignee_id", "group_id"])
      .where("id", "=", ticketId)
      .executeTakeFirst();
    if (row === undefined) return;
    const accountIds = [row.requester_id, ...(row.assignee_id === null ? [] : [row.assignee_id])];
    events.emit("news", { ticketNumber: row.number, accountIds, groupId: row.group_id ?? undefined });
  }

  // What was not told is found when the page is looked at again.
  const look = (ticketId: string) => void announce(ticketId).catch(() => undefined);
  bell.on(topic, look);
  return {
    tell: (ticketId) => {
      look(ticketId);
      bell.ring(topic, ticketId);
    },
    onNews: (hear) => events.on("news", hear),
  };
}
