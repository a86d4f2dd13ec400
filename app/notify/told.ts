import type { Db, Row } from "../../store/index.js";

/** An attendance about which somebody may have to be told. */
export interface Due {
  readonly row: Row<"attendance">;
  /** Those it waits for, and since when; delays of their people count from there. */
  readonly groups: readonly { readonly id: string; readonly since: number }[];
  /** ms UTC; other delays count from here. */
  readonly since: number;
  /** When it was to be looked at, as it was read. */
  readonly nextAt: number;
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

/** The same, where all are told once more who were told of it before; not the agent who has just let it lie. */
export async function markAnewIn(trx: Db, attendanceId: string, at: number): Promise<void> {
  await markIn(trx, attendanceId, at);
  await trx.deleteFrom("attendance_told").where("attendance_id", "=", attendanceId).execute();
  const { last_agent_id: agentId } = await trx
    .selectFrom("attendance")
    .select("last_agent_id")
    .where("id", "=", attendanceId)
    .executeTakeFirstOrThrow();
  if (agentId !== null) await claimTold(trx, attendanceId, [agentId], at);
}

/** More people may have to be told of what waits already. */
export async function markAgainIn(trx: Db, attendanceId: string, at: number): Promise<void> {
  const marks = { tell_next_at: at };
  await trx
    .insertInto("attendance_record")
    .values({ attendance_id: attendanceId, last_requested_at: at, tell_since: at, ...marks })
    .onConflict((conflict) => conflict.column("attendance_id").doUpdateSet(marks))
    .execute();
}

/** `undefined` when nobody is left to be told. */
export async function readDue(db: Db, attendanceId: string): Promise<Due | undefined> {
  const record = await db
    .selectFrom("attendance_record")
    .select(["tell_since", "tell_next_at"])
    .where("attendance_id", "=", attendanceId)
    .executeTakeFirst();
  const row = await db.selectFrom("attendance").selectAll().where("id", "=", attendanceId).executeTakeFirst();
  if (record?.tell_since == null || record.tell_next_at === null || row === undefined) return undefined;
  const groups = await db
    .selectFrom("attendance_group")
    .select(["group_id", "since"])
    .where("attendance_id", "=", attendanceId)
    .execute();
  const since = record.tell_since;
  return {
    row,
    groups: groups.map((group) => ({ id: group.group_id, since: Math.max(since, group.since ?? 0) })),
    since,
    nextAt: record.tell_next_at,
  };
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

/**
 * When to look at it again; not at all without a time. Whoever has marked it meanwhile knows of more people than were
 * read, and that mark stays.
 */
export async function planNext(db: Db, { row, nextAt }: Due, at: number | undefined): Promise<void> {
  await db
    .updateTable("attendance_record")
    .set({ tell_next_at: at ?? null })
    .where("attendance_id", "=", row.id)
    .where("tell_next_at", "=", nextAt)
    .execute();
}
