import type { Texts } from "../index.js";
import { type ApiReferenceKey, apiReferenceEn } from "./en.js";
import { apiReferenceEs } from "./es.js";
import { apiReferencePt } from "./pt.js";

export type { ApiReferenceKey };

export const apiReferenceTexts: Texts<ApiReferenceKey> = {
  en: apiReferenceEn,
  es: apiReferenceEs,
  pt: apiReferencePt,
};
