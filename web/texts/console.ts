import { type ConsoleKey, consoleEn } from "./console.en.js";
import { consoleEs } from "./console.es.js";
import { consolePt } from "./console.pt.js";
import type { Texts } from "./index.js";

export type { ConsoleKey };

export const consoleTexts: Texts<ConsoleKey> = { en: consoleEn, es: consoleEs, pt: consolePt };
