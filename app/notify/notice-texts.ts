import type { Locale } from "../../contract/index.js";

/** The head of a notification, in the language of the browser that shows it. */
export const noticeTexts: Readonly<Record<Locale, (name: string) => string>> = {
  en: (name) => `${name} asks for an attendant`,
  es: (name) => `${name} pide un agente`,
  pt: (name) => `${name} pede um atendente`,
};
