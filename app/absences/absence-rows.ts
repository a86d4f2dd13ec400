import type { Db, NewRow, Row } from "../../store/index.js";

type Absence = Row<"absence">;
type Key = Pick<Absence, "conversation_id" | "account_id">;

/** Notes who missed something; who is noted already stays as they are. */
export async function noteAbsences(db: Db, rows: readonly NewRow<"absence">[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto("absence")
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export function dueAbsences(db: Db, at: number, limit: number): Promise<Absence[]> {
  return db
    .selectFrom("absence")
    .selectAll()
    .where("mail_id", "is", null)
    .where("due_at", "<=", at)
    .orderBy("due_at")
    .limit(limit)
    .execute();
}

/** Whether this caller is the one who tells the party; of several nodes one is answered yes. */
export async function claimAbsence(
  trx: Pick<Db, "updateTable">,
  { conversation_id, account_id }: Key,
  mailId: string,
): Promise<boolean> {
  const result = await trx
    .updateTable("absence")
    .set({ mail_id: mailId })
    .where("conversation_id", "=", conversation_id)
    .where("account_id", "=", account_id)
    .where("mail_id", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function forgetAbsence(db: Db, { conversation_id, account_id }: Key): Promise<void> {
  await db
    .deleteFrom("absence")
    .where("conversation_id", "=", conversation_id)
    .where("account_id", "=", account_id)
    .where("mail_id", "is", null)
    .execute();
}

/** Ends what these people have been told of already, so that they are told of what comes next. */
export async function forgetTold(
  db: Db,
  told: readonly { readonly conversationId: string; readonly accountId: string }[],
): Promise<void> {
  for (const { conversationId, accountId } of told) {
    await db
      .deleteFrom("absence")
      .where("conversation_id", "=", conversationId)
      .where("account_id", "=", accountId)
      .where("mail_id", "is not", null)
      .execute();
  }
}

/** Ends the absences of these people everywhere; an e-mail that has not gone out yet is not needed any more. */
export async function endAbsences(db: Db, accountIds: readonly string[]): Promise<void> {
  if (accountIds.length === 0) return;
  const rows = await db.selectFrom("absence").selectAll().where("account_id", "in", accountIds).execute();
  // Nearly everybody who comes has missed nothing: no write for them.
  if (rows.length === 0) return;
  const mailIds = rows.flatMap(({ mail_id }) => (mail_id === null ? [] : [mail_id]));
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom("absence").where("account_id", "in", accountIds).execute();
    if (mailIds.length === 0) return;
    await trx
      .updateTable("mail")
      .set({ state: "dropped", reason: "They came back before it could be sent." })
      .where("id", "in", mailIds)
      .where("state", "=", "waiting")
      .execute();
  });
}

/** The people of a conversation who are away and have been told by e-mail. */
export async function mailedIn(db: Db, conversationId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("absence")
    .innerJoin("mail", "mail.id", "absence.mail_id")
    .select("absence.account_id")
    .where("absence.conversation_id", "=", conversationId)
    .where("mail.state", "=", "sent")
    .execute();
  return rows.map((row) => row.account_id);
}
