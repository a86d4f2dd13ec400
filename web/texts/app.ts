import { type AppKey, appEn } from "./app.en.js";
import { appEs } from "./app.es.js";
import { appPt } from "./app.pt.js";
import type { Texts } from "./index.js";

export type { AppKey };

export const appTexts: Texts<AppKey> = { en: appEn, es: appEs, pt: appPt };
