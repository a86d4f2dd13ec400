import { space } from "./letters.js";

/** Characters in a run; runs span spaces, so that the order of words counts a little. */
const gramChars = 4;
const bits = 6;
const gramMask = 2 ** (bits * gramChars) - 1;
/** A run takes 24 bits of a cell of a table; the others count it. No run is 0: that would be four spaces. */
const countMask = 255;
const countBits = 8;
const empty = 0;
const smallestTable = 64;
const roomPerGram = 1.4;
/** Slots of a table that counts by run; collisions only blur it. */
export const gramSlots = 1 << 20;
const slotShift = 12;
const spread = 0x9e3779b1;

/** Where a run stands in a table of `gramSlots`. */
export function slotOf(gram: number): number {
  return Math.imul(gram, spread) >>> slotShift;
}

/** The runs of a text and how often each is there: cells by open addressing, a power of two of them. */
export type GramTable = Uint32Array;

/** The runs of one text, counted in a table that the next text uses again, and where in it they stand. */
export interface CountedGrams {
  readonly table: GramTable;
  readonly places: Uint32Array;
}

/** Counts the runs of the first `length` letters, for as long as `use` lasts; `most` letters are all it can take. */
export type CountGrams = <T>(letters: Uint8Array, length: number, use: (counted: CountedGrams) => T) => T;

export function createGramCounter(most: number): CountGrams {
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(most * 2)));
  const places = new Uint32Array(most);

  return (letters, length, use) => {
    let distinct = 0;
    let gram = space;
    const end = Math.min(length, most);
    for (let at = 0; at < end; at += 1) {
      gram = ((gram << bits) | (letters[at] ?? space)) & gramMask;
      if (at < gramChars - 1) continue;
      const place = placeOf(table, gram);
      const cell = table[place] ?? empty;
      if (cell === empty) {
        table[place] = (gram << countBits) | 1;
        places[distinct] = place;
        distinct += 1;
      } else if ((cell & countMask) < countMask) {
        table[place] = cell + 1;
      }
    }
    const own = places.subarray(0, distinct);
    const result = use({ table, places: own });
    for (const place of own) table[place] = empty;
    return result;
  };
}

/** The same runs in a table of their own. */
export function toOwnTable({ table, places }: CountedGrams): GramTable {
  const wanted = Math.max(smallestTable, places.length * roomPerGram);
  const own = new Uint32Array(2 ** Math.ceil(Math.log2(wanted)));
  for (const place of places) {
    const cell = table[place] ?? empty;
    own[placeOf(own, cell >>> countBits)] = cell;
  }
  return own;
}

/** Calls back with every distinct run of counted ones, and its count. */
export function eachCounted(
  { table, places }: CountedGrams,
  visit: (gram: number, count: number) => void,
): void {
  for (const place of places) {
    const cell = table[place] ?? empty;
    visit(cell >>> countBits, cell & countMask);
  }
}

/** How often a run is there. */
export function countIn(table: GramTable, gram: number): number {
  return (table[placeOf(table, gram)] ?? empty) & countMask;
}

/** Calls back with every distinct run and its count. */
export function eachGram(table: GramTable, visit: (gram: number, count: number) => void): void {
  for (const cell of table) if (cell !== empty) visit(cell >>> countBits, cell & countMask);
}

/** The cell of a run, or the empty one where it would stand. */
function placeOf(table: Uint32Array, gram: number): number {
  const mask = table.length - 1;
  let place = (Math.imul(gram, spread) >>> 8) & mask;
  for (
    let cell = table[place];
    cell !== empty && (cell ?? empty) >>> countBits !== gram;
    cell = table[place]
  ) {
    place = (place + 1) & mask;
  }
  return place;
}
