/** A letter or digit is a number from 1 to 63; what is none is a space. */
export const space = 0;
const skipped = 255;
const unknown = 254;
const digitsFrom = 27;
/** Letters that are no Latin ones share the numbers from here on; collisions only blur a likeness. */
const othersFrom = 37;
const others = 64 - othersFrom;
/** Characters up to here are looked up; those beyond are rare. */
const lookedUp = 1 << 16;

const isLetter = /^[\p{L}\p{N}]/u;
const isMark = /^\p{M}/u;

export interface BytePart {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
}

/** Reads the letters of UTF-8 bytes: small ones, without accents, one space between words. */
export interface LetterReader {
  /**
   * Writes the letters of a part of bytes into `into` from `at` on, the first of them preceded by a space where none
   * stands there, at most up to `most`. Answers where it ended.
   */
  read(part: BytePart, into: Uint8Array, limits: { readonly at: number; readonly most: number }): number;
}

export function createLetterReader(): LetterReader {
  const known = new Uint8Array(lookedUp).fill(unknown);

  function codeOf(point: number): number {
    if (point >= lookedUp) return workOut(point);
    const code = known[point] ?? unknown;
    if (code !== unknown) return code;
    const found = workOut(point);
    known[point] = found;
    return found;
  }

  return {
    read: ({ bytes, from, to }, into, { at: start, most }) => {
      const room = Math.min(most, into.length);
      let at = start;
      let last = at > 0 ? into[at - 1] : -1;
      if (last !== space && at < room) {
        into[at] = space;
        last = space;
        at += 1;
      }
      for (let place = from; place < to && at < room; ) {
        const byte = bytes[place] ?? 0;
        let point = byte;
        let taken = 1;
        if (byte >= 0xf0) {
          taken = 4;
          point = ((byte & 7) << 18) | (rest(bytes, place + 1) << 12) | (rest(bytes, place + 2) << 6);
          point |= rest(bytes, place + 3);
        } else if (byte >= 0xe0) {
          taken = 3;
          point = ((byte & 15) << 12) | (rest(bytes, place + 1) << 6) | rest(bytes, place + 2);
        } else if (byte >= 0xc0) {
          taken = 2;
          point = ((byte & 31) << 6) | rest(bytes, place + 1);
        }
        place += taken;
        const code = codeOf(point);
        if (code === skipped || (code === space && last === space)) continue;
        into[at] = code;
        last = code;
        at += 1;
      }
      return at;
    },
  };
}

function rest(bytes: Uint8Array, place: number): number {
  return (bytes[place] ?? 0) & 63;
}

function workOut(point: number): number {
  const plain = String.fromCodePoint(point).toLowerCase().normalize("NFD");
  if (isMark.test(plain)) return skipped;
  if (!isLetter.test(plain)) return space;
  const first = plain.codePointAt(0) ?? 0;
  if (first >= 97 && first <= 122) return first - 96;
  if (first >= 48 && first <= 57) return digitsFrom + first - 48;
  return othersFrom + (first % others);
}
