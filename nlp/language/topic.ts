import { fold, maxCharsConsidered } from "./words.js";

const units =
  "morning|afternoon|evening|night|noon|weekend|yesterday|today|hours?|days?|weeks?|months?|minutes?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|" +
  "manana|mediodia|tarde|noche|ayer|anteayer|hoy|horas?|dias?|semanas?|mes|meses|minutos?|rato|lunes|martes|miercoles|jueves|viernes|sabado|domingo|" +
  "ontem|anteontem|hoje|manha|noite|segunda|terca|quarta|quinta|sexta";
const between =
  "this|last|the|early|a|an|one|two|three|few|couple|of|past|el|la|esta|este|por|de|hoy|ayer|un|una|unos|unas|dos|tres|hace|pasad[oa]|" +
  "hoje|ontem|um|uma|uns|umas|dois|duas|cedo|passad[oa]|\\d{1,3}";

/** Since when something is so: what happened, not what it happened to. */
const sinceWhen = new RegExp(
  `\\b(?:since|de[sz]de|for the (?:last|past))(?: (?:${between})){0,4} (?:${units})\\b|\\bha[cz]e (?:(?:${between}) ){0,2}(?:${units})\\b`,
  "gu",
);

/** One name a language for what people say in many words when a thing has stopped doing what it should. */
const outOfOrder: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:(?:is|are|was|does|do|did|will|wo|has|have)(?: not|n't) (?:been )?|(?:is|are|does|do|did|wo|was)nt |not |never |stopp?ed |quit |stops )(?:working|work|works|functioning)\b/gu,
    "broken",
  ],
  [/\bno (?:(?:me|nos|les?) )?(?:anda|sirve|jala|furula|funca)\b|\bdejo de funcionar\b/gu, "no funciona"],
  [/\bnao (?:presta|pega|roda)\b|\b(?:parou|deixou) de funcionar\b|\bdeu pau\b|\bbugou\b/gu, "nao funciona"],
];

/** Since when something is so, as it was written: "since this morning", "desde ayer". */
export function findSince(text: string): string | undefined {
  const written = text.slice(0, maxCharsConsidered).normalize("NFC");
  const folded = fold(written);
  const found = [...folded.matchAll(sinceWhen)][0];
  if (found === undefined) return undefined;
  // Where folding has not changed the length, the accents can be given back.
  const source = folded.length === written.length ? written : folded;
  return source.slice(found.index, found.index + found[0].length);
}

/**
 * What a text is about, folded: without since when, and with one name for "does not work". Both stand in examples of
 * one matter and are said of any.
 */
export function toTopic(text: string): string {
  const folded = fold(text.slice(0, maxCharsConsidered)).replace(/[’']/gu, "'");
  const timeless = folded.replace(sinceWhen, " ");
  const named = outOfOrder.reduce((left, [written, name]) => left.replace(written, name), timeless);
  return /\p{L}|\p{N}/u.test(named) ? named : folded;
}
