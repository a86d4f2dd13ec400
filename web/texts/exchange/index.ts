import type { Texts } from "../index.js";
import { type ExchangeKey, exchangeEn } from "./en.js";
import { exchangeEs } from "./es.js";
import { exchangePt } from "./pt.js";

export type { ExchangeKey };

export const exchangeTexts: Texts<ExchangeKey> = { en: exchangeEn, es: exchangeEs, pt: exchangePt };
