import type { Texts } from "../index.js";
import { type OverviewKey, overviewEn } from "./en.js";
import { overviewEs } from "./es.js";
import { overviewPt } from "./pt.js";

export type { OverviewKey };

export const overviewTexts: Texts<OverviewKey> = { en: overviewEn, es: overviewEs, pt: overviewPt };
