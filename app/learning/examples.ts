import { z } from "zod";
import {
  AppError,
  type ExampleForm,
  exampleSources,
  type Locale,
  localeSchema,
  type TaughtExample,
} from "../../contract/index.js";
import type { Example } from "../../nlp/index.js";
import { type Bell, type Db, isUniqueViolation, newId, recordChange, type Store } from "../../store/index.js";
import type { Meanings } from "./meanings.js";
import { writeVerdicts } from "./verdicts.js";

export type ExampleSource = (typeof exampleSources)[number];

/** Sentences admins have taught. */
export interface Examples {
  /** Newest first. */
  list(locale: Locale): Promise<TaughtExample[]>;
  /** For training. */
  all(): Promise<Example[]>;
  /**
   * Teaches a sentence and closes the questions it answers, together. Throws `understanding/refused` where nothing can
   * be taught of the target, and `understanding/known` where the sentence means something already.
   */
  add(form: ExampleForm, source: ExampleSource, by: string): Promise<{ readonly id: string }>;
  remove(id: string, by: string): Promise<void>;
  onChanged(listener: () => void): void;
}

const topic = "examples-changed";
const mostTaught = 20_000;
const sourceSchema = z.enum(exampleSources);

export function createExamples(parts: {
  readonly store: Store;
  readonly meanings: Meanings;
  readonly bell: Bell;
  readonly now: () => number;
}): Examples {
  const { store, meanings, bell, now } = parts;
  const listeners: (() => void)[] = [];
  const heard = () => {
    for (const listener of listeners) listener();
  };
  const changed = () => {
    heard();
    bell.ring(topic, "");
  };
  bell.on(topic, heard);

  return {
    onChanged: (listener) => void listeners.push(listener),
    list: async (locale) => {
      const rows = await store.db
        .selectFrom("taught_example")
        .leftJoin("account", "account.id", "taught_example.created_by")
        .selectAll("taught_example")
        .select("account.name as by_name")
        .orderBy("taught_example.created_at", "desc")
        .orderBy("taught_example.id", "desc")
        .limit(mostTaught)
        .execute();
      const nameOf = await meanings.names(
        rows.map(({ intent }) => intent),
        locale,
      );
      return rows.map((row) => ({
        id: row.id,
        intent: nameOf(row.intent),
        language: localeSchema.parse(row.language),
        text: row.text,
        source: sourceSchema.parse(row.source),
        createdAt: Number(row.created_at),
        createdBy: row.by_name ?? undefined,
      }));
    },
    all: async () => {
      const rows = await store.db
        .selectFrom("taught_example")
        .select(["intent", "language", "text"])
        .orderBy("id", "desc")
        .limit(mostTaught)
        .execute();
      return rows.map(({ intent, language, text }) => ({
        intent,
        language: localeSchema.parse(language),
        text,
      }));
    },
    add: async ({ intent, language, text, messageIds }, source, by) => {
      await meanings.requireIntent(intent);
      const row = { id: newId(), intent, language, text, source, created_at: now(), created_by: by };
      try {
        await store.db.transaction().execute(async (trx) => {
          await trx.insertInto("taught_example").values(row).execute();
          await record(trx, { id: row.id, text, after: { intent, language, text }, at: now(), by });
          await writeVerdicts(trx, { messageIds, verdict: "taught", at: now(), by });
        });
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        throw new AppError(
          "understanding/known",
          "This sentence is taught already. Remove it first to give it another meaning.",
        );
      }
      changed();
      return { id: row.id };
    },
    remove: async (id, by) => {
      await store.db.transaction().execute(async (trx) => {
        const row = await trx
          .deleteFrom("taught_example")
          .where("id", "=", id)
          .returning(["intent", "language", "text"])
          .executeTakeFirst();
        if (row === undefined) throw new AppError("understanding/not-found", "There is no such example.");
        await record(trx, { id, text: row.text, before: row, at: now(), by });
      });
      changed();
    },
  };
}

async function record(
  trx: Db,
  change: { id: string; text: string; before?: object; after?: object; at: number; by: string },
): Promise<void> {
  const { id, text, before, after, at, by } = change;
  await recordChange(trx, {
    type: "example",
    id,
    name: text.slice(0, 200),
    ...(before === undefined ? {} : { before: { ...before } }),
    ...(after === undefined ? {} : { after: { ...after } }),
    at,
    by,
  });
}
