import { fold } from "./language/words.js";

/** What a sentence names of what the desk has. */
export interface DeskNames {
  /** As they are written in the sentence. */
  readonly devices: readonly string[];
  /** Programs and systems, as the desk writes them. */
  readonly applications: readonly string[];
}

export type FindDeskNames = (sentence: string) => DeskNames;

const maxChars = 2000;
const tokenPattern = /[\p{L}\p{N}]+(?:[-'’+.][\p{L}\p{N}]+)*/gu;
const sentenceEnd = /[.!?:;(¿¡]\s*$/u;
/** Words for machines, of which those count that the desk itself uses. */
const deviceWords = new Set(
  `laptop laptops notebook notebooks computer computers pc desktop tablet tablets phone phones smartphone mobile iphone android headset headsets
  headphones webcam camera monitor monitors screen screens keyboard keyboards mouse printer printers scanner projector router dock charger cable
  badge portatil portatiles ordenador ordenadores computadora computadoras movil moviles telefono telefonos celular celulares tableta auriculares
  camara pantalla pantallas teclado teclados raton impresora impresoras escaner proyector cargador computador computadores telemovel telefone
  telefones fone fones tela telas impressora impressoras projetor carregador roteador cracha`.split(/\s+/u),
);
/** Written with capitals and no names of programs. */
const noNames = new Set(
  `i pc pcs it hr ti rh rrhh pin sms usb pdf mfa id ok os lan wifi wi-fi faq ceo tv monday tuesday wednesday thursday friday saturday sunday january
  february march april may june july august september october november december english spanish portuguese christmas`.split(
    /\s+/u,
  ),
);

/** Learns what devices and programs a desk has from how it writes of them: names stand with a capital in the middle of a sentence. */
export function createNameFinder(texts: Iterable<string>): FindDeskNames {
  const applications = new Map<string, string>();
  const devices = new Set<string>();
  for (const text of texts) {
    for (const name of namesIn(text)) applications.set(fold(name), name);
    for (const word of fold(text).match(tokenPattern) ?? []) if (deviceWords.has(word)) devices.add(word);
  }
  const longestFirst = [...applications].sort(([a], [b]) => b.length - a.length);

  return (sentence) => {
    const words = sentence.slice(0, maxChars).match(tokenPattern) ?? [];
    let said = ` ${words.map(fold).join(" ")} `;
    const found = longestFirst.flatMap(([folded, name]) => {
      if (!said.includes(` ${folded} `)) return [];
      // "Adobe Acrobat" is not also "Acrobat".
      said = said.replaceAll(` ${folded} `, "  ");
      return [name];
    });
    const named = words.filter((word) => devices.has(fold(word)) && !applications.has(fold(word)));
    return { devices: distinct(named), applications: found };
  };
}

function namesIn(text: string): string[] {
  const names: string[][] = [];
  let end = -1;
  for (const { index, 0: token } of text.matchAll(tokenPattern)) {
    const isFirst = text.slice(0, index).trim() === "" || sentenceEnd.test(text.slice(0, index));
    if (!isName(token, isFirst)) continue;
    const last = names.at(-1);
    if (last !== undefined && text.slice(end, index) === " ") last.push(token);
    else names.push([token]);
    end = index + token.length;
  }
  return names.map((parts) => parts.join(" "));
}

function isName(token: string, isFirst: boolean): boolean {
  if (token.length < 2 || noNames.has(fold(token)) || /^\P{L}*$|\d{2}|['’]/u.test(token)) return false;
  const capitals = token.match(/\p{Lu}/gu)?.length ?? 0;
  if (capitals === 0) return false;
  return capitals > 1 || !/^\p{Lu}/u.test(token) || !isFirst;
}

function distinct(words: readonly string[]): string[] {
  const known = new Map(words.map((word) => [fold(word), word]));
  return [...known.values()];
}
