import type { Texts } from "../index.js";
import { type OtherDeskKey, otherDeskEn } from "./en.js";
import { otherDeskEs } from "./es.js";
import { otherDeskPt } from "./pt.js";

export type { OtherDeskKey };

export const otherDeskTexts: Texts<OtherDeskKey> = { en: otherDeskEn, es: otherDeskEs, pt: otherDeskPt };
