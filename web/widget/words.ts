import { type Locale, type Translate, translateWith } from "../texts/index.js";
import type { WidgetKey } from "../texts/widget/index.js";

const firstPauseMs = 500;
const longestPauseMs = 30_000;

export interface WordsOptions {
  /** Address of the desk. */
  readonly url: string;
  /** Where each language is to be had there. */
  readonly addresses: Readonly<Record<Locale, string>>;
  readonly pause?: (ms: number) => Promise<void>;
}

/** The widget's words, of which only the languages that are shown are loaded. */
export interface Words {
  /** `undefined` when they cannot be had now; asking again tries again. */
  load(locale: Locale): Promise<Translate<WidgetKey> | undefined>;
  /** Tries until they are there, or nobody wants them any more. */
  insist(locale: Locale, isWanted: () => boolean): Promise<Translate<WidgetKey> | undefined>;
}

export function createWords({ url, addresses, pause = sleep }: WordsOptions): Words {
  const asked = new Map<Locale, Promise<Translate<WidgetKey> | undefined>>();

  function load(locale: Locale): Promise<Translate<WidgetKey> | undefined> {
    const known = asked.get(locale) ?? read(`${url}${addresses[locale]}`, locale);
    asked.set(locale, known);
    void known.then((words) => {
      if (!words && asked.get(locale) === known) asked.delete(locale);
    });
    return known;
  }

  return {
    load,
    async insist(locale, isWanted) {
      for (let pauseMs = firstPauseMs; isWanted(); pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
        const words = await load(locale);
        if (words) return words;
        await pause(pauseMs);
      }
      return undefined;
    },
  };
}

async function read(address: string, locale: Locale): Promise<Translate<WidgetKey> | undefined> {
  try {
    const response = await fetch(address, { credentials: "omit" });
    return response.ok ? translateWith<WidgetKey>(await response.json(), locale) : undefined;
  } catch {
    return undefined;
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
