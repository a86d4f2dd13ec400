import { erasedName, removedText } from "../../contract/index.js";
import type { Db } from "../../store/index.js";

/**
 * Takes the words out of talks: messages stay in their places, so that no reader finds a hole, but say nothing any
 * more; notes, what was understood, e-mails and files go. Counts, times and who had which talk stay for reports. Answers
 * with the number of files.
 */
export async function emptyTalks(trx: Db, ids: readonly string[], at: number): Promise<number> {
  if (ids.length === 0) return 0;
  const ofTalk = [...ids];
  await trx
    .deleteFrom("question_verdict")
    .where(
      "message_id",
      "in",
      trx.selectFrom("turn").select("message_id").where("conversation_id", "in", ofTalk),
    )
    .execute();
  const gone = ["turn", "note_mention", "note", "off_record", "absence", "channel_link"] as const;
  for (const table of gone) await trx.deleteFrom(table).where("conversation_id", "in", ofTalk).execute();
  await trx
    .deleteFrom("mail")
    .where("conversation_id", "in", ofTalk)
    .where("state", "<>", "waiting")
    .execute();
  await trx
    .deleteFrom("tag")
    .where("object_type", "=", "conversation")
    .where("object_id", "in", ofTalk)
    .execute();
  await trx
    .updateTable("message")
    .set({ text: removedText, extra_json: null })
    .where("conversation_id", "in", ofTalk)
    .execute();
  await trx
    .updateTable("message")
    .set({ sender_name: erasedName })
    .where("conversation_id", "in", ofTalk)
    .where("sender_kind", "=", "requester")
    .execute();
  await trx
    .updateTable("attendance")
    .set({ question: removedText, context_json: "{}", reason: null })
    .where("conversation_id", "in", ofTalk)
    .execute();
  await trx.updateTable("survey").set({ comment: null }).where("conversation_id", "in", ofTalk).execute();
  await trx
    .updateTable("consult")
    .set({ title: removedText })
    .where("conversation_id", "in", ofTalk)
    .execute();
  await trx.updateTable("conversation").set({ dialog_json: "{}" }).where("id", "in", ofTalk).execute();
  await note(trx, "talk", ids, at);
  return forgetFiles(trx, "conversation_id", ofTalk);
}

/** Takes out of tickets what was written in them; number, activity, times and states stay. */
export async function emptyTickets(trx: Db, ids: readonly string[], at: number): Promise<number> {
  if (ids.length === 0) return 0;
  const ofTicket = [...ids];
  await trx
    .deleteFrom("mail")
    .where("id", "in", trx.selectFrom("ticket_message").select("mail_id").where("ticket_id", "in", ofTicket))
    .execute();
  await trx
    .updateTable("ticket")
    .set({ description: removedText, fields_json: "[]" })
    .where("id", "in", ofTicket)
    .execute();
  await trx
    .updateTable("ticket_event")
    .set({ text: removedText })
    .where("ticket_id", "in", ofTicket)
    .execute();
  await forgetRequesters(trx, ofTicket);
  await trx
    .updateTable("ticket_message")
    .set({ text: removedText, mail_id: null })
    .where("ticket_id", "in", ofTicket)
    .execute();
  await trx
    .updateTable("ticket_message")
    .set({ author_name: erasedName })
    .where("ticket_id", "in", ofTicket)
    .where("side", "=", "requester")
    .execute();
  await trx
    .deleteFrom("tag")
    .where("object_type", "=", "ticket")
    .where("object_id", "in", ofTicket)
    .execute();
  await note(trx, "ticket", ids, at);
  return forgetFiles(trx, "ticket_id", ofTicket);
}

/** Who opened a ticket, wrote in it or closed it has no name any more; who worked on it keeps theirs. */
async function forgetRequesters(trx: Db, ticketIds: readonly string[]): Promise<void> {
  const of = trx
    .selectFrom("ticket_event")
    .select("actor_json")
    .distinct()
    .where("ticket_id", "in", [...ticketIds]);
  for (const { actor_json } of await of.execute()) {
    const actor = JSON.parse(actor_json) as { kind: string; name: string };
    if (actor.kind !== "requester" || actor.name === erasedName) continue;
    await trx
      .updateTable("ticket_event")
      .set({ actor_json: JSON.stringify({ ...actor, name: erasedName }) })
      .where("ticket_id", "in", [...ticketIds])
      .where("actor_json", "=", actor_json)
      .execute();
  }
}

/** Takes out of interactions what was written in them. */
export async function emptyInteractions(trx: Db, ids: readonly string[], at: number): Promise<void> {
  if (ids.length === 0) return;
  const words = { title: removedText, description: removedText, solution: "", location: "" };
  await trx
    .updateTable("interaction")
    .set(words)
    .where("id", "in", [...ids])
    .execute();
  await note(trx, "interaction", ids, at);
}

/** From now on nobody reads these files; the next round of the files' own broom takes the bytes away. */
export async function forgetFiles(
  trx: Db,
  by: "conversation_id" | "ticket_id" | "account_id" | "id",
  ids: readonly string[],
): Promise<number> {
  const gone = await trx
    .updateTable("file")
    .set({ is_whole: 0, message_id: null, ticket_id: null, name: removedText, created_at: 0 })
    .where(by, "in", [...ids])
    .where("created_at", ">", 0)
    .executeTakeFirst();
  return Number(gone.numUpdatedRows);
}

async function note(trx: Db, kind: string, ids: readonly string[], at: number): Promise<void> {
  await trx
    .insertInto("emptied")
    .values(ids.map((object_id) => ({ kind, object_id, at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
