import { z } from "zod";
import {
  AppError,
  type GoldForm,
  type GoldImportReport,
  type GoldRun,
  type GoldSentence,
  goldFormSchema,
  goldRunSchema,
  type Locale,
  localeSchema,
} from "../../contract/index.js";
import {
  type Db,
  fromJson,
  isUniqueViolation,
  newId,
  recordChange,
  type Store,
  toJson,
} from "../../store/index.js";
import { readCsv } from "../../tickets/index.js";
import type { Meanings } from "./meanings.js";

/** A sentence of the set as measuring takes it. */
export interface StoredGold {
  readonly id: string;
  readonly language: Locale;
  readonly text: string;
  readonly expected: readonly string[];
}

/** Sentences and what is right to show for them: what the assistant is measured with. */
export interface Gold {
  list(locale: Locale): Promise<GoldSentence[]>;
  all(): Promise<StoredGold[]>;
  /** Throws `understanding/known` where the sentence is there, and `understanding/refused`. */
  add(form: GoldForm, by: string): Promise<{ readonly id: string }>;
  remove(id: string, by: string): Promise<void>;
  /** Takes the sentences of a file in; a sentence that is there gets what the file expects. */
  import(file: { format: "json" | "csv"; content: string }, by: string): Promise<GoldImportReport>;
  /** Newest first. */
  runs(limit: number): Promise<GoldRun[]>;
}

export const mostGold = 5000;
export const missesSchema = z.array(z.object({ id: z.string(), got: z.string() }));
const expectedSchema = z.array(z.string());
const rowSchema = z.object({
  language: localeSchema,
  text: goldFormSchema.shape.text,
  expected: z.array(z.string().min(1)).min(1),
});

export function createGold(parts: {
  readonly store: Store;
  readonly meanings: Meanings;
  readonly now: () => number;
}): Gold {
  const { store, meanings, now } = parts;

  async function all(): Promise<StoredGold[]> {
    const rows = await store.db
      .selectFrom("gold_sentence")
      .select(["id", "language", "text", "expected_json"])
      .orderBy("id")
      .limit(mostGold)
      .execute();
    return rows.map(({ id, language, text, expected_json }) => ({
      ...{ id, text, language: localeSchema.parse(language) },
      expected: fromJson(expectedSchema, expected_json),
    }));
  }

  const newestRuns = (limit: number) =>
    store.db.selectFrom("gold_run").selectAll().orderBy("at", "desc").orderBy("id", "desc").limit(limit);

  async function save(form: GoldForm, by: string, id = newId()): Promise<string> {
    const at = now();
    await store.db.transaction().execute(async (trx) => {
      await trx
        .insertInto("gold_sentence")
        .values({ id, ...toColumns(form), created_at: at, created_by: by })
        .execute();
      await record(trx, { id, name: form.text, after: { ...form }, at, by });
    });
    return id;
  }

  async function change(known: StoredGold, form: GoldForm, by: string): Promise<void> {
    const at = now();
    await store.db.transaction().execute(async (trx) => {
      await trx.updateTable("gold_sentence").set(toColumns(form)).where("id", "=", known.id).execute();
      const { language, text, expected } = known;
      await record(trx, {
        id: known.id,
        name: text,
        before: { language, text, expected },
        after: { ...form },
        at,
        by,
      });
    });
  }

  return {
    all,
    list: async (locale) => {
      const [sentences, last] = await Promise.all([all(), newestRuns(1).executeTakeFirst()]);
      const misses = new Map(
        (last === undefined ? [] : fromJson(missesSchema, last.misses_json)).map(({ id, got }) => [id, got]),
      );
      const nameOf = await meanings.names(
        [...sentences.flatMap(({ expected }) => expected), ...misses.values()],
        locale,
      );
      return sentences.map(({ id, language, text, expected }) => {
        const got = misses.get(id);
        const missed = got === undefined ? {} : { missed: nameOf(got) };
        return { id, language, text, expected: expected.map(nameOf), ...missed };
      });
    },
    add: async (form, by) => {
      for (const target of form.expected) await meanings.require(target);
      try {
        return { id: await save(form, by) };
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        throw new AppError("understanding/known", "This sentence is in the set already. Remove it first.");
      }
    },
    remove: async (id, by) => {
      await store.db.transaction().execute(async (trx) => {
        const row = await trx
          .deleteFrom("gold_sentence")
          .where("id", "=", id)
          .returning(["language", "text", "expected_json"])
          .executeTakeFirst();
        if (row === undefined) throw new AppError("understanding/not-found", "There is no such sentence.");
        await record(trx, { id, name: row.text, before: { ...row }, at: now(), by });
      });
    },
    import: async (file, by) => {
      const present = new Map((await all()).map((one) => [`${one.language} ${one.text}`, one]));
      const report = { created: 0, updated: 0, refused: [] as { at: number; reason: string }[] };
      for (const { at, row } of readRows(file)) {
        const form = await toForm(row, meanings);
        if (typeof form === "string") {
          report.refused.push({ at, reason: form });
          continue;
        }
        const known = present.get(`${form.language} ${form.text}`);
        if (known === undefined) {
          const id = await save(form, by);
          present.set(`${form.language} ${form.text}`, { id, ...form });
          report.created += 1;
        } else if (JSON.stringify(known.expected) !== JSON.stringify(form.expected)) {
          await change(known, form, by);
          report.updated += 1;
        }
      }
      return report;
    },
    runs: async (limit) =>
      (await newestRuns(limit).execute()).map((row) => ({
        ...{ id: row.id, at: Number(row.at), model: row.model, total: row.total, correct: row.correct },
        threshold: row.threshold,
        byLanguage: fromJson(goldRunSchema.shape.byLanguage, row.by_language_json),
      })),
  };
}

