import type { Texts } from "../index.js";
import { type AgreementsKey, agreementsEn } from "./en.js";
import { agreementsEs } from "./es.js";
import { agreementsPt } from "./pt.js";

export type { AgreementsKey };

export const agreementsTexts: Texts<AgreementsKey> = {
  en: agreementsEn,
  es: agreementsEs,
  pt: agreementsPt,
};
