import { z } from "zod";
import type { Push, Rotas } from "../../config/index.js";
import { createTypedEvents, type TypedEvents } from "../../conversation/index.js";
import type { HandoffFact, HandoffHooks } from "../../handoff/index.js";
import type { Bell, Store } from "../../store/index.js";
import { noticeTexts } from "./notice-texts.js";
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

/** Desktop notifications of new chat requests for the assigned agents (S3-10, S3-12). */
export interface Notify {
  /** For pages that are open, on every node. */
  readonly events: TypedEvents<{ told: [told: Told] }>;
  /** Adds the telling to what a change of an attendance does; after its commit, on the node that made it. */
  withTelling(hooks: HandoffHooks): HandoffHooks;
}

export function createNotify(options: {
  readonly store: Store;
  readonly rotas: Rotas;
  readonly push: Push;
  readonly bell: Bell;
  readonly failed: (error: unknown) => void;
}): Notify {
  const { store, rotas, push, bell, failed } = options;
  const { db } = store;
  const events = createTypedEvents<{ told: [told: Told] }>();

  bell.on("notified", (payload) => {
    const told = toldSchema.safeParse(JSON.parse(payload));
    if (told.success) events.emit("told", told.data);
  });

  async function tell({ attendance, now }: HandoffFact): Promise<void> {
    const { row, groupIds } = attendance;
    if (row.phase !== "logged") return;
    const subject = {
      ticketId: row.ticket_id ?? undefined,
      groupIds,
      ownerId: row.last_agent_id ?? undefined,
    };
    const accountIds = await whoIsTold({ db, rotas }, subject, now);
    if (accountIds.length === 0) return;
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
    events.emit("told", { accountIds, fact });
    bell.ring("notified", JSON.stringify({ accountIds, fact }));
    await push.tell(accountIds, (locale) => ({
      tag: row.id,
      title: noticeTexts[locale](fact.requesterName),
      body: fact.question,
      path: `/agent?talk=${row.conversation_id}`,
    }));
  }

  const telling =
    (hook: HandoffHooks["requested"]): HandoffHooks["requested"] =>
    async (trx, fact) => {
      await hook?.(trx, fact);
      fact.afterCommit(() => void tell(fact).catch(failed));
    };

  return {
    events,
    withTelling: (hooks) => ({
      ...hooks,
      requested: telling(hooks.requested),
      resumed: telling(hooks.resumed),
    }),
  };
}
