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

/** Makes the table of the first `length` letters; `most` letters are all it can take. */
export function createGramCounter(most: number): (letters: Uint8Array, length: number) => GramTable {
  const scratch = new Uint32Array(2 ** Math.ceil(Math.log2(most * 2)));
  const places = new Uint32Array(most);

  return (letters, length) => {
    let distinct = 0;
    let gram = space;
    const end = Math.min(length, most);
    for (let at = 0; at < end; at += 1) {
      gram = ((gram << bits) | (letters[at] ?? space)) & gramMask;
      if (at < gramChars - 1) continue;
      const place = placeOf(scratch, gram);
      const cell = scratch[place] ?? empty;
      if (cell === empty) {
        scratch[place] = (gram << countBits) | 1;
        places[distinct] = place;
        distinct += 1;
      } else if ((cell & countMask) < countMask) {
        scratch[place] = cell + 1;
      }
    }
    return moved(scratch, places.subarray(0, distinct));
  };
}

/** The cells at these places as a table of their own; leaves them empty. */
function moved(scratch: Uint32Array, places: Uint32Array): GramTable {
  const wanted = Math.max(smallestTable, places.length * roomPerGram);
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(wanted)));
  for (const place of places) {
    const cell = scratch[place] ?? empty;
    table[placeOf(table, cell >>> countBits)] = cell;
    scratch[place] = empty;
  }
  return table;
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
