import { type Locale, localeSchema, maxMessageChars, type TicketState } from "../../contract/index.js";
import type { Conversations } from "../../conversation/index.js";
import type { Db } from "../../store/index.js";
import { newsTexts } from "./news-texts.js";
import type { DeskTold } from "./sync-ticket.js";

export interface TellParts {
  readonly conversations: Pick<Conversations, "appendIn" | "announce">;
  readonly deskName: string;
  readonly stateName: (state: TicketState, locale: Locale) => string;
  readonly now: () => number;
}

/**
 * Tells the requester in the chat what happened at the other desk: in the talk the ticket is about, or, where that is
 * over, in the one they have open. Where there is none, it stands in the ticket alone. Answers what is to be called
 * after the commit.
 */
export async function tellRequesterIn(
  trx: Db,
  parts: TellParts,
  { ticketId, news }: { readonly ticketId: string; readonly news: readonly DeskTold[] },
): Promise<() => void> {
  const { conversations, now } = parts;
  const place = news.length === 0 ? undefined : await placeOf(trx, ticketId);
  if (place === undefined) return () => undefined;
  const at = now();
  const drafts = news.map((one, index) => ({
    conversationId: place.conversationId,
    clientMessageId: nameOf(ticketId, one, at + index),
    sender: { kind: "system" as const, id: "system", name: "Deskhand" },
    text: toText(parts, place, one).slice(0, maxMessageChars),
  }));
  const results = await conversations.appendIn(trx, drafts, at);
  const messages = results.flatMap((one) => (one.status === "stored" ? [one.message] : []));
  return () => conversations.announce({ conversationIds: [place.conversationId], messages });
}

interface Place {
  readonly conversationId: string;
  readonly number: string;
  readonly locale: Locale;
}

async function placeOf(db: Db, ticketId: string): Promise<Place | undefined> {
  const ticket = await db
    .selectFrom("ticket")
    .select(["number", "requester_id", "conversation_id"])
    .where("id", "=", ticketId)
    .executeTakeFirst();
  if (ticket === undefined) return undefined;
  const talks = await db
    .selectFrom("conversation")
    .select(["id", "locale"])
    .where("requester_id", "=", ticket.requester_id)
    .where("kind", "=", "talk")
    .where("owner_kind", "<>", "none")
    .orderBy("updated_at", "desc")
    .execute();
  const talk = talks.find(({ id }) => id === ticket.conversation_id) ?? talks[0];
  if (talk === undefined) return undefined;
  return {
    conversationId: talk.id,
    number: ticket.number,
    locale: localeSchema.catch("en").parse(talk.locale),
  };
}

/** A repeat of the same news is the same message. */
function nameOf(ticketId: string, news: DeskTold, at: number): string {
  if (news.kind === "comment") return `desk:${ticketId}:${news.id}`;
  return news.kind === "linked" ? `desk:${ticketId}:linked` : `desk:${ticketId}:${news.state}:${at}`;
}

function toText({ deskName, stateName }: TellParts, { number, locale }: Place, news: DeskTold): string {
  const texts = newsTexts[locale];
  switch (news.kind) {
    case "linked":
      return texts.linked({ number, desk: deskName, there: news.number });
    case "state":
      return texts.state({ number, state: stateName(news.state, locale) });
    case "comment":
      return texts.comment({ number, author: news.author || deskName, text: news.text });
  }
}
