import { sql } from "kysely";
import { z } from "zod";
import {
  type Locale,
  localeSchema,
  type ModelAnswer,
  type ModelCounts,
  type ModelOutcome,
  type ModelReason,
  modelOutcomes,
  modelReasons,
} from "../../contract/index.js";
import type { Row, Store } from "../../store/index.js";

const dayMs = 24 * 3_600_000;

/** What a question cost and what became of it. */
export interface Spent {
  readonly outcome: ModelOutcome;
  readonly reason?: ModelReason | undefined;
  readonly tookMs: number;
  readonly promptTokens: number;
  readonly answerTokens: number;
}

/** What stands in the record of the turn, beside the counts. */
export const writtenRecordSchema = z.object({
  because: z.string().optional(),
  written: z.string().optional(),
});

/** Counts what the model is asked, on all nodes: for its budget, and for admins. */
export interface Ledger {
  /** Another run of the same turn adds to what the first has spent. */
  enter(
    question: { readonly id: string; readonly conversationId: string | undefined; readonly locale: Locale },
    spent: Spent,
  ): Promise<void>;
  /** Whether one more may be asked; what is under way is not counted yet. */
  hasRoom(
    conversationId: string | undefined,
    limits: { readonly answersPerTalk: number; readonly tokensPerDay: number },
  ): Promise<"yes" | "spent-today" | "spent-in-talk">;
  /** What the requester of this talk said about an answer; false where there is none that was shown to them. */
  judge(answer: {
    readonly id: string;
    readonly accountId: string;
    readonly helped: boolean;
  }): Promise<boolean>;
  /** Since so many days ago, today included; days are UTC's. */
  counts(days: number): Promise<ModelCounts>;
  /** The newest first; only what requesters asked. */
  list(query: {
    readonly outcome?: ModelOutcome | undefined;
    readonly limit: number;
  }): Promise<ModelAnswer[]>;
}

export function createLedger({ store, now }: { readonly store: Store; readonly now: () => number }): Ledger {
  const { db } = store;
  const startOfDay = () => Math.floor(now() / dayMs) * dayMs;

  return {
    enter: async (
      { id, conversationId, locale },
      { outcome, reason, tookMs, promptTokens, answerTokens },
    ) => {
      const came = { outcome, reason: reason ?? null, took_ms: Math.round(tookMs) };
      await db
        .insertInto("model_answer")
        .values({
          ...{ id, conversation_id: conversationId ?? null, at: now(), language: locale, ...came },
          ...{ prompt_tokens: promptTokens, answer_tokens: answerTokens, helped: null },
        })
        .onConflict((conflict) =>
          conflict.column("id").doUpdateSet((eb) => ({
            ...came,
            prompt_tokens: eb("model_answer.prompt_tokens", "+", promptTokens),
            answer_tokens: eb("model_answer.answer_tokens", "+", answerTokens),
          })),
        )
        .execute();
    },
    hasRoom: async (conversationId, { answersPerTalk, tokensPerDay }) => {
      const spent = await db
        .selectFrom("model_answer")
        .select((eb) =>
          eb.fn.sum<number | string | null>(eb("prompt_tokens", "+", eb.ref("answer_tokens"))).as("tokens"),
        )
        .where("at", ">=", startOfDay())
        .executeTakeFirst();
      if (Number(spent?.tokens ?? 0) >= tokensPerDay) return "spent-today";
      if (conversationId === undefined) return "yes";
      const { count } = await db
        .selectFrom("model_answer")
        .select((eb) => eb.fn.countAll<number | string>().as("count"))
        .where("conversation_id", "=", conversationId)
        .where("prompt_tokens", ">", 0)
        .executeTakeFirstOrThrow();
      return Number(count) >= answersPerTalk ? "spent-in-talk" : "yes";
    },
    judge: async ({ id, accountId, helped }) => {
      const { numUpdatedRows } = await db
        .updateTable("model_answer")
        .set({ helped: helped ? 1 : 0 })
        .where("id", "=", id)
        .where("outcome", "=", "shown")
        .where("conversation_id", "in", (eb) =>
          eb.selectFrom("conversation").select("id").where("requester_id", "=", accountId),
        )
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    counts: async (days) => {
      const rows = await db
        .selectFrom("model_answer")
        .select((eb) => [
          "outcome",
          "helped",
          sql<number | string>`case when conversation_id is null then 1 else 0 end`.as("tried"),
          eb.fn.countAll<number | string>().as("count"),
          eb.fn.sum<number | string>("prompt_tokens").as("prompt"),
          eb.fn.sum<number | string>("answer_tokens").as("answer"),
        ])
        .where("at", ">=", startOfDay() - (days - 1) * dayMs)
        .groupBy(["outcome", "helped", "tried"])
        .execute();
      const asked = rows.filter(({ tried }) => Number(tried) === 0);
      const sum = (fits: (row: (typeof rows)[number]) => boolean) =>
        asked.filter(fits).reduce((total, row) => total + Number(row.count), 0);
      return {
        asked: sum(() => true),
        shown: sum(({ outcome }) => outcome === "shown"),
        notInArticles: sum(({ outcome }) => outcome === "not-in-articles"),
        refused: sum(({ outcome }) => outcome === "refused"),
        failed: sum(({ outcome }) => outcome === "failed"),
        helped: sum(({ helped }) => helped === 1),
        didNotHelp: sum(({ helped }) => helped === 0),
        // What admins try costs as much.
        promptTokens: rows.reduce((total, row) => total + Number(row.prompt), 0),
        answerTokens: rows.reduce((total, row) => total + Number(row.answer), 0),
      };
    },
    list: async ({ outcome, limit }) => {
      const rows = await db
        .selectFrom("model_answer")
        .leftJoin("turn", "turn.message_id", "model_answer.id")
        .selectAll("model_answer")
        .select(["turn.text", "turn.understood_json"])
        .where("model_answer.conversation_id", "is not", null)
        .$if(outcome !== undefined, (query) => query.where("model_answer.outcome", "=", outcome ?? ""))
        .orderBy("model_answer.at", "desc")
        .orderBy("model_answer.id", "desc")
        .limit(limit)
        .execute();
      return rows.map(toAnswer);
    },
  };
}

const recordSchema = z.object({ written: writtenRecordSchema.optional() });

function toAnswer(
  row: Row<"model_answer"> & { readonly text: string | null; readonly understood_json: string | null },
): ModelAnswer {
  const record = recordSchema.safeParse(JSON.parse(row.understood_json ?? "{}"));
  const { because, written } = record.data?.written ?? {};
  const reason = modelReasons.find((one) => one === row.reason);
  return {
    id: row.id,
    conversationId: row.conversation_id ?? "",
    at: Number(row.at),
    language: localeSchema.parse(row.language),
    outcome: modelOutcomes.find((one) => one === row.outcome) ?? "failed",
    tookMs: row.took_ms,
    promptTokens: row.prompt_tokens,
    answerTokens: row.answer_tokens,
    ...(reason === undefined ? {} : { reason }),
    ...(because === undefined ? {} : { because }),
    ...(row.text === null ? {} : { question: row.text }),
    ...(written === undefined ? {} : { written }),
    ...(row.helped === null ? {} : { helped: row.helped === 1 }),
  };
}
