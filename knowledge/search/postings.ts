/** Words (32 bits) of a slab; a list that outgrows a quarter of it gets an array of its own. */
const slabWords = 1 << 18;
const largestClass = 16;
const firstLists = 1024;

/**
 * Many lists of 32-bit words, most of them short: kept in slabs, in blocks of a power of two words, because an array
 * of its own would cost each list some 200 bytes. The order of a list is not kept.
 */
export interface Postings {
  /** Puts a word at the end of a list; a list that nobody has put anything into is empty. */
  append(list: number, word: number): void;
  /** Takes one such word out of the list; nothing happens where there is none. */
  remove(list: number, word: number): void;
  size(list: number): number;
  /** The words of a list; holds until the next change. */
  read(list: number): Uint32Array;
}

export function createPostings(): Postings {
  const slabs: Uint32Array[] = [];
  const free: number[][] = Array.from({ length: largestClass + 1 }, () => []);
  const large = new Map<number, Uint32Array>();
  let used = slabWords;
  let addresses = new Uint32Array(firstLists);
  let sizes = new Uint32Array(firstLists);
  /** Block of 2 to this power words; 0 for none, 255 for an array of its own. */
  let classes = new Uint8Array(firstLists);

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

  function block(list: number): Uint32Array {
    const power = classes[list] ?? 0;
    if (power === 0) return none;
    if (power === inOwnArray) return large.get(list) ?? none;
    const address = addresses[list] ?? 0;
    const start = address % slabWords;
    return slabs[Math.floor(address / slabWords)]?.subarray(start, start + 2 ** power) ?? none;
  }

  /** Gives the list a block for this many words and takes over what it has. */
  function move(list: number, power: number): Uint32Array {
    const before = block(list).subarray(0, sizes[list]);
    const old = { power: classes[list] ?? 0, address: addresses[list] ?? 0 };
    if (power > largestClass) {
      large.set(list, new Uint32Array(2 ** power));
      classes[list] = inOwnArray;
    } else {
      addresses[list] = power === 0 ? 0 : take(power);
      classes[list] = power;
    }
    const fresh = block(list);
    fresh.set(before);
    if (old.power === inOwnArray && power <= largestClass) large.delete(list);
    if (old.power > 0 && old.power !== inOwnArray) free[old.power]?.push(old.address);
    return fresh;
  }

  return {
    append: (list, word) => {
      makeRoomFor(list);
      const size = sizes[list] ?? 0;
      const here = block(list);
      const room = size < here.length ? here : move(list, Math.max(1, Math.ceil(Math.log2(size + 1))));
      room[size] = word;
      sizes[list] = size + 1;
    },
    remove: (list, word) => {
      const size = sizes[list] ?? 0;
      const words = block(list).subarray(0, size);
      // From the end: what is changed most is mostly what came last.
      const at = words.lastIndexOf(word >>> 0);
      if (at < 0) return;
      words[at] = words[size - 1] ?? 0;
      sizes[list] = size - 1;
      if (size === 1) move(list, 0);
      else if (size - 1 <= block(list).length / 4) move(list, Math.max(1, Math.ceil(Math.log2(size))));
    },
    size: (list) => sizes[list] ?? 0,
    read: (list) => block(list).subarray(0, sizes[list]),
  };
}

const inOwnArray = 255;
const none = new Uint32Array(0);

function grown(array: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(length);
  wider.set(array);
  return wider;
}
