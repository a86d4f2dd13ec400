import { type LeftElsewhere, leftReasons, leftStates } from "../../contract/index.js";
import type { Db } from "../../store/index.js";

/**
 * Writes down which tickets of an erased person stand at another desk too, inside the caller's transaction. That desk is
 * asked to forget them once they are empty here. Run again it adds what has been sent there meanwhile.
 */
export async function noteLeftIn(trx: Db, accountId: string): Promise<void> {
  await trx
    .insertInto("left_elsewhere")
    .columns([
      "erasure_id",
      "ticket_id",
      "desk_id",
      "desk_name",
      "remote_id",
      "remote_number",
      "remote_url",
      "state",
    ])
    .expression((eb) =>
      eb
        .selectFrom("desk_link")
        .innerJoin("ticket", "ticket.id", "desk_link.ticket_id")
        .innerJoin("other_desk", "other_desk.id", "desk_link.desk_id")
        .innerJoin("erasure", "erasure.account_id", "ticket.requester_id")
        .select((of) => [
          "erasure.id as erasure_id",
          "ticket.id as ticket_id",
          "desk_link.desk_id",
          "other_desk.name as desk_name",
          of.fn.coalesce("desk_link.remote_id", of.val("")).as("remote_id"),
          of.fn.coalesce("desk_link.remote_number", "desk_link.remote_id", of.val("")).as("remote_number"),
          "desk_link.remote_url",
          of.val("waiting").as("state"),
        ])
        .where("erasure.account_id", "=", accountId)
        .where("desk_link.remote_id", "is not", null),
    )
    .onConflict((conflict) => conflict.columns(["erasure_id", "ticket_id"]).doNothing())
    .execute();
}

/** What was left elsewhere of these erasures, in the order of its tickets. */
export async function leftOf(db: Db, erasureIds: readonly string[]): Promise<Map<string, LeftElsewhere[]>> {
  const found = new Map<string, LeftElsewhere[]>();
  if (erasureIds.length === 0) return found;
  const rows = await db
    .selectFrom("left_elsewhere")
    .selectAll()
    .where("erasure_id", "in", [...erasureIds])
    .orderBy("ticket_id")
    .execute();
  for (const row of rows) {
    const reason = leftReasons.find((one) => one === row.reason);
    found.set(row.erasure_id, [
      ...(found.get(row.erasure_id) ?? []),
      {
        desk: row.desk_name,
        number: row.remote_number,
        state: leftStates.find((one) => one === row.state) ?? "waiting",
        ...(row.remote_url === null ? {} : { url: row.remote_url }),
        ...(reason === undefined ? {} : { reason }),
      },
    ]);
  }
  return found;
}
