import type { LocalizedText } from "./locale-schema.js";

export const locales = ["en", "es", "pt"] as const;
export type Locale = (typeof locales)[number];

/** The text in `locale`, or in English where it has not been translated. */
export function inLocale(text: LocalizedText, locale: Locale): string {
  return text[locale] ?? text.en;
}

/** Narrows any language tag (`pt-BR`, `es_MX`, `fr`) to a locale of the product, or `undefined`. */
export function toLocale(tag: string | undefined): Locale | undefined {
  const language = tag?.slice(0, 2).toLowerCase();
  return locales.find((locale) => locale === language);
}
