import type { Texts } from "../index.js";
import { type UnderstandingKey, understandingEn } from "./en.js";
import { understandingEs } from "./es.js";
import { understandingPt } from "./pt.js";

export const understandingTexts: Texts<UnderstandingKey> = {
  en: understandingEn,
  es: understandingEs,
  pt: understandingPt,
};
export type { UnderstandingKey };
