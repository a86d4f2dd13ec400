import type { Db } from "../../store/index.js";

export type Verdict = "taught" | "dismissed" | "accepted" | "rejected";

/** Notes what was done about questions or choices; the newest word counts. */
export async function writeVerdicts(
  trx: Db,
  given: { readonly messageIds: readonly string[]; verdict: Verdict; at: number; by: string },
): Promise<void> {
  const { messageIds, verdict, at, by } = given;
  const rows = [...new Set(messageIds)].map((id) => ({ message_id: id, verdict, at, by_id: by }));
  if (rows.length === 0) return;
  await trx
    .insertInto("question_verdict")
    .values(rows)
    .onConflict((conflict) => conflict.column("message_id").doUpdateSet({ verdict, at, by_id: by }))
    .execute();
}

/** Which of these questions somebody has dealt with. */
export async function readJudged(db: Db, since: number): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom("question_verdict")
    .select("message_id")
    .where("at", ">=", since)
    .execute();
  return new Set(rows.map((row) => row.message_id));
}
