import type { Texts } from "../index.js";
import { type PrivacyKey, privacyEn } from "./en.js";
import { privacyEs } from "./es.js";
import { privacyPt } from "./pt.js";

export type { PrivacyKey };

export const privacyTexts: Texts<PrivacyKey> = { en: privacyEn, es: privacyEs, pt: privacyPt };
