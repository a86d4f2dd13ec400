import { keepInBrowser } from "../chat/keeping.js";
import { languages as known, type Locale } from "../texts/index.js";
import { parseLocale } from "./options.js";

const localeKey = "deskhand.locale";

/** The page's word goes first, then what was chosen here before, the page's own language, and the browser's. */
export function chooseLocale(
  wished: Locale | undefined,
  offered: readonly Locale[] = known.map(({ locale }) => locale),
): Locale {
  const wishes = [
    wished,
    parseLocale(keepInBrowser().read(localeKey)),
    parseLocale(document.documentElement.lang),
    ...navigator.languages.map(parseLocale),
  ];
  return wishes.find((locale) => locale !== undefined && offered.includes(locale)) ?? offered[0] ?? "en";
}

/** For the next page, too. */
export function keepLocale(locale: Locale): void {
  keepInBrowser().write(localeKey, locale);
}
