import type { Texts } from "../index.js";
import { type ReportsKey, reportsEn } from "./en.js";
import { reportsEs } from "./es.js";
import { reportsPt } from "./pt.js";

export const reportsTexts: Texts<ReportsKey> = { en: reportsEn, es: reportsEs, pt: reportsPt };
export type { ReportsKey };
