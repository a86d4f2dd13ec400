import { z } from "zod";
import type { Push } from "../../config/index.js";
import type { Locale } from "../../contract/index.js";
import { createTypedEvents, type TypedEvents } from "../../conversation/index.js";
import type { Bell, Db } from "../../store/index.js";

const factSchema = z.strictObject({ ticketNumber: z.string(), authorName: z.string(), text: z.string() });
const toldSchema = z.strictObject({ accountIds: z.array(z.string()), fact: factSchema });
type Told = z.infer<typeof toldSchema>;

export interface WrittenByRequester {
  readonly ticketId: string;
  readonly messageId: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly text: string;
}

/** Tells who works on a ticket that its requester has written there, where parameter 300 wishes it. */
export interface TicketMessageNotices {
  /** For pages that are open, on every node. */
  readonly events: TypedEvents<{ told: [told: Told] }>;
  /** The message is stored; assignee and owner are told once. Never throws. */
  written(message: WrittenByRequester): void;
}

const textMaxChars = 140;
const topic = "ticket-message";

const titles: Readonly<Record<Locale, (name: string, number: string) => string>> = {
  en: (name, number) => `${name} wrote on ticket ${number}`,
  es: (name, number) => `${name} escribió en el ticket ${number}`,
  pt: (name, number) => `${name} escreveu no chamado ${number}`,
};

export function createTicketMessageNotices(options: {
  readonly db: Db;
  readonly push: Push;
  readonly bell: Bell;
  readonly isOn: () => boolean;
  readonly failed: (error: unknown) => void;
}): TicketMessageNotices {
  const { db, push, bell, isOn, failed } = options;
  const events = createTypedEvents<{ told: [told: Told] }>();
  bell.on(topic, (payload) => {
    const told = toldSchema.safeParse(JSON.parse(payload));
    if (told.success) events.emit("told", told.data);
  });

  async function tell({ ticketId, messageId, author, text }: WrittenByRequester): Promise<void> {
    const ticket = await db
      .selectFrom("ticket")
      .select(["number", "assignee_id", "owner_id"])
      .where("id", "=", ticketId)
      .executeTakeFirst();
    if (ticket === undefined) return;
    const accountIds = await activeStaff(db, [ticket.assignee_id, ticket.owner_id], author.id);
    if (accountIds.length === 0) return;
    const { number } = ticket;
    const fact = { ticketNumber: number, authorName: author.name, text: text.slice(0, textMaxChars) };
    events.emit("told", { accountIds, fact });
    bell.ring(topic, JSON.stringify({ accountIds, fact }));
    await push.tell(accountIds, (locale) => ({
      tag: messageId,
      title: titles[locale](author.name, number),
      body: fact.text,
      path: `/agent/tickets/${number}`,
    }));
  }

  return {
    events,
    written: (message) => {
      if (isOn()) tell(message).catch(failed);
    },
  };
}

async function activeStaff(db: Db, ids: readonly (string | null)[], authorId: string): Promise<string[]> {
  const wanted = [...new Set(ids)].filter((id) => id !== null && id !== authorId);
  if (wanted.length === 0) return [];
  const rows = await db
    .selectFrom("account")
    .select("id")
    .where("id", "in", wanted)
    .where("active", "=", 1)
    .where("role", "<>", "requester")
    .execute();
  return rows.map((row) => row.id);
}
