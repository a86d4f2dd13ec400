import { fill, languages, pick, words } from "./words.mjs";

const smallTalk = { en: ["hello", "thank you"], es: ["buenos días", "gracias"], pt: ["bom dia", "obrigado"] };
const unknown = "the moon is made of green cheese and sings";

/** Of ten: six about troubles that articles answer, two wishes for activities, a greeting, and something unknown. */
export function questionAt(number) {
  const language = pick(languages, Math.floor(number / 10));
  const { things, troubles, places, deeds, question, wish } = words[language];
  const kind = number % 10;
  if (kind === 9) return unknown;
  if (kind === 8) return pick(smallTalk[language], number);
  const values = {
    thing: pick(things, number),
    trouble: pick(troubles, number * 3),
    place: pick(places, number * 7),
    deed: pick(deeds, number * 5).toLowerCase(),
  };
  return fill(kind >= 6 ? wish : question, values);
}
