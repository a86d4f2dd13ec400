import { type Locale, locales } from "../../contract/index.js";
import type { Example } from "../examples.js";
import { builtInIntents, type Corpus } from "./built-in.js";
import { english } from "./en.js";
import { spanish } from "./es.js";
import { portuguese } from "./pt.js";

const corpora: Readonly<Record<Locale, Corpus>> = { en: english, es: spanish, pt: portuguese };

/** The sentences of the built-in intents in all languages, and what is out of scope for any desk. */
export function builtInExamples(): Example[] {
  return locales.flatMap((language) =>
    builtInIntents.flatMap((intent) =>
      toSentences(corpora[language][intent]).map((text) => ({ intent, language, text })),
    ),
  );
}

function toSentences(text: string): string[] {
  return text
    .split(/[|\n]/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}
