import type { Locale } from "../texts/index.js";

export type Theme = "light" | "dark" | "auto";

/** What a page may tell the widget, by `Deskhand.init({…})` or as `data-…` of the script tag. */
export interface WidgetOptions {
  /** Address of the desk; the origin of the script when left out. */
  readonly url?: string;
  /** Who talks: a session's token. On the desk's own pages the cookie does it. */
  readonly token?: string;
  readonly locale?: Locale;
  readonly theme?: Theme;
  /** `#rrggbb`; black or white text is put on it, whichever can be read. */
  readonly accent?: string;
  /** `hidden` where the page opens the chat from an entry of its own. */
  readonly launcher?: "shown" | "hidden";
  /** Who talks, as the page's own server has signed it (JWT, HS256); the page cannot say so by itself. */
  readonly identity?: string;
  readonly position?: "left" | "right";
  /** Shows the panel at once. */
  readonly open?: boolean;
}

const themes: readonly Theme[] = ["light", "dark", "auto"];
const locales: readonly Locale[] = ["en", "es", "pt"];

export function parseTheme(value: string | undefined): Theme | undefined {
  return themes.find((theme) => theme === value);
}

/** Narrows `pt-BR` and the like to a language of the widget. */
export function parseLocale(tag: string | undefined): Locale | undefined {
  return locales.find((locale) => locale === tag?.slice(0, 2).toLowerCase());
}

/** Reads the script tag that loaded the widget. */
export function readOptions(script: HTMLScriptElement | null): WidgetOptions {
  const { token, identity, locale, theme, accent, url, position, open } = script?.dataset ?? {};
  const origin = script?.src ? new URL(script.src).origin : undefined;
  const knownLocale = parseLocale(locale);
  const knownTheme = parseTheme(theme);
  return {
    ...(url || origin ? { url: url || origin } : {}),
    ...(token ? { token } : {}),
    ...(knownLocale ? { locale: knownLocale } : {}),
    ...(knownTheme ? { theme: knownTheme } : {}),
    ...(accent ? { accent } : {}),
    ...(identity ? { identity } : {}),
    ...(position === "left" || position === "right" ? { position } : {}),
    ...(open === undefined ? {} : { open: open !== "false" }),
  };
}
