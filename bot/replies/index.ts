import type { Locale } from "../../contract/index.js";
import { en } from "./en.js";
import { es } from "./es.js";
import { pt } from "./pt.js";
import type { Texts } from "./texts.js";

const all: Readonly<Record<Locale, Texts>> = { en, es, pt };

/** What the assistant says, in one language. */
export function textsIn(locale: Locale): Texts {
  return all[locale];
}

export type { Texts };
