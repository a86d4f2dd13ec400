import type { Locale } from "../../../contract/index.js";
import { fold } from "../../../nlp/index.js";
import { dates, listed, numberWords, ones, otherUnits, perLocale, timeUnits } from "./words.js";

/** What must stand in an article exactly as it stands in the answer. */
export interface Facts {
  /** Addresses of the web, of e-mail, and names of hosts. */
  readonly addresses: ReadonlySet<string>;
  /** Telephone numbers and other long ones, as digits. */
  readonly longNumbers: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** "5 minut". */
  readonly counted: ReadonlySet<string>;
  /** Words with digits in them, days and months. */
  readonly codes: ReadonlySet<string>;
}

const address = /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.|mailto:|tel:)[^\s<>"'()[\]{}«»“”]+/giu;
const mail = /[^\s@<>()[\]{},;:"'«»“”]+@[^\s@<>()[\]{},;:"'«»“”]+/gu;
const host =
  /(?<![\p{L}\p{N}@.-])(?:[\p{L}\p{N}-]+\.)+\p{L}{2,24}(?![\p{L}\p{N}])(?:\/[^\s<>"'()[\]{}«»“”]*)?/gu;
const longNumber = /\+?\d[\d\s()./-]{4,40}\d/gu;
const number = /\d+(?:[.,:/]\d+)*/gu;
const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const closing = /[.,;:!?…*_`]+$/u;

const knownWords = perLocale((locale) => ({
  figureOf: new Map(Object.entries(numberWords[locale])),
  isOne: listed(ones[locale]),
  isDate: listed(dates[locale]),
  isTime: listed(timeUnits[locale]),
  isUnit: new Set([...listed(timeUnits[locale]), ...listed(otherUnits[locale]), "%", "€", "$", "£"]),
}));

/** The facts of a text: what a wrong letter or digit turns into a lie. */
export function findFacts(text: string, locale: Locale): Facts {
  const plain = text.normalize("NFKC");
  const addresses = new Set<string>();
  let rest = plain;
  for (const kind of [address, mail, host]) {
    rest = rest.replace(kind, (found) => {
      addresses.add(found.replace(closing, "").toLowerCase());
      return " ";
    });
  }
  const longNumbers = new Set<string>();
  for (const [found] of rest.matchAll(longNumber)) {
    const digits = found.replace(/\D/gu, "");
    if (digits.length >= 6) longNumbers.add(digits);
  }
  const words = (rest.match(word) ?? []).map(fold);
  return { addresses, longNumbers, ...countsOf(rest, words, locale) };
}

function countsOf(text: string, words: readonly string[], locale: Locale) {
  const { figureOf, isDate } = knownWords[locale];
  const figures = [...text.matchAll(number)].map(([found]) => found);
  const codes = words.filter((one) => isDate.has(one) || (/\p{N}/u.test(one) && /\p{L}/u.test(one)));
  return {
    numbers: new Set([...figures, ...words.flatMap((one) => figureOf.get(one) ?? [])]),
    counted: countedIn(text, locale),
    codes: new Set(codes),
  };
}

/** Numbers with what they count, in figures and in the singular: "5 minute". */
function countedIn(text: string, locale: Locale): Set<string> {
  const { figureOf, isOne, isTime, isUnit } = knownWords[locale];
  const flat = fold(text).match(/\d+(?:[.,:/]\d+)*|\p{L}+|[%€$£]/gu) ?? [];
  const counted = new Set<string>();
  flat.forEach((one, at) => {
    const value = /^\d/u.test(one) ? one : figureOf.get(one);
    const fits = (near: string | undefined) =>
      near === undefined
        ? undefined
        : singulars(near).find((unit) => (value === undefined ? isTime : isUnit).has(unit));
    if (value === undefined && !isOne.has(one)) return;
    const before = flat[at - 1] ?? "";
    const unit = fits(flat[at + 1]) ?? fits(flat[at + 2]) ?? (/^[€$£]$/u.test(before) ? before : undefined);
    if (unit !== undefined) counted.add(`${value ?? "1"} ${unit}`);
  });
  return counted;
}

/** The number that a word is, in figures. */
export function toFigure(one: string, locale: Locale): string | undefined {
  return /^\d+$/u.test(one) ? one : knownWords[locale].figureOf.get(one);
}

export function isUnit(one: string, locale: Locale): boolean {
  return singulars(one).some((unit) => knownWords[locale].isUnit.has(unit));
}

/** What the word may be in the singular; "copies" is both "copie" and "copy". */
function singulars(near: string): string[] {
  return [near, near.replace(/s$/u, ""), near.replace(/es$/u, ""), near.replace(/ies$/u, "y")];
}

/** The first fact of the answer that does not stand in what it names. */
export function strangeFact(said: Facts, known: Facts): string | undefined {
  const missing = (kind: keyof Facts) => [...said[kind]].find((fact) => !known[kind].has(fact));
  const kinds = ["addresses", "longNumbers", "numbers", "counted", "codes"] as const;
  return kinds.map(missing).find((fact) => fact !== undefined);
}
