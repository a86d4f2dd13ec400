import { type TrainingRun, trainingRunSchema } from "../../contract/index.js";
import { newId, type Store } from "../../store/index.js";
import type { TrainingReport } from "../training.js";

const outcomes = trainingRunSchema.shape.outcome;

/** The trainings of all nodes. */
export interface TrainingRuns {
  /** A model that the newest entry has already is not told again: every node takes it, at every start. */
  write(report: TrainingReport): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<TrainingRun[]>;
}

export function createTrainingRuns({ store }: { readonly store: Store }): TrainingRuns {
  const newest = (limit: number) =>
    store.db.selectFrom("training_run").selectAll().orderBy("at", "desc").orderBy("id", "desc").limit(limit);
  return {
    write: async ({ at, outcome, model, examples, intents, tookMs, threshold, reason }) => {
      const last = await newest(1).executeTakeFirst();
      if (outcome === "cached" && last?.model === model && last.outcome !== "failed") return;
      const counts = { examples, intents, took_ms: tookMs };
      await store.db
        .insertInto("training_run")
        .values({
          ...{ id: newId(), at, outcome, model, ...counts },
          threshold: threshold ?? null,
          reason: reason?.slice(0, 1000) ?? null,
        })
        .execute();
    },
    list: async (limit) =>
      (await newest(limit).execute()).map((row) => ({
        id: row.id,
        at: Number(row.at),
        outcome: outcomes.parse(row.outcome),
        model: row.model,
        examples: row.examples,
        intents: row.intents,
        tookMs: row.took_ms,
        ...(row.threshold === null ? {} : { threshold: row.threshold }),
        ...(row.reason === null ? {} : { reason: row.reason }),
      })),
  };
}
