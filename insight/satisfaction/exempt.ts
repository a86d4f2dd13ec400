import type { Db } from "../../store/index.js";
import { readAskOf } from "./settings.js";

/** Whether the requester of this talk is asked when it ends: by the settings, and by what staff have said of it. */
export async function isToBeAsked(db: Db, conversationId: string): Promise<boolean> {
  if ((await readAskOf(db, conversationId)) === "by-hand") return isWished(db, conversationId);
  return !(await isExempt(db, conversationId));
}

export async function isExempt(db: Db, conversationId: string): Promise<boolean> {
  return holds(db, "survey_exemption", conversationId);
}

/** Somebody has asked for it by hand. */
export async function isWished(db: Db, conversationId: string): Promise<boolean> {
  return holds(db, "survey_wish", conversationId);
}

/** Leaves this one talk out, or takes it in; nothing changes once it has been asked. */
export async function setToBeAsked(
  db: Db,
  wish: { readonly conversationId: string; readonly ask: boolean; readonly by: string; readonly at: number },
): Promise<void> {
  const { conversationId, ask, by, at } = wish;
  await db
    .deleteFrom(ask ? "survey_exemption" : "survey_wish")
    .where("conversation_id", "=", conversationId)
    .execute();
  if (ask) {
    await db
      .insertInto("survey_wish")
      .values({ conversation_id: conversationId, wished_at: at, wished_by: by })
      .onConflict((conflict) => conflict.column("conversation_id").doNothing())
      .execute();
    return;
  }
  await db
    .insertInto("survey_exemption")
    .values({ conversation_id: conversationId, exempted_at: at, exempted_by: by })
    .onConflict((conflict) => conflict.column("conversation_id").doNothing())
    .execute();
}

async function holds(
  db: Db,
  table: "survey_exemption" | "survey_wish",
  conversationId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom(table)
    .select("conversation_id")
    .where("conversation_id", "=", conversationId)
    .executeTakeFirst();
  return row !== undefined;
}
