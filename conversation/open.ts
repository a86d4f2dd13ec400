import type { Locale } from "../contract/index.js";
import { type Db, isUniqueViolation, newId, type Row } from "../store/index.js";

export interface Opening {
  readonly requesterId: string;
  /** `web`, or the channel id of the Bot Framework. */
  readonly channel: string;
  readonly locale: Locale;
}

/**
 * The open conversation of this requester and channel, or a new one that the assistant owns. Twenty tabs that ask at
 * once get the same one (F23): the store allows a single open row.
 */
export async function openConversation(db: Db, opening: Opening, now: number): Promise<Row<"conversation">> {
  const present = await findOpen(db, opening.requesterId, opening.channel);
  if (present !== undefined) return present;
  const row: Row<"conversation"> = {
    id: newId(),
    kind: "talk",
    requester_id: opening.requesterId,
    channel: opening.channel,
    locale: opening.locale,
    owner_kind: "assistant",
    owner_id: null,
    epoch: 1,
    last_seq: 0,
    asked_seq: 0,
    answered_seq: 0,
    ticket_id: null,
    dialog_json: "{}",
    created_at: now,
    updated_at: now,
  };
  try {
    await db.insertInto("conversation").values(row).execute();
    return row;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return openConversation(db, opening, now);
  }
}

export function findOpen(
  db: Db,
  requesterId: string,
  channel: string,
): Promise<Row<"conversation"> | undefined> {
  return db
    .selectFrom("conversation")
    .selectAll()
    .where("requester_id", "=", requesterId)
    .where("channel", "=", channel)
    .where("owner_kind", "<>", "none")
    .executeTakeFirst();
}

/** The open conversations in which this person is the requester or the agent. */
export async function openOf(db: Db, accountIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom("conversation")
    .select("id")
    .where((where) =>
      where.or([
        where.and([where("requester_id", "in", accountIds), where("owner_kind", "<>", "none")]),
        where.and([where("owner_kind", "=", "agent"), where("owner_id", "in", accountIds)]),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}
