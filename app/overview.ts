import type { Mailer } from "../config/index.js";
import type { Overview } from "../contract/index.js";
import type { Db, Store } from "../store/index.js";
import type { Health } from "./health.js";

export type OverviewOf = (since: number) => Promise<Overview>;

/** How the desk is doing and what happened since; every number is counted in the store when asked. */
export function createOverview(parts: {
  readonly store: Store;
  readonly health: Health;
  readonly mailer: Pick<Mailer, "isConfigured">;
}): OverviewOf {
  const { store, health, mailer } = parts;
  return async (since) => {
    const { db } = store;
    const [report, talks, withPeople, waiting, tickets] = await Promise.all([
      health.report(),
      countTalks(db, since),
      countPhase(db, "accepted"),
      countPhase(db, "logged"),
      db
        .selectFrom("ticket")
        .select(({ fn }) => fn.countAll<number | string>().as("count"))
        .where("created_at", ">=", since)
        .executeTakeFirst(),
    ]);
    return {
      health: {
        // Who reads this is served by another node in a moment.
        status: report.status === "stopping" ? "degraded" : report.status,
        parts: [
          { name: "store", kind: report.store.engine, state: report.store.state },
          { name: "queue", kind: report.queue.kind, state: report.queue.state },
          { name: "assistant", kind: "", state: report.assistant.state },
          { name: "articles", kind: "", state: report.articles.state },
          { name: "mail", kind: "", state: mailer.isConfigured ? "up" : "off" },
        ],
      },
      withPeople,
      waiting,
      today: { since, ...talks, ticketsOpened: Number(tickets?.count ?? 0) },
    };
  };
}

/** Talks in which a requester wrote since; a talk that was handed over is solved by nobody but people. */
async function countTalks(db: Db, since: number) {
  const talks = db
    .selectFrom("conversation")
    .where("conversation.updated_at", ">=", since)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("message")
          .select("message.id")
          .whereRef("message.conversation_id", "=", "conversation.id")
          .where("message.sender_kind", "=", "requester")
          .where("message.sent_at", ">=", since),
      ),
    )
    .select(({ exists, selectFrom }) => [
      "conversation.id",
      exists(
        selectFrom("attendance")
          .select("attendance.id")
          .whereRef("attendance.conversation_id", "=", "conversation.id")
          .where("attendance.created_at", ">=", since),
      ).as("handed_over"),
      exists(
        selectFrom("message as said")
          .select("said.id")
          .whereRef("said.conversation_id", "=", "conversation.id")
          .where("said.sender_kind", "=", "requester")
          .where("said.sent_at", ">=", since)
          .where("said.extra_json", "like", '%-feedback"%')
          .where("said.extra_json", "like", '%"helped":true%'),
      ).as("helped"),
    ]);
  const rows = await talks.execute();
  const handedOver = rows.filter((row) => isTrue(row.handed_over));
  const solved = rows.filter((row) => isTrue(row.helped) && !isTrue(row.handed_over));
  return { conversations: rows.length, solved: solved.length, handedOver: handedOver.length };
}

/** SQLite answers 0 or 1, PostgreSQL a boolean. */
function isTrue(value: unknown): boolean {
  return value === true || value === 1;
}

async function countPhase(db: Db, phase: "accepted" | "logged"): Promise<number> {
  const row = await db
    .selectFrom("attendance")
    .select(({ fn }) => fn.countAll<number | string>().as("count"))
    .where("phase", "=", phase)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
