import type { GoldForm, GoldImportReport, GoldRun, GoldSentence } from "../../../contract/gold.js";
import type { Locale } from "../../../contract/locale.js";
import type {
  Confusion,
  QuestionGroup,
  Suggestion,
  TalkLine,
  TaughtExample,
} from "../../../contract/question.js";
import type { Boost, BoostForm, Synonym, SynonymForm } from "../../../contract/search-words.js";
import type {
  ThresholdTrial,
  Tried,
  UnderstandingExport,
  UnderstandingState,
} from "../../../contract/understanding.js";
import type { Http } from "./http.js";

interface List<T> {
  readonly items: readonly T[];
}

export interface Teaching {
  readonly intent: string;
  readonly language: Locale;
  readonly text: string;
  readonly messageIds: readonly string[];
}

/** How well the assistant understands, and what it learns; for admins. */
export interface UnderstandingApi {
  readState(locale: Locale): Promise<UnderstandingState>;
  train(locale: Locale): Promise<UnderstandingState>;
  readQuestions(
    query: Readonly<Record<string, string>>,
  ): Promise<List<QuestionGroup> & { readonly total: number }>;
  dismiss(messageIds: readonly string[]): Promise<void>;
  readTalk(conversationId: string): Promise<List<TalkLine>>;
  readSuggestions(locale: Locale): Promise<List<Suggestion>>;
  judge(suggestion: Suggestion, verdict: "accepted" | "rejected"): Promise<void>;
  readConfusions(locale: Locale): Promise<List<Confusion>>;
  readExamples(locale: Locale): Promise<List<TaughtExample>>;
  teach(example: Teaching): Promise<{ id: string }>;
  forget(id: string): Promise<void>;
  askWhatIf(minimum: number): Promise<ThresholdTrial>;
  readGold(locale: Locale): Promise<List<GoldSentence>>;
  addGold(form: GoldForm): Promise<{ id: string }>;
  removeGold(id: string): Promise<void>;
  importGold(file: { format: "json" | "csv"; content: string }): Promise<GoldImportReport>;
  readGoldRuns(): Promise<List<GoldRun>>;
  measure(): Promise<List<GoldRun>>;
  tryIt(wish: { text: string; language?: Locale }, locale: Locale): Promise<Tried>;
  readSearchWords(): Promise<{ synonyms: readonly Synonym[]; boosts: readonly Boost[] }>;
  /** Makes a new one without an id. */
  saveSynonym(id: string | undefined, form: SynonymForm): Promise<{ id: string }>;
  saveBoost(id: string | undefined, form: BoostForm): Promise<{ id: string }>;
  removeSearchWord(kind: "synonym" | "boost", id: string): Promise<void>;
}

const path = "/api/v1/understanding";

export function createUnderstandingApi({ get, post, put, remove }: Http): UnderstandingApi {
  const save = (place: string, id: string | undefined, form: unknown): Promise<{ id: string }> =>
    id === undefined ? post(`${path}/${place}`, form) : put(`${path}/${place}/${id}`, form);
  return {
    readState: (locale) => get(`${path}?locale=${locale}`),
    train: (locale) => post(`${path}/train?locale=${locale}`, {}),
    readQuestions: (query) => get(`${path}/questions?${new URLSearchParams(query)}`),
    dismiss: (messageIds) => post(`${path}/questions/dismiss`, { messageIds }),
    readTalk: (id) => get(`${path}/talks/${id}`),
    readSuggestions: (locale) => get(`${path}/suggestions?locale=${locale}`),
    judge: ({ text, language, chosen, messageIds }, verdict) =>
      post(`${path}/suggestions/judge`, { verdict, text, language, target: chosen.target, messageIds }),
    readConfusions: (locale) => get(`${path}/confusions?locale=${locale}`),
    readExamples: (locale) => get(`${path}/examples?locale=${locale}`),
    teach: (example) => post(`${path}/examples`, example),
    forget: (id) => remove(`${path}/examples/${id}`),
    askWhatIf: (minimum) => get(`${path}/what-if?minimum=${minimum}`),
    readGold: (locale) => get(`${path}/gold?locale=${locale}`),
    addGold: (form) => post(`${path}/gold`, form),
    removeGold: (id) => remove(`${path}/gold/${id}`),
    importGold: (file) => post(`${path}/gold/import`, file),
    readGoldRuns: () => get(`${path}/gold/runs`),
    measure: () => post(`${path}/gold/runs`, {}),
    tryIt: (wish, locale) => post(`${path}/try?locale=${locale}`, wish),
    readSearchWords: () => get(`${path}/search-words`),
    saveSynonym: (id, form) => save("synonyms", id, form),
    saveBoost: (id, form) => save("boosts", id, form),
    removeSearchWord: (kind, id) => remove(`${path}/${kind}s/${id}`),
  };
}

/** Where the browser fetches a list as a file. */
export function understandingFile(file: {
  readonly what: UnderstandingExport;
  readonly format: "json" | "csv";
  readonly locale: Locale;
  readonly minimum?: number | undefined;
}): string {
  const { what, format, locale, minimum } = file;
  const tried = minimum === undefined ? "" : `&minimum=${minimum}`;
  return `${path}/export?what=${what}&format=${format}&locale=${locale}${tried}`;
}
