import { z } from "zod";

export const locales = ["en", "es", "pt"] as const;
export const localeSchema = z.enum(locales);
export type Locale = z.infer<typeof localeSchema>;

/** A text in several languages; English is always there. */
export const localizedTextSchema = z.strictObject({
  en: z.string().min(1),
  es: z.string().optional(),
  pt: z.string().optional(),
});
export type LocalizedText = z.infer<typeof localizedTextSchema>;

/** The text in `locale`, or in English where it has not been translated. */
export function inLocale(text: LocalizedText, locale: Locale): string {
  return text[locale] ?? text.en;
}

/** Narrows any language tag (`pt-BR`, `es_MX`, `fr`) to a locale of the product, or `undefined`. */
export function toLocale(tag: string | undefined): Locale | undefined {
  const language = tag?.slice(0, 2).toLowerCase();
  return locales.find((locale) => locale === language);
}
