import { keepInBrowser } from "../chat/keeping.js";
import { createWritable, type Readable } from "../chat/readable.js";
import type { Locale } from "../texts/index.js";
import { parseLocale, type Theme, type WidgetOptions } from "./options.js";

const localeKey = "deskhand.locale";

export interface FaceState {
  readonly open: boolean;
  readonly locale: Locale;
  readonly theme: Theme;
  readonly launcher: "shown" | "hidden";
}

/** What the widget looks like now: open or not, in which language and colours. */
export interface WidgetFace extends Readable<FaceState> {
  show(): void;
  hide(): void;
  setLocale(locale: Locale): void;
  setTheme(theme: Theme): void;
}

export interface FaceEvents {
  readonly onShow: () => void;
  readonly onLocale: (locale: Locale) => void;
}

/** The page's word goes first, then what was chosen here before, the page's own language, and the browser's. */
export function createWidgetFace(
  options: WidgetOptions & { readonly languages?: readonly Locale[] },
  events: FaceEvents,
): WidgetFace {
  const kept = keepInBrowser();
  const { languages = ["en", "es", "pt"] } = options;
  const isOffered = (locale: Locale | undefined): boolean =>
    locale !== undefined && languages.includes(locale);
  const page = parseLocale(document.documentElement.lang);
  const wishes = [
    options.locale,
    parseLocale(kept.read(localeKey)),
    page,
    ...navigator.languages.map(parseLocale),
  ];
  const locale = wishes.find(isOffered) ?? languages[0] ?? "en";
  const { theme = "auto", launcher = "shown" } = options;
  const state = createWritable<FaceState>({ open: false, locale, theme, launcher });
  const change = (next: Partial<FaceState>): void => state.set({ ...state.getSnapshot(), ...next });
  return {
    ...state,
    show() {
      if (state.getSnapshot().open) return;
      change({ open: true });
      events.onShow();
    },
    hide: () => change({ open: false }),
    setLocale(next) {
      if (next === state.getSnapshot().locale) return;
      kept.write(localeKey, next);
      change({ locale: next });
      events.onLocale(next);
    },
    setTheme: (next) => change({ theme: next }),
  };
}
