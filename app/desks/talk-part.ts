import type { Db, Row } from "../../store/index.js";
import type { DeskComment } from "./ticket-desk.js";

/** What fits into one comment of any desk; of a longer talk the end is told. */
const charsMost = 30_000;
const messagesMost = 500;

/**
 * What was said about a ticket since it was last told, once nobody attends it any more: staff of the other desk see the
 * talk that led to it. Notices of the system say nothing there.
 */
export async function talkPartOf(
  db: Db,
  ticket: Pick<Row<"ticket">, "id" | "conversation_id">,
): Promise<{ readonly at: number; readonly comment: DeskComment } | undefined> {
  const { conversation_id: conversationId } = ticket;
  if (conversationId === null) return undefined;
  const closedAt = await endOfAttendance(db, ticket.id);
  if (closedAt === undefined) return undefined;
  const told = await db
    .selectFrom("desk_link")
    .select("told_seq")
    .where("ticket_id", "=", ticket.id)
    .executeTakeFirst();
  const rows = await db
    .selectFrom("message")
    .select(["seq", "sender_name", "text", "sent_at"])
    .where("conversation_id", "=", conversationId)
    .where("seq", ">", told?.told_seq ?? 0)
    .where("sender_kind", "<>", "system")
    .where("sent_at", "<=", closedAt)
    .orderBy("seq", "desc")
    .limit(messagesMost)
    .execute();
  const last = rows[0];
  if (last === undefined) return undefined;
  const lines = rows.reverse().map(({ sender_name, text }) => `${sender_name}: ${text}`);
  return {
    at: last.sent_at,
    comment: {
      id: `talk:${conversationId}:${last.seq}`,
      author: "",
      text: lines.join("\n").slice(-charsMost),
      isInternal: true,
      isOwn: true,
      isRequesters: false,
      files: [],
    },
  };
}

/** When the last attendance of a ticket ended; nothing while one goes on, or where there was none. */
async function endOfAttendance(db: Db, ticketId: string): Promise<number | undefined> {
  const rows = await db
    .selectFrom("attendance")
    .select(["phase", "closed_at"])
    .where("ticket_id", "=", ticketId)
    .execute();
  if (rows.some(({ phase }) => phase !== "closed")) return undefined;
  const ends = rows.flatMap(({ closed_at }) => closed_at ?? []);
  return ends.length === 0 ? undefined : Math.max(...ends);
}
