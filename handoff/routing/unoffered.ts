import type { Db } from "../../store/index.js";

/** Who waits in these groups and is offered to nobody, in the order they are served. */
export async function readUnoffered(db: Db, groupIds: readonly string[], limit: number): Promise<string[]> {
  const rows = await waitingIn(db, groupIds)
    .select("id")
    .where("offered_to", "is", null)
    .orderBy("priority")
    .orderBy("waiting_since")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Those of the attendances that still wait and are offered to nobody. */
export async function findUnoffered(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom("attendance")
    .select("id")
    .where("id", "in", [...ids])
    .where("phase", "=", "logged")
    .where("offered_to", "is", null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export async function readOffered(
  db: Db,
  groupIds: readonly string[],
): Promise<{ readonly attendanceId: string; readonly agentId: string }[]> {
  const rows = await waitingIn(db, groupIds)
    .select(["id", "offered_to"])
    .where("offered_to", "is not", null)
    .execute();
  return rows.map((row) => ({ attendanceId: row.id, agentId: row.offered_to ?? "" }));
}

function waitingIn(db: Db, groupIds: readonly string[]) {
  const ids = db
    .selectFrom("attendance_group")
    .select("attendance_id")
    .where("group_id", "in", [...groupIds]);
  return db.selectFrom("attendance").where("phase", "=", "logged").where("id", "in", ids);
}
