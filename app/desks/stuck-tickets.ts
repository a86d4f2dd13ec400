import { finishedStates, type StuckTicket } from "../../contract/index.js";
import type { Db } from "../../store/index.js";

const shownMost = 200;
const parts: readonly StuckTicket["what"][] = ["message", "event", "file", "talk"];

/** What the other desk refused, with why: whole tickets and parts of them, the newest first. */
export async function listStuck(db: Db): Promise<StuckTicket[]> {
  const links = await db
    .selectFrom("desk_link")
    .innerJoin("ticket", "ticket.id", "desk_link.ticket_id")
    .select(["ticket.id", "ticket.number", "desk_link.remote_number", "desk_link.reason"])
    .select("desk_link.next_at as at")
    .where("desk_link.state", "=", "stuck")
    .orderBy("desk_link.created_at", "desc")
    .limit(shownMost)
    .execute();
  const copies = await db
    .selectFrom("desk_copy")
    .innerJoin("desk_link", "desk_link.ticket_id", "desk_copy.ticket_id")
    .innerJoin("ticket", "ticket.id", "desk_copy.ticket_id")
    .select(["ticket.id", "ticket.number", "desk_link.remote_number", "desk_copy.reason", "desk_copy.at"])
    .select("desk_copy.kind")
    .where("desk_copy.state", "=", "refused")
    .orderBy("desk_copy.at", "desc")
    .limit(shownMost)
    .execute();
  const rows = [
    ...links.map((row) => ({ ...row, what: "ticket" as const })),
    ...copies.map((row) => ({ ...row, what: parts.find((one) => one === row.kind) ?? ("event" as const) })),
  ];
  return rows
    .sort((a, b) => b.at - a.at)
    .map(({ id, number, remote_number, reason, at, what }) => ({
      ticketId: id,
      number,
      what,
      at,
      reason: reason ?? "",
      ...(remote_number === null ? {} : { elsewhere: remote_number }),
    }));
}

/** Sends again what was refused, of one ticket or of all; answers how many tickets that were. */
export async function sendAgainIn(trx: Db, at: number, ticketId?: string): Promise<number> {
  let refused = trx.deleteFrom("desk_copy").where("state", "=", "refused");
  if (ticketId !== undefined) refused = refused.where("ticket_id", "=", ticketId);
  const ids = new Set((await refused.returning("ticket_id").execute()).map(({ ticket_id }) => ticket_id));
  let stuck = trx.selectFrom("desk_link").select("ticket_id").where("state", "=", "stuck");
  if (ticketId !== undefined) stuck = stuck.where("ticket_id", "=", ticketId);
  for (const { ticket_id } of await stuck.execute()) ids.add(ticket_id);
  for (const id of ids) {
    await trx
      .updateTable("desk_link")
      .set((eb) => ({ state: "waiting", asked: eb("asked", "+", 1), tries: 0, reason: null, next_at: at }))
      .where("ticket_id", "=", id)
      .execute();
  }
  return ids.size;
}

/** Also the tickets that were open before there was an other desk; answers how many there were. */
export async function includeOpen(db: Db, deskId: string, at: number): Promise<number> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("desk_link")
    .columns([
      ...(["ticket_id", "desk_id", "state", "asked", "tries", "next_at", "busy_until", "told_seq"] as const),
      "created_at",
    ])
    .expression((eb) =>
      eb
        .selectFrom("ticket")
        .select((of) => [
          "ticket.id",
          of.val(deskId).as("desk_id"),
          of.val("waiting").as("state"),
          of.lit(1).as("asked"),
          of.lit(0).as("tries"),
          of.cast<number>(of.val(at), "bigint").as("next_at"),
          of.lit(0).as("busy_until"),
          of.lit(0).as("told_seq"),
          "ticket.created_at",
        ])
        .where("ticket.state", "not in", [...finishedStates])
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom("desk_link as known")
                .select("known.ticket_id")
                .whereRef("known.ticket_id", "=", "ticket.id"),
            ),
          ),
        ),
    )
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}