function toColumns({ language, text, expected }: GoldForm) {
  return { language, text, expected_json: toJson(expected) };
}

async function record(
  trx: Db,
  {
    name,
    ...change
  }: {
    id: string;
    name: string;
    before?: Record<string, unknown>;
    after?: Record<string, unknown>;
    at: number;
    by: string;
  },
): Promise<void> {
  await recordChange(trx, { type: "gold-sentence", name: name.slice(0, 200), ...change });
}

/** Rows of a file with their places: lines of a CSV with a head of `language,text,expected`, or items of a JSON list. */
function readRows({ format, content }: { format: "json" | "csv"; content: string }) {
  if (format === "json") return readItems(content).map((row, at) => ({ at: at + 1, row }));
  const [head, ...rest] = readCsv(content) ?? [];
  const names = head?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  return rest.map(({ line, cells }) => {
    const cell = (name: string) => cells[names.indexOf(name)] ?? "";
    const expected = cell("expected")
      .split("|")
      .map((one) => one.trim())
      .filter(Boolean);
    return { at: line, row: { language: cell("language"), text: cell("text"), expected } };
  });
}

function readItems(content: string): unknown[] {
  try {
    const parsed: unknown = JSON.parse(content);
    if (Array.isArray(parsed)) return parsed;
  } catch {
    throw new AppError(
      "understanding/refused",
      "This file is no JSON. Choose a file that was exported here.",
    );
  }
  throw new AppError("understanding/refused", "The file must be a list of sentences.");
}

async function toForm(row: unknown, meanings: Meanings): Promise<GoldForm | string> {
  const parsed = rowSchema.safeParse(row);
  if (!parsed.success) return "It needs a language (en, es, pt), a text and what is expected.";
  const found = await Promise.all(
    parsed.data.expected.map(async (one) => ({ one, target: await meanings.find(one) })),
  );
  const unknown = found.find(({ target }) => target === undefined);
  if (unknown !== undefined) return `There is no activity, article or intent “${unknown.one}”.`;
  return { ...parsed.data, expected: found.flatMap(({ target }) => target ?? []) };
}
