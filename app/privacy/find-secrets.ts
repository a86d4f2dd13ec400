/** A stretch of a text to be taken out, and what stands there instead. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly shown: string;
}

/** Ids of things of the desk are full of digits and no card has their form. */
const uuid = /\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi;
/** What people, and those who wish to slip through, put between digits. */
const between = /[\s\u00ad\u200b-\u200d\u2060._\-–]/;
const betweenMost = 2;
const fewest = 13;
const most = 19;

/** A row of digits that belong together, each with its place in the text. */
interface DigitRun {
  readonly digits: number[];
  readonly places: number[];
}

/** Card numbers: 13 to 19 digits with the right check digit, as no telephone or ticket number has by design. */
export function findCards(text: string): Found[] {
  const ids = [...text.matchAll(uuid)].map(({ 0: id, index }) => ({ from: index, to: index + id.length }));
  const found = digitRuns(text).flatMap(cardsOf);
  return ids.length === 0
    ? found
    : found.filter(({ from }) => !ids.some((id) => id.from <= from && from < id.to));
}

/** Read once from left to right, whatever stands in it (attack S28). */
function digitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = [];
  let run: DigitRun = { digits: [], places: [] };
  let gap = 0;
  const end = () => {
    if (run.digits.length >= fewest) runs.push(run);
    run = { digits: [], places: [] };
    gap = 0;
  };
  for (let place = 0; place < text.length; place++) {
    const digit = toDigit(text, place);
    if (digit !== undefined) {
      run.digits.push(digit);
      run.places.push(place);
      gap = 0;
    } else if (run.digits.length > 0 && (gap === betweenMost || !between.test(text.charAt(place)))) end();
    else gap++;
  }
  end();
  return runs;
}

/** Cards begin and end where groups of digits do: what stands before or behind one is left alone. */
function cardsOf({ digits, places }: DigitRun): Found[] {
  const found: Found[] = [];
  const hasCheckDigit = checkDigits(digits);
  for (let first = 0; first + fewest <= digits.length; first++) {
    const isStart = first === 0 || places[first] !== (places[first - 1] ?? 0) + 1;
    const length = isStart ? cardLength(digits, places, first, hasCheckDigit) : 0;
    if (length === 0) continue;
    const last = first + length - 1;
    const shown = `•••• ${digits.slice(last - 3, last + 1).join("")}`;
    found.push({ from: places[first] ?? 0, to: (places[last] ?? 0) + 1, shown });
    first = last;
  }
  return found;
}

/** The longest card that begins here; 0 for none. */
function cardLength(
  digits: readonly number[],
  places: readonly number[],
  first: number,
  hasCheckDigit: (first: number, last: number) => boolean,
): number {
  const opening = digits[first] ?? 0;
  if (opening < 2 || opening > 6) return 0;
  for (let length = Math.min(most, digits.length - first); length >= fewest; length--) {
    const last = first + length - 1;
    const isEnd = last === digits.length - 1 || places[last + 1] !== (places[last] ?? 0) + 1;
    if (isEnd && hasCheckDigit(first, last)) return length;
  }
  return 0;
}

/** Unicode keeps the ten digits of a script together, in blocks that begin at a zero. */
function toDigit(text: string, place: number): number | undefined {
  const code = text.charCodeAt(place);
  if (code < 0x80) return code >= 0x30 && code <= 0x39 ? code - 0x30 : undefined;
  if (!isDigit(code)) return undefined;
  let zero = code;
  while (zero > code - 9 && isDigit(zero - 1)) zero--;
  return code - zero;
}

function isDigit(code: number): boolean {
  return /\p{Nd}/u.test(String.fromCharCode(code));
}

/**
 * Tells in one step whether a stretch ends with the right check digit (ISO/IEC 7812, Luhn): sums up to each digit, one
 * with every even place doubled and one with every odd place, serve all stretches. A row of one digit is no card.
 */
function checkDigits(digits: readonly number[]): (first: number, last: number) => boolean {
  const sums: readonly [number[], number[]] = [[0], [0]];
  const alikeFrom: number[] = [];
  for (const [at, digit] of digits.entries()) {
    const doubled = digit > 4 ? digit * 2 - 9 : digit * 2;
    sums[0].push((sums[0][at] ?? 0) + (at % 2 === 0 ? digit : doubled));
    sums[1].push((sums[1][at] ?? 0) + (at % 2 === 1 ? digit : doubled));
    alikeFrom.push(at > 0 && digit === digits[at - 1] ? (alikeFrom[at - 1] ?? 0) : at);
  }
  return (first, last) => {
    const upTo = last % 2 === 0 ? sums[0] : sums[1];
    const sum = (upTo[last + 1] ?? 0) - (upTo[first] ?? 0);
    return sum % 10 === 0 && (alikeFrom[last] ?? 0) > first;
  };
}

const ibanRun = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b/gi;

/** International account numbers with the right check digits (ISO 13616). */
export function findIbans(text: string): Found[] {
  return [...text.matchAll(ibanRun)].flatMap(({ 0: run, index }) => {
    const iban = longestIban(run);
    if (iban === undefined) return [];
    const shown = `${iban.slice(0, 2)}•••• ${iban.replace(/ /g, "").slice(-4)}`;
    return [{ from: index, to: index + iban.length, shown }];
  });
}

/** Words that follow look like parts of it: they are left off one by one. */
function longestIban(run: string): string | undefined {
  for (let part = run; part.length >= 15; part = part.slice(0, part.lastIndexOf(" "))) {
    if (hasRightRest(part.replace(/ /g, "").toUpperCase())) return part;
    if (!part.includes(" ")) return undefined;
  }
  return undefined;
}

function hasRightRest(plain: string): boolean {
  let rest = 0;
  for (let at = 0; at < plain.length; at++) {
    const code = plain.charCodeAt((at + 4) % plain.length);
    const value = code <= 0x39 ? code - 0x30 : code - 0x37;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** How makers of programs let their keys be known: by the way they begin. */
const keys = [
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{36,255}/g,
  /\bgithub_pat_[A-Za-z0-9_]{22,255}/g,
  /\bxox[abprs]-[A-Za-z0-9-]{10,200}/g,
  /\bsk-[A-Za-z0-9_-]{20,200}/g,
  /\bdsk_[A-Za-z0-9_-]{20,200}/g,
  /\beyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,2000}/g,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\s]{0,8000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
];
const named =
  /(?<!\p{L})(?:password|passwort|passwd|pwd|passphrase|contraseña|clave|senha|palavra-passe|secret|token|api[ _-]?key|pin)(?!\p{L})\s{0,3}(?:[:=]|is|es|é)\s{0,3}["'«]?([^\s"'»]{4,128})/giu;

/** Keys of programs by their form, and what stands behind a word that says what it is. */
export function findSecrets(text: string): Found[] {
  const byForm = keys.flatMap((key) =>
    [...text.matchAll(key)].map(({ 0: run, index }) => ({
      from: index,
      to: index + run.length,
      shown: "••••••",
    })),
  );
  const byName = [...text.matchAll(named)].flatMap(({ 0: run, 1: value = "", index }) => {
    // "My password is wrong" tells nothing; what has digits or signs in it does.
    if (!/[\p{Nd}!@#$%^&*_+=~]/u.test(value.slice(0, -1))) return [];
    const to = index + run.length;
    return [{ from: to - value.length, to, shown: "••••••" }];
  });
  return [...byForm, ...byName];
}
