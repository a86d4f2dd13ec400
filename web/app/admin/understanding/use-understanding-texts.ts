import { useMemo } from "react";
import type { NamedTarget } from "../../../../contract/meaning.js";
import { type UnderstandingKey, understandingEn } from "../../../texts/understanding/en.js";
import { understandingTexts } from "../../../texts/understanding/index.js";
import { useTexts } from "../../shared/desk.js";

export function useUnderstandingTexts() {
  return useTexts(understandingTexts);
}

/** What a target is called: built-in intents in the language of the page, the others by their own name. */
export function useNameOf(): (target: NamedTarget) => string {
  const t = useUnderstandingTexts();
  return useMemo(
    () =>
      ({ target, title }) => {
        const key = `intent.${target}`;
        return isKey(key) ? t(key) : title;
      },
    [t],
  );
}

/** A share of 1 as people read it. */
export function usePercent(): (share: number) => string {
  const { locale } = useUnderstandingTexts();
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
    return (share) => format.format(share);
  }, [locale]);
}

function isKey(key: string): key is UnderstandingKey {
  return Object.hasOwn(understandingEn, key);
}
