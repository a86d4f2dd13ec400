import type { Texts } from "../index.js";
import { type RecordsKey, recordsEn } from "./en.js";
import { recordsEs } from "./es.js";
import { recordsPt } from "./pt.js";

export type { RecordsKey };

export const recordsTexts: Texts<RecordsKey> = { en: recordsEn, es: recordsEs, pt: recordsPt };
