import type {
  LanguageModel,
  LanguageModelSettings,
  ModelAnswer,
  ModelOutcome,
  TriedModel,
} from "../../../contract/language-model.js";
import type { Locale } from "../../../contract/locale.js";
import type { Http } from "./http.js";

/** Answers that a language model writes; for admins. Each call rejects with an `ApiError`. */
export interface LanguageModelApi {
  read(): Promise<LanguageModel>;
  /** With `apiKey` a new key is kept, or the present one taken away where it is empty. */
  save(form: {
    readonly settings: LanguageModelSettings;
    readonly version: number;
    readonly apiKey?: string;
  }): Promise<LanguageModel>;
  tryIt(question: string, language: Locale): Promise<TriedModel>;
  readAnswers(outcome?: ModelOutcome): Promise<{ readonly items: readonly ModelAnswer[] }>;
}

const path = "/api/v1/language-model";

export function createLanguageModelApi({ get, post, put }: Http): LanguageModelApi {
  return {
    read: () => get(path),
    save: (form) => put(path, form),
    tryIt: (question, language) => post(`${path}/try`, { question, language }),
    readAnswers: (outcome) => get(`${path}/answers${outcome === undefined ? "" : `?outcome=${outcome}`}`),
  };
}
