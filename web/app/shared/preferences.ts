import { createStore, type StoreApi } from "zustand/vanilla";
import { type Keeping, keepInBrowser } from "../../chat/keeping.js";
import { type Locale, languages } from "../../texts/index.js";

export interface Preferences {
  readonly locale: Locale;
}

export interface PreferenceStore extends Pick<StoreApi<Preferences>, "getState" | "subscribe"> {
  readonly getInitialState: () => Preferences;
  /** Switches the language here and in the document, and remembers it in this browser. */
  setLocale(locale: Locale): void;
}

const localeKey = "deskhand.locale";

/** What a person chose for this browser; without a choice the browser's own languages decide. */
export function createPreferences(
  wishes: readonly string[],
  keeping: Keeping = keepInBrowser(),
): PreferenceStore {
  const locale = findLocale([keeping.read(localeKey) ?? "", ...wishes]);
  const store = createStore<Preferences>(() => ({ locale }));
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    setLocale(next) {
      keeping.write(localeKey, next);
      store.setState({ locale: next });
    },
  };
}

function findLocale(wishes: readonly string[]): Locale {
  for (const wish of wishes) {
    const known = languages.find(({ locale }) => locale === wish.slice(0, 2).toLowerCase());
    if (known) return known.locale;
  }
  return "en";
}
