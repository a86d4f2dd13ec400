/** More than anybody types in one message; what follows is not looked at, so that a flood costs nothing. */
export const maxCharsConsidered = 2000;
const maxWordChars = 40;
const wordPattern = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu;
const heldDown = /(\p{L})\1{2,}/gu;
const marks = /\p{M}+/gu;

/** Lower case without accents: "Não, Álvaro" → "nao, alvaro". */
export function fold(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(marks, "");
}

/** The folded words of the first `maxChars` characters, in order; letters held down are shortened ("helloooo" → "helloo"). */
export function toWords(text: string, maxChars = maxCharsConsidered): string[] {
  return cutWords(fold(text.slice(0, maxChars)));
}

/** As `toWords`, with the accents left on: they tell languages apart. */
export function toWordsKeepingAccents(text: string): string[] {
  return cutWords(text.slice(0, maxCharsConsidered).toLowerCase().normalize("NFC"));
}

function cutWords(text: string): string[] {
  const words = text.replace(heldDown, "$1$1").match(wordPattern) ?? [];
  return words.map((word) => word.slice(0, maxWordChars));
}
