import { inLocale, type Locale, type LocalizedText, localizedTextSchema } from "../../contract/index.js";

/** Names the word that shows what the assistant can do, as the vendor advises for parameter 453. */
export const defaultFallbackText = JSON.stringify({
  en: "I'm sorry, I have no answer to that. Try other words, or type menu to see how I can help.",
  es: "Lo siento, no tengo respuesta para eso. Pruebe con otras palabras o escriba menu para ver cómo puedo ayudar.",
  pt: "Desculpe, não tenho resposta para isso. Tente outras palavras ou digite menu para ver como posso ajudar.",
} satisfies LocalizedText);

/** The value of parameter 453 in one language; a plain text holds for all languages. */
export function fallbackTextIn(value: string, locale: Locale): string {
  const texts = parseLocalized(value);
  return texts === undefined ? value : inLocale(texts, locale);
}

/** Each line of parameter 453 is a text of its own; the assistant uses them in turn (S2-X4). */
export function fallbackTextsIn(value: string, locale: Locale): string[] {
  const lines = fallbackTextIn(value, locale).split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line !== "");
}

/** The texts of a value written per language, or `undefined` for a plain text. */
export function parseLocalized(value: string): LocalizedText | undefined {
  if (!value.trimStart().startsWith("{")) return undefined;
  try {
    return localizedTextSchema.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
