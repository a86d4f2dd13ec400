import { sql } from "kysely";
import { finishedStates, type Retention, type RetentionKind, retentionKinds } from "../../contract/index.js";
import type { Db, Store } from "../../store/index.js";
import { emptyInteractions, emptyTalks, emptyTickets, forgetFiles } from "./empty.js";

const dayMs = 24 * 60 * 60 * 1000;
/** One transaction's worth: short enough that nobody who writes waits for it. */
const atOnce = 100;

/** What one batch of each kind does; the answer is how many there were. */
type Batch = (trx: Db, before: number, at: number) => Promise<number>;

const batches: Readonly<Record<RetentionKind, Batch>> = {
  talks: async (trx, before, at) => {
    const ids = await trx
      .selectFrom("conversation")
      .select("id")
      .where(saysSomething("talk", "conversation.id"))
      .where("owner_kind", "=", "none")
      .where("updated_at", "<", before)
      .orderBy("updated_at")
      .limit(atOnce)
      .execute();
    return empty(ids, (some) => emptyTalks(trx, some, at));
  },
  tickets: async (trx, before, at) => {
    const ids = await trx
      .selectFrom("ticket")
      .select("id")
      .where(saysSomething("ticket", "ticket.id"))
      .where("state", "in", [...finishedStates])
      .where("updated_at", "<", before)
      .limit(atOnce)
      .execute();
    return empty(ids, (some) => emptyTickets(trx, some, at));
  },
  interactions: async (trx, before, at) => {
    const ids = await trx
      .selectFrom("interaction")
      .select("id")
      .where(saysSomething("interaction", "interaction.id"))
      .where("state", "in", [...finishedStates])
      .where("updated_at", "<", before)
      .limit(atOnce)
      .execute();
    return empty(ids, (some) => emptyInteractions(trx, some, at));
  },
  files: async (trx, before) => {
    const ids = await trx
      .selectFrom("file")
      .select("id")
      .where("message_id", "is not", null)
      .where("created_at", "<", before)
      .limit(atOnce)
      .execute();
    return empty(ids, (some) => forgetFiles(trx, "id", some));
  },
  mails: async (trx, before) => {
    const ids = await trx
      .selectFrom("mail")
      .select("id")
      .where("created_at", "<", before)
      .where("state", "<>", "waiting")
      .limit(atOnce)
      .execute();
    return empty(ids, (some) => trx.deleteFrom("mail").where("id", "in", some).execute());
  },
  turns: async (trx, before) => {
    const rows = await trx
      .selectFrom("turn")
      .select("message_id as id")
      .where("at", "<", before)
      .limit(atOnce)
      .execute();
    return empty(rows, async (some) => {
      await trx.deleteFrom("question_verdict").where("message_id", "in", some).execute();
      await trx.deleteFrom("turn").where("message_id", "in", some).execute();
    });
  },
};

/**
 * Empties what is older than its kind may be, batch by batch, each in a transaction of its own, until nothing is left
 * or the signal comes. Answers with how much of each kind; run by two nodes at once it does everything once.
 */
export async function retain(
  { db }: Store,
  options: { readonly retention: Retention; readonly now: () => number; readonly signal?: AbortSignal },
): Promise<Readonly<Record<RetentionKind, number>>> {
  const { retention, now, signal } = options;
  const counts = { talks: 0, tickets: 0, interactions: 0, files: 0, mails: 0, turns: 0 };
  for (const kind of retentionKinds) {
    const days = retention[kind];
    if (days === undefined) continue;
    for (let done = atOnce; done === atOnce && signal?.aborted !== true; ) {
      const at = now();
      done = await db.transaction().execute((trx) => batches[kind](trx, at - days * dayMs, at));
      counts[kind] += done;
    }
  }
  return counts;
}

async function empty(
  rows: readonly { readonly id: string }[],
  run: (ids: string[]) => Promise<unknown>,
): Promise<number> {
  if (rows.length > 0) await run(rows.map(({ id }) => id));
  return rows.length;
}

/** Whether this row still says something. */
function saysSomething(kind: string, id: string) {
  return sql<boolean>`not exists (
    select 1 from emptied where emptied.kind = ${kind} and emptied.object_id = ${sql.ref(id)})`;
}
