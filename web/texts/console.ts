import { type ColleaguesKey, colleaguesEn } from "./colleagues/en.js";
import { colleaguesEs } from "./colleagues/es.js";
import { colleaguesPt } from "./colleagues/pt.js";
import { consoleEn, type ConsoleKey as OwnKey } from "./console.en.js";
import { consoleEs } from "./console.es.js";
import { consolePt } from "./console.pt.js";
import type { Texts } from "./index.js";

export type ConsoleKey = OwnKey | ColleaguesKey;

export const consoleTexts: Texts<ConsoleKey> = {
  en: { ...consoleEn, ...colleaguesEn },
  es: { ...consoleEs, ...colleaguesEs },
  pt: { ...consolePt, ...colleaguesPt },
};
