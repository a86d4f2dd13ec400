import type { Texts } from "../index.js";
import { type LanguageModelKey, languageModelEn } from "./en.js";
import { languageModelEs } from "./es.js";
import { languageModelPt } from "./pt.js";

export type { LanguageModelKey };

export const languageModelTexts: Texts<LanguageModelKey> = {
  en: languageModelEn,
  es: languageModelEs,
  pt: languageModelPt,
};
