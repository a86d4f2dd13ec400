import type { Locale } from "../../contract/index.js";

const doubled = /(\p{L})\1/gu;

/** What people confuse in writing because it sounds the same. */
const sameSound: Readonly<Record<Locale, readonly (readonly [RegExp, string])[]>> = {
  en: [
    [/ph/gu, "f"],
    [/ck/gu, "k"],
  ],
  es: [
    [/c(?=[ei])|z/gu, "s"],
    [/v/gu, "b"],
    [/(?<!c)h/gu, ""],
    [/qu(?=[ei])/gu, "k"],
    [/g(?=[ei])/gu, "j"],
    [/x/gu, "s"],
    [/n(?=[pb])/gu, "m"],
  ],
  pt: [
    [/c(?=[ei])|z/gu, "s"],
    [/(?<![clnp])h/gu, ""],
    [/qu(?=[ei])/gu, "k"],
    [/x/gu, "ch"],
    [/n(?=[pb])/gu, "m"],
  ],
};

/** A folded word or stem as it sounds: "pasword" and "password", "nesesito" and "necesito" are one. */
export function toSound(word: string, language: Locale): string {
  // "Alluda" is said like "ayuda": two letters for one sound, not one letter twice.
  const spelled = language === "es" ? word.replace(/ll/gu, "y") : word;
  const once = spelled.replace(doubled, "$1");
  const heard = sameSound[language].reduce((left, [written, sound]) => left.replace(written, sound), once);
  return heard === "" ? word : heard;
}
