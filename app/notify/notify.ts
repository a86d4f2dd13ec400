import { z } from "zod";
import type { Push, Rotas } from "../../config/index.js";
import { createTypedEvents, type TypedEvents } from "../../conversation/index.js";
import type { HandoffHooks } from "../../handoff/index.js";
import type { Bell, Row, Store } from "../../store/index.js";
import { noticeTexts } from "./notice-texts.js";
import { claimTold, markAgainIn, markAnewIn, markIn, planNext, readDue } from "./told.js";
import { whoIsTold } from "./who-is-told.js";

const factSchema = z.strictObject({
  attendanceId: z.string(),
  conversationId: z.string(),
  requesterName: z.string(),
  question: z.string(),
});
const toldSchema = z.strictObject({ accountIds: z.array(z.string()), fact: factSchema });
type Told = z.infer<typeof toldSchema>;

const questionMaxChars = 140;
/** How many attendances one round of the sweep looks at. */
const sweepMax = 200;

/** Desktop notifications of new chat requests for the assigned agents (S3-10, S3-12). */
export interface Notify {
  /** For pages that are open, on every node. */
  readonly events: TypedEvents<{ told: [told: Told] }>;
  /** Adds the telling to what a change of an attendance does; after its commit, on the node that made it. */
  withTelling(hooks: HandoffHooks): HandoffHooks;
  /** Tells the backups whose turn has come, and whom a node that died has not told; any number of nodes may. */
  sweep(): Promise<void>;
}

export function createNotify(options: {
  readonly store: Store;
  readonly rotas: Rotas;
  readonly push: Push;
  readonly bell: Bell;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}): Notify {
  const { store, rotas, push, bell, now, failed } = options;
  const { db } = store;
  const events = createTypedEvents<{ told: [told: Told] }>();

  bell.on("notified", (payload) => {
    const told = toldSchema.safeParse(JSON.parse(payload));
    if (told.success) events.emit("told", told.data);
  });

  /** Everybody whose turn it is and who has not been told, each once over all nodes; then says when to look again. */
  async function tellDue(attendanceId: string): Promise<void> {
    const at = now();
    const waiting = await readDue(db, attendanceId);
    if (waiting === undefined) return;
    const { row, groups, since } = waiting;
    if (row.phase !== "logged") return planNext(db, waiting, undefined);
    const subject = {
      ticketId: row.ticket_id ?? undefined,
      groups,
      ownerId: row.last_agent_id ?? undefined,
    };
    const people = await whoIsTold({ db, rotas }, subject, since);
    const due = people.filter((one) => one.at <= at);
    const accountIds = await claimTold(
      db,
      attendanceId,
      due.map(({ accountId }) => accountId),
      at,
    );
    const later = people.map((one) => one.at).filter((turn) => turn > at);
    await planNext(db, waiting, later.length === 0 ? undefined : Math.min(...later));
    if (accountIds.length > 0) await tell(row, accountIds);
  }

  async function tell(row: Row<"attendance">, accountIds: readonly string[]): Promise<void> {
    const requester = await db
      .selectFrom("account")
      .select("name")
      .where("id", "=", row.requester_id)
      .executeTakeFirst();
    const fact = {
      attendanceId: row.id,
      conversationId: row.conversation_id,
      requesterName: requester?.name ?? "",
      question: row.question.slice(0, questionMaxChars),
    };
    events.emit("told", { accountIds: [...accountIds], fact });
    bell.ring("notified", JSON.stringify({ accountIds, fact }));
    await push.tell(accountIds, (locale) => ({
      tag: row.id,
      title: noticeTexts[locale](fact.requesterName),
      body: fact.question,
      path: `/agent?talk=${row.conversation_id}`,
    }));
  }

  const telling =
    (hook: HandoffHooks["requested"], mark = markIn): HandoffHooks["requested"] =>
    async (trx, fact) => {
      await hook?.(trx, fact);
      const { row } = fact.attendance;
      if (row.phase !== "logged") return;
      await mark(trx, row.id, fact.now);
      fact.afterCommit(() => void tellDue(row.id).catch(failed));
    };

  return {
    events,
    withTelling: (hooks) => ({
      ...hooks,
      requested: telling(hooks.requested),
      resumed: telling(hooks.resumed),
      // To another group's queue: its people are assigned from now on.
      transferred: telling(hooks.transferred),
      // Whoever was told that it waits was right to forget it when it was accepted.
      reclaimed: telling(hooks.reclaimed, markAnewIn),
      // Its first people keep their turns.
      overflowed: telling(hooks.overflowed, markAgainIn),
    }),
    sweep: async () => {
      const rows = await db
        .selectFrom("attendance_record")
        .select("attendance_id")
        .where("tell_next_at", "<=", now())
        .orderBy("tell_next_at")
        .limit(sweepMax)
        .execute();
      for (const row of rows) await tellDue(row.attendance_id).catch(failed);
    },
  };
}
