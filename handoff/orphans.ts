import type { Trx } from "../conversation/index.js";
import { type Desk, transact, type Verdict, type Work } from "./desk.js";
import { lockRecord, updateRecord } from "./record.js";

const batchMax = 100;

/**
 * Closes attendances whose conversation is no longer in the queue or with their agent (it was closed from outside),
 * so that nobody is shown what cannot be accepted. Answers how many.
 */
export async function closeOrphans(desk: Desk): Promise<number> {
  const ids = await findOrphans(desk.store.db, undefined);
  for (const id of ids) await transact<boolean>(desk, (work) => closeOrphan(id, work));
  return ids.length;
}

async function closeOrphan(id: string, work: Work<boolean>): Promise<Verdict<boolean>> {
  const { trx, engine, now } = work;
  const record = await lockRecord(trx, engine, id);
  // Under the lock it is looked at again: a verb may just have put it right.
  if (record === undefined || !(await findOrphans(trx, id)).includes(id)) return { outcome: false };
  const status = record.row.phase === "logged" ? "abandoned" : "ended";
  const closed = await updateRecord(trx, record, { phase: "closed", status, closed_at: now }, now);
  const conversationIds = [record.row.conversation_id];
  return { outcome: true, change: { record: closed, conversationIds, messages: [], afterCommit: [] } };
}

async function findOrphans(trx: Trx, id: string | undefined): Promise<string[]> {
  let query = trx
    .selectFrom("attendance")
    .innerJoin("conversation", "conversation.id", "attendance.conversation_id")
    .select("attendance.id")
    .where((where) =>
      where.or([
        where.and([where("phase", "=", "logged"), where("owner_kind", "<>", "queue")]),
        where.and([
          where("phase", "=", "accepted"),
          where.or([where("owner_kind", "<>", "agent"), where("owner_id", "<>", where.ref("agent_id"))]),
        ]),
      ]),
    )
    .limit(batchMax);
  if (id !== undefined) query = query.where("attendance.id", "=", id);
  return (await query.execute()).map((row) => row.id);
}
