import type { Db } from "../../store/index.js";

/** Whether the requester of this talk is asked when it ends, where the settings would ask. */
export async function isToBeAsked(db: Db, conversationId: string): Promise<boolean> {
  const row = await db
    .selectFrom("survey_exemption")
    .select("conversation_id")
    .where("conversation_id", "=", conversationId)
    .executeTakeFirst();
  return row === undefined;
}

/** Leaves this one talk out, or takes it in again; nothing changes once it has been asked. */
export async function setToBeAsked(
  db: Db,
  wish: { readonly conversationId: string; readonly ask: boolean; readonly by: string; readonly at: number },
): Promise<void> {
  if (wish.ask) {
    await db.deleteFrom("survey_exemption").where("conversation_id", "=", wish.conversationId).execute();
    return;
  }
  await db
    .insertInto("survey_exemption")
    .values({ conversation_id: wish.conversationId, exempted_at: wish.at, exempted_by: wish.by })
    .onConflict((conflict) => conflict.column("conversation_id").doNothing())
    .execute();
}
