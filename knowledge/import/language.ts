import { type Locale, toLocale } from "../../contract/index.js";

/** Languages that documentation is often translated into, written so that they are not taken for something else. */
const foreign = /^(?:zh|ja|ko|ru|de|fr|pl|tr|uk|nl|sv|cs|ar|fa|vi|th|he)(?:[-_][A-Za-z]{2,4})?$/i;
const ours = /^(?:en|es|pt)(?:[-_](?:[A-Za-z]{2}|419))?$/i;
const names: Readonly<Record<string, Locale>> = {
  english: "en",
  spanish: "es",
  español: "es",
  castellano: "es",
  portuguese: "pt",
  português: "pt",
};

export type PathLanguage =
  | { readonly kind: "known"; readonly locale: Locale; readonly segment?: number }
  | { readonly kind: "foreign"; readonly tag: string }
  | { readonly kind: "unknown" };

/** The language that a path tells: `guide.es.md`, or the nearest folder named `es`, `pt-BR` and the like. */
export function languageOfPath(path: string): PathLanguage {
  const segments = path.split("/");
  const file = segments.pop() ?? "";
  const suffix = /[._]([A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?)\.[^.]+$/.exec(file)?.[1];
  const ofFile = suffix === undefined ? undefined : toLanguage(suffix);
  if (ofFile !== undefined) return ofFile;
  for (let index = segments.length - 1; index >= 0; index -= 1) {
    const found = toLanguage(segments[index] ?? "");
    if (found !== undefined) return found.kind === "known" ? { ...found, segment: index } : found;
  }
  return { kind: "unknown" };
}

/** The locale that a front matter or an option names, `undefined` for a language the desk does not speak. */
export function namedLocale(tag: string): Locale | undefined {
  const word = tag.trim().toLowerCase();
  return names[word] ?? (ours.test(word) ? toLocale(word) : undefined);
}

function toLanguage(tag: string): PathLanguage | undefined {
  if (ours.test(tag)) {
    const locale = toLocale(tag);
    return locale === undefined ? undefined : { kind: "known", locale };
  }
  return foreign.test(tag) ? { kind: "foreign", tag } : undefined;
}
