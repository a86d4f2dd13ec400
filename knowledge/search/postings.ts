import { readNumbers, type SectionReader, type Sections, writeNumbers } from "./sections.js";

/** Words (32 bits) of a slab; a list that outgrows a quarter of it gets an array of its own. */
const slabWords = 1 << 18;
const largestClass = 16;
const inOwnArray = 255;
const firstLists = 1024;
/** From this number of words on a piece is written down. */
const pieceWords = 1 << 15;
const none: Uint32Array = new Uint32Array(0);
/** No word: one of 32 bits is never negative. */
export const absent = -1;

/**
 * Many lists of 32-bit words, most of them short: kept in slabs, in blocks of a power of two words, because an array
 * of its own would cost each list some 200 bytes. The lower bits of a word are its key: a list has one word for each
 * and is kept in their order, so that a word is found, and its place taken, without reading the list.
 */
export interface Postings {
  /** Puts a word in its place, or in the place of the one of its key; a list that nobody has put anything into is empty. */
  put(list: number, word: number): void;
  /** Takes the word of this key out of the list; nothing happens where there is none. */
  remove(list: number, key: number): void;
  /** The word of this key, or `absent`. */
  find(list: number, key: number): number;
  size(list: number): number;
  /** The words of a list; holds until the next change. */
  read(list: number): Uint32Array;
  /** All lists, to be written down; `restore` fills those of a new one with them. */
  sections(): Sections;
  restore(reader: SectionReader): Promise<void>;
}

export function createPostings(keyBits: number): Postings {
  const keyMask = 2 ** keyBits - 1;
  const slabs: Uint32Array[] = [];
  const free: number[][] = Array.from({ length: largestClass + 1 }, () => []);
  const large = new Map<number, Uint32Array>();
  let used = slabWords;
  let addresses = new Uint32Array(firstLists);
  let sizes = new Uint32Array(firstLists);
  /** Block of 2 to this power words; 0 for none, `inOwnArray` for an array of its own. */
  let classes = new Uint8Array(firstLists);
  /** Where the list that was located last stands: its array, and its first place in it. */
  let here: Uint32Array = none;
  let from = 0;

  function makeRoomFor(list: number): void {
    if (list < sizes.length) return;
    const length = 2 ** Math.ceil(Math.log2(list + 1));
    addresses = grown(addresses, length);
    sizes = grown(sizes, length);
    const wider = new Uint8Array(length);
    wider.set(classes);
    classes = wider;
  }

  function take(power: number): number {
    const again = free[power]?.pop();
    if (again !== undefined) return again;
    const words = 2 ** power;
    if (used + words > slabWords) {
      slabs.push(new Uint32Array(slabWords));
      used = 0;
    }
    used += words;
    return (slabs.length - 1) * slabWords + used - words;
  }

  function locate(list: number): void {
    const power = classes[list] ?? 0;
    const address = addresses[list] ?? 0;
    from = power === inOwnArray ? 0 : address % slabWords;
    if (power === 0) here = none;
    else here = (power === inOwnArray ? large.get(list) : slabs[Math.floor(address / slabWords)]) ?? none;
  }

  function roomOf(list: number): number {
    const power = classes[list] ?? 0;
    if (power === 0) return 0;
    return power === inOwnArray ? (large.get(list)?.length ?? 0) : 2 ** power;
  }

  /** Gives the list a block for this many words and takes over what it has. */
  function move(list: number, words: number): void {
    const before = read(list);
    const old = { power: classes[list] ?? 0, address: addresses[list] ?? 0 };
    const power = words === 0 ? 0 : Math.max(1, Math.ceil(Math.log2(words)));
    const isLarge = power > largestClass;
    const own = isLarge ? new Uint32Array(2 ** power) : none;
    if (!isLarge) addresses[list] = power === 0 ? 0 : take(power);
    classes[list] = isLarge ? inOwnArray : power;
    large.delete(list);
    if (isLarge) large.set(list, own);
    locate(list);
    here.set(before, from);
    if (old.power > 0 && old.power !== inOwnArray) free[old.power]?.push(old.address);
  }

  /** The first place of the located list whose word has this key or a greater one. */
  function placeOf(key: number, size: number): number {
    let low = from;
    let high = from + size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (((here[middle] ?? 0) & keyMask) < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function holds(place: number, key: number, size: number): boolean {
    return place < from + size && ((here[place] ?? 0) & keyMask) === key;
  }

  function read(list: number): Uint32Array {
    locate(list);
    return here.subarray(from, from + (sizes[list] ?? 0));
  }

  function fill(list: number, words: Uint32Array): void {
    move(list, words.length);
    here.set(words, from);
    sizes[list] = words.length;
  }

  return {
    put: (list, word) => {
      makeRoomFor(list);
      const size = sizes[list] ?? 0;
      const key = word & keyMask;
      locate(list);
      // Mostly the last article is the newest.
      const isLast = size === 0 || ((here[from + size - 1] ?? 0) & keyMask) < key;
      const offset = (isLast ? from + size : placeOf(key, size)) - from;
      if (!isLast && holds(from + offset, key, size)) {
        here[from + offset] = word;
        return;
      }
      if (size === roomOf(list)) move(list, size + 1);
      if (!isLast) here.copyWithin(from + offset + 1, from + offset, from + size);
      here[from + offset] = word;
      sizes[list] = size + 1;
    },
    remove: (list, key) => {
      const size = sizes[list] ?? 0;
      locate(list);
      const place = placeOf(key, size);
      if (!holds(place, key, size)) return;
      here.copyWithin(place, place + 1, from + size);
      sizes[list] = size - 1;
      if (size - 1 <= roomOf(list) / 4) move(list, size - 1);
    },
    find: (list, key) => {
      const size = sizes[list] ?? 0;
      locate(list);
      const place = placeOf(key, size);
      return holds(place, key, size) ? (here[place] ?? 0) : absent;
    },
    size: (list) => sizes[list] ?? 0,
    read,
    sections: function* () {
      yield* writeNumbers(sizes);
      let piece: number[] = [];
      for (let list = 0; list < sizes.length; list += 1) {
        for (const word of read(list)) piece.push(word);
        if (piece.length < pieceWords) continue;
        yield* writeNumbers(Uint32Array.from(piece));
        piece = [];
      }
      if (piece.length > 0) yield* writeNumbers(Uint32Array.from(piece));
    },
    restore: async (reader) => {
      const kept = await readNumbers(reader);
      makeRoomFor(kept.length - 1);
      let piece = none;
      let at = 0;
      for (const [list, size] of kept.entries()) {
        if (at === piece.length && size > 0) {
          piece = await readNumbers(reader);
          at = 0;
          await reader.pause();
        }
        if (at + size > piece.length) throw new Error("A list is cut off.");
        fill(list, piece.subarray(at, at + size));
        at += size;
      }
      if (at < piece.length) throw new Error("There is more than the lists hold.");
    },
  };
}

function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(length);
  wider.set(array);
  return wider;
}
