import type { Db, Row } from "../../store/index.js";

/** An attendance about which somebody may have to be told. */
export interface Due {
  readonly row: Row<"attendance">;
  readonly groupIds: readonly string[];
  /** ms UTC; delays count from here. */
  readonly since: number;
}

/** From now on its people are told of it; in the transaction that lets it wait. */
export async function markIn(trx: Db, attendanceId: string, at: number): Promise<void> {
  const marks = { tell_since: at, tell_next_at: at };
  await trx
    .insertInto("attendance_record")
    .values({ attendance_id: attendanceId, last_requested_at: at, ...marks })
    .onConflict((conflict) => conflict.column("attendance_id").doUpdateSet(marks))
    .execute();
}

/** `undefined` when nobody is left to be told. */
export async function readDue(db: Db, attendanceId: string): Promise<Due | undefined> {
  const record = await db
    .selectFrom("attendance_record")
    .select("tell_since")
    .where("attendance_id", "=", attendanceId)
    .where("tell_next_at", "is not", null)
    .executeTakeFirst();
  const row = await db.selectFrom("attendance").selectAll().where("id", "=", attendanceId).executeTakeFirst();
  if (record?.tell_since == null || row === undefined) return undefined;
  const groups = await db
    .selectFrom("attendance_group")
    .select("group_id")
    .where("attendance_id", "=", attendanceId)
    .execute();
  return { row, groupIds: groups.map((group) => group.group_id), since: record.tell_since };
}

/** Of these people the ones nobody has told yet, in the order given; they count as told from now on. */
export async function claimTold(
  db: Db,
  attendanceId: string,
  accountIds: readonly string[],
  at: number,
): Promise<string[]> {
  if (accountIds.length === 0) return [];
  const rows = await db
    .insertInto("attendance_told")
    .values(
      accountIds.map((accountId) => ({ attendance_id: attendanceId, account_id: accountId, told_at: at })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning("account_id")
    .execute();
  const claimed = new Set(rows.map((row) => row.account_id));
  return accountIds.filter((id) => claimed.has(id));
}

/** When to look at it again; not at all without a time. */
export async function planNext(db: Db, attendanceId: string, at: number | undefined): Promise<void> {
  await db
    .updateTable("attendance_record")
    .set({ tell_next_at: at ?? null })
    .where("attendance_id", "=", attendanceId)
    .execute();
}
