import { createWritable, type Readable } from "../chat/readable.js";
import type { Locale, Translate } from "../texts/index.js";
import type { WidgetKey } from "../texts/widget/index.js";
import { keepLocale } from "./choose-locale.js";
import type { Theme, WidgetOptions } from "./options.js";
import type { Words } from "./words.js";

export interface FaceState {
  readonly open: boolean;
  /** The words that are shown; their language is the widget's. */
  readonly t: Translate<WidgetKey>;
  readonly theme: Theme;
  readonly launcher: "shown" | "hidden";
}

/** What the widget looks like now: open or not, in which language and colours. */
export interface WidgetFace extends Readable<FaceState> {
  show(): void;
  hide(): void;
  /** Words stay until those of the other language are there, and for good when they cannot be had. */
  setLocale(locale: Locale): Promise<void>;
  setTheme(theme: Theme): void;
}

export interface FaceParts extends Pick<WidgetOptions, "theme" | "launcher"> {
  readonly t: Translate<WidgetKey>;
  readonly words: Pick<Words, "load">;
  readonly onShow: () => void;
  readonly onLocale: (locale: Locale) => void;
}

export function createWidgetFace(parts: FaceParts): WidgetFace {
  const { t, theme = "auto", launcher = "shown", words, onShow, onLocale } = parts;
  const state = createWritable<FaceState>({ open: false, t, theme, launcher });
  const change = (next: Partial<FaceState>): void => state.set({ ...state.getSnapshot(), ...next });
  let wished = t.locale;
  return {
    ...state,
    show() {
      if (state.getSnapshot().open) return;
      change({ open: true });
      onShow();
    },
    hide: () => change({ open: false }),
    async setLocale(next) {
      wished = next;
      if (next === state.getSnapshot().t.locale) return;
      const loaded = await words.load(next);
      if (wished !== next || next === state.getSnapshot().t.locale) return;
      // Drawn again in any case: the menu shows what was chosen there, not what came of it.
      change(loaded ? { t: loaded } : {});
      if (!loaded) return;
      keepLocale(next);
      onLocale(next);
    },
    setTheme: (next) => change({ theme: next }),
  };
}
