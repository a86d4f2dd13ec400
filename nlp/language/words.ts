/** More than anybody types in one message; what follows is not looked at, so that a flood costs nothing. */
export const maxCharsConsidered = 2000;
const maxWordChars = 40;
const wordPattern = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
const heldDown = /(\p{L})\1{2,}/gu;
const apostrophes = /(?<=\p{L})['’](?=\p{L})/gu;
const marks = /\p{M}+/gu;

/** Lower case without accents: "Não, Álvaro" → "nao, alvaro". */
export function fold(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(marks, "");
}

/** Spelled in one or two words: one feature, whichever way. */
const joined: readonly (readonly [RegExp, string])[] = [
  [/\bwi[-\u2011 ]fi\b/gu, "wifi"],
  [/\be[-\u2011 ]mail/gu, "email"],
  [/\b(?:log|logg?ed|logging|sign|signed|signing)[- ](?:in|on)\b|\b(?:logon|signin)\b/gu, "login"],
  [/\b(?:inici\p{L}{1,3}|abr(?:ir|o)) (?:la |una |mi )?se[sc]ion\b|\bfazer (?:o )?login\b/gu, "login"],
  [/\bpalavra[- ]passe\b/gu, "senha"],
];

/** The folded words of the first `maxChars` characters, in order; letters held down are shortened ("helloooo" → "helloo"). */
export function toWords(text: string, maxChars = maxCharsConsidered): string[] {
  const plain = fold(text.slice(0, maxChars)).replace(apostrophes, "");
  return cutWords(joined.reduce((whole, [spelled, one]) => whole.replace(spelled, one), plain));
}

/** As `toWords`, with the accents left on: they tell languages apart. */
export function toWordsKeepingAccents(text: string): string[] {
  return cutWords(text.slice(0, maxCharsConsidered).toLowerCase().normalize("NFC"));
}

function cutWords(text: string): string[] {
  const words = text.replace(heldDown, "$1$1").match(wordPattern) ?? [];
  return words.map((word) => word.slice(0, maxWordChars));
}
