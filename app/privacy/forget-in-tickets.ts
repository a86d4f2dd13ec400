import { erasedName, type Memo, memoSchema } from "../../contract/index.js";
import type { Db } from "../../store/index.js";

/**
 * Takes a person's name out of the history of all tickets, also those of others on which they worked: as who acted, as to
 * whom a ticket was given, and out of the record of consults. What was done, and when, stays.
 */
export async function forgetInTickets(trx: Db, accountId: string, name: string): Promise<void> {
  const known = await trx
    .selectFrom("ticket_event")
    .select("actor_json")
    .distinct()
    .where("actor_json", "like", `%"${accountId}"%`)
    .execute();
  for (const { actor_json } of known) {
    await trx
      .updateTable("ticket_event")
      .set({ actor_json: JSON.stringify({ ...JSON.parse(actor_json), name: erasedName }) })
      .where("actor_json", "=", actor_json)
      .execute();
  }
  if (name === erasedName) return;
  await trx
    .updateTable("ticket_event")
    .set({ text: erasedName })
    .where("kind", "=", "assigned")
    .where("text", "=", name)
    .execute();
  await forgetInMemos(trx, accountId, name);
}

/** A consult's memo names who took part, and tells in sentences who came and went. */
async function forgetInMemos(trx: Db, accountId: string, name: string): Promise<void> {
  const consults = await trx
    .selectFrom("consult_member")
    .select("conversation_id")
    .where("account_id", "=", accountId)
    .execute();
  const mine = new Set(consults.map((one) => one.conversation_id));
  const rows = await trx
    .selectFrom("ticket_event")
    .select(["id", "text"])
    .where("kind", "=", "consult")
    .where("text", "like", `%${JSON.stringify(name).replace(/[%\\]/g, "_")}%`)
    .execute();
  for (const { id, text } of rows) {
    const memo = memoSchema.parse(JSON.parse(text));
    if (!mine.has(memo.consultId)) continue;
    await trx
      .updateTable("ticket_event")
      .set({ text: JSON.stringify(withoutName(memo, name)) })
      .where("id", "=", id)
      .execute();
  }
}

function withoutName(memo: Memo, name: string): unknown {
  const lines = memo.lines.map((line) =>
    line.notice === undefined ? line : { ...line, text: line.text.replaceAll(name, erasedName) },
  );
  return JSON.parse(JSON.stringify({ ...memo, lines }), (_, part: unknown) =>
    part === name ? erasedName : part,
  );
}
