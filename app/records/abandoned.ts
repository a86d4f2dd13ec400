import { type Principal, roleSchema } from "../../contract/index.js";
import type { Handoff } from "../../handoff/index.js";
import type { Store } from "../../store/index.js";

/** How many are looked at in one round. */
const batchMax = 500;

/**
 * Finds who closed the browser while waiting (S3-16). A requester who was here since asking and then away for longer
 * than the grace has abandoned the wish: it leaves the queue, the ticket stays and can be resumed at its old place.
 * Whoever was never here (a program, a channel without presence) is left to wait. Run it every few seconds; any
 * number of nodes may.
 */
export function createAbandoned(parts: {
  readonly store: Store;
  readonly handoff: Handoff;
  /** ms; 0 lets everybody wait for ever. */
  readonly graceMs: number;
  readonly now: () => number;
}): () => Promise<void> {
  const { store, handoff, graceMs, now } = parts;
  const { db } = store;
  return async () => {
    if (graceMs === 0) return;
    const rows = await readWaiting(store);
    const people = await handoff.people.statusOf([...new Set(rows.map((row) => row.requester_id))]);
    const here = new Set(people.flatMap((person) => (person.online ? [person.accountId] : [])));
    const at = now();
    const came = rows.filter(
      (row) => here.has(row.requester_id) && (row.seen_at === null || row.away_since !== null),
    );
    const left = rows.filter((row) => !here.has(row.requester_id) && row.seen_at !== null);
    await mark(came, { seen_at: at, away_since: null });
    await mark(
      left.filter((row) => row.away_since === null),
      { away_since: at },
    );
    const gone = left.filter((row) => row.away_since !== null && at - row.away_since >= graceMs);
    for (const row of gone) await handoff.cancel({ attendanceId: row.id, actor: await requesterOf(row) });
  };

  type Waiting = Awaited<ReturnType<typeof readWaiting>>[number];

  async function mark(
    rows: readonly Waiting[],
    columns: { seen_at?: number; away_since: number | null },
  ): Promise<void> {
    if (rows.length === 0) return;
    await db
      .updateTable("attendance_record")
      .set(columns)
      .where(
        "attendance_id",
        "in",
        rows.map((row) => row.id),
      )
      .execute();
  }

  async function requesterOf({
    requester_id: id,
  }: Waiting): Promise<Pick<Principal, "accountId" | "name" | "role">> {
    const account = await db
      .selectFrom("account")
      .select(["name", "role"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return { accountId: id, name: account.name, role: roleSchema.parse(account.role) };
  }
}

function readWaiting({ db }: Store) {
  return db
    .selectFrom("attendance")
    .innerJoin("conversation", "conversation.id", "attendance.conversation_id")
    .innerJoin("attendance_record", "attendance_record.attendance_id", "attendance.id")
    .select(["attendance.id", "attendance.requester_id", "seen_at", "away_since"])
    .where("attendance.phase", "=", "logged")
    .where("conversation.channel", "=", "web")
    .orderBy("attendance.id")
    .limit(batchMax)
    .execute();
}
