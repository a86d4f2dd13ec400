import type { Locale } from "../../contract/locale.js";

export type { Locale };

/** The languages of every page, in the order in which the menus show them. */
export const languages: readonly { readonly locale: Locale; readonly name: string }[] = [
  { locale: "en", name: "English" },
  { locale: "es", name: "Español" },
  { locale: "pt", name: "Português" },
];

/** One text per key in every language: a missing key does not compile. */
export type Texts<Key extends string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;
export type Vars = Readonly<Record<string, string | number>>;

/** Keys that come in the forms `x.one` and `x.other`. */
export type CountedKey<Key extends string> = Key extends `${infer Stem}.one` ? Stem : never;

export interface Translate<Key extends string> {
  /** The text of `key` with `{name}` replaced from `vars`. */
  (key: Key, vars?: Vars): string;
  /** The form of `stem` that fits the number, which is also there as `{count}`. */
  count(stem: CountedKey<Key>, count: number, vars?: Vars): string;
  readonly locale: Locale;
}

/** Binds a set of texts to one language. */
export function createTranslate<Key extends string>(texts: Texts<Key>, locale: Locale): Translate<Key> {
  return translateWith(texts[locale], locale);
}

/** The same for texts of which only one language is there. */
export function translateWith<Key extends string>(
  table: Readonly<Record<Key, string>>,
  locale: Locale,
): Translate<Key> {
  const byName = new Map<string, string>(Object.entries(table));
  const plural = new Intl.PluralRules(locale);
  const count = (stem: CountedKey<Key>, amount: number, vars: Vars = {}): string => {
    const form = plural.select(amount) === "one" ? "one" : "other";
    const shown = new Intl.NumberFormat(locale).format(amount);
    return fill(byName.get(`${stem}.${form}`) ?? stem, { count: shown, ...vars });
  };
  return Object.assign((key: Key, vars?: Vars) => fill(table[key], vars), { count, locale });
}

function fill(text: string, vars: Vars = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(vars[name] ?? whole));
}
