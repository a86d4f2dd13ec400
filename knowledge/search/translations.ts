import type { Locale } from "../../contract/index.js";
import type { Entry } from "./indexed.js";

type Translated = Pick<Entry, "id" | "translationKey">;

export interface Translations {
  add(article: Translated): void;
  remove(article: Translated): void;
  /** Each article that has a translation in this language becomes that one; each is named once. */
  inLanguage<T extends { readonly id: string; readonly language: Locale }>(
    found: readonly T[],
    language: Locale,
    toTranslated: (found: T, id: string) => T | undefined,
  ): T[];
}

/** Which articles say the same in several languages. */
export function createTranslations(): Translations {
  const byKey = new Map<string, Set<string>>();
  const keyOf = new Map<string, string>();

  return {
    add: ({ id, translationKey }) => {
      if (translationKey === undefined) return;
      keyOf.set(id, translationKey);
      byKey.set(translationKey, (byKey.get(translationKey) ?? new Set()).add(id));
    },
    remove: ({ id }) => {
      const key = keyOf.get(id);
      if (key === undefined) return;
      keyOf.delete(id);
      byKey.get(key)?.delete(id);
      if (byKey.get(key)?.size === 0) byKey.delete(key);
    },
    inLanguage: (found, language, toTranslated) => {
      const told = new Set<string>();
      return found.flatMap((one) => {
        const key = keyOf.get(one.id);
        const others =
          one.language === language || key === undefined ? [] : [...(byKey.get(key) ?? [])].sort();
        const translated = others
          .map((id) => toTranslated(one, id))
          .find((other) => other?.language === language);
        const shown = translated ?? one;
        if (told.has(shown.id)) return [];
        told.add(shown.id);
        return [shown];
      });
    },
  };
}
