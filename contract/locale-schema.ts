import { z } from "zod";
import { locales } from "./locale.js";

export const localeSchema = z.enum(locales);

/** A text in several languages; English is always there. */
export const localizedTextSchema = z.strictObject({
  en: z.string().min(1),
  es: z.string().optional(),
  pt: z.string().optional(),
});
export type LocalizedText = z.infer<typeof localizedTextSchema>;
