import type { Locale, UnderstandingExport } from "../../contract/index.js";
import { writeCsv } from "../../tickets/index.js";
import type { Choices } from "./choices.js";
import type { Examples } from "./examples.js";
import type { Gold } from "./gold.js";
import type { GoldMeter } from "./measure-gold.js";
import type { Questions } from "./questions.js";
import type { SearchWords } from "./search-words.js";
import type { TrainingRuns } from "./training-runs.js";
import type { TryThreshold } from "./try-threshold.js";

type Cell = string | number | readonly string[] | undefined;
type Rows = readonly Readonly<Record<string, Cell>>[];

/** One of the lists of the page as a file. */
export type ExportList = (wish: {
  readonly what: UnderstandingExport;
  readonly format: "json" | "csv";
  readonly locale: Locale;
  /** Of "what-if". */
  readonly minimum: number;
}) => Promise<string>;

const most = 100_000;
const mostRuns = 1000;

export function createExportList(parts: {
  readonly questions: Questions;
  readonly choices: Choices;
  readonly examples: Examples;
  readonly gold: Gold;
  readonly meter: GoldMeter;
  readonly runs: TrainingRuns;
  readonly searchWords: SearchWords;
  readonly whatIf: TryThreshold;
}): ExportList {
  const { questions, choices, examples, gold, meter, runs, searchWords, whatIf } = parts;
  const readers: Readonly<Record<UnderstandingExport, (locale: Locale, minimum: number) => Promise<Rows>>> = {
    questions: async () => {
      const { items } = await questions.list({ limit: most });
      return items.map(({ text, count, refused, languages, firstAt, lastAt, samples }) => ({
        ...{ text, count, refused, firstAt: toIso(firstAt), lastAt: toIso(lastAt) },
        languages: languages.map(({ language, count: of }) => `${language}: ${of}`),
        samples: samples.map((one) => one.text),
      }));
    },
    suggestions: async (locale) =>
      (await choices.suggestions(locale)).map(({ text, language, count, lastAt, chosen, best }) => ({
        ...{ text, language, count, lastAt: toIso(lastAt), target: chosen.target, chosen: chosen.title },
        best: best?.title,
      })),
    confusions: async (locale) =>
      [...(await meter.confusions(locale)), ...(await choices.confusions(locale))].map(
        ({ source, meant, taken, count, examples: said }) => ({
          ...{ source, meant: meant.title, taken: taken.title, count, examples: said },
        }),
      ),
    examples: async (locale) =>
      (await examples.list(locale)).map(({ intent, language, text, source, createdAt, createdBy }) => ({
        ...{ language, text, target: intent.target, intent: intent.title, source },
        ...{ createdAt: toIso(createdAt), createdBy },
      })),
    gold: async (locale) =>
      (await gold.list(locale)).map(({ language, text, expected, missed }) => ({
        ...{ language, text, expected: expected.map(({ target }) => target) },
        ...{ names: expected.map(({ title }) => title), taken: missed?.title },
      })),
    "gold-runs": async () =>
      (await gold.runs(mostRuns)).map(({ at, model, total, correct, threshold, byLanguage }) => ({
        ...{ at: toIso(at), model, total, correct, threshold },
        ...Object.fromEntries(
          byLanguage.map(({ language, ...of }) => [language, `${of.correct}/${of.total}`]),
        ),
      })),
    "training-runs": async () =>
      (await runs.list(mostRuns)).map(({ id: _, at, ...run }) => ({ at: toIso(at), ...run })),
    "what-if": async (_, minimum) =>
      (await whatIf(minimum, most)).changed.map(({ text, language, from, to, best }) => ({
        ...{ text, language, from, to, best: best?.title, score: best?.score },
      })),
    synonyms: async () => searchWords.list().synonyms.map(({ language, words }) => ({ language, words })),
    boosts: async () =>
      searchWords
        .list()
        .boosts.map(({ articleId, title, words, worth }) => ({ articleId, title, words, worth })),
  };
  return async ({ what, format, locale, minimum }) => {
    const rows = await readers[what](locale, minimum);
    return format === "json" ? `${JSON.stringify(rows, undefined, 2)}\n` : toCsv(rows);
  };
}

function toCsv(rows: Rows): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const toText = (cell: Cell) => (Array.isArray(cell) ? cell.join("|") : String(cell ?? ""));
  return writeCsv([names, ...rows.map((row) => names.map((name) => toText(row[name])))]);
}

function toIso(at: number): string {
  return new Date(at).toISOString();
}
