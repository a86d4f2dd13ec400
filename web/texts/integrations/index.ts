import type { Texts } from "../index.js";
import { type IntegrationsKey, integrationsEn } from "./en.js";
import { integrationsEs } from "./es.js";
import { integrationsPt } from "./pt.js";

export type { IntegrationsKey };

export const integrationsTexts: Texts<IntegrationsKey> = {
  en: integrationsEn,
  es: integrationsEs,
  pt: integrationsPt,
};
