/** Looked up once: in the inner loop a look-up costs more than the multiplication. */
const { imul } = Math;
/** Characters in a run; runs span spaces, so that the order of words counts a little. */
const gramChars = 4;
const notInWords = /[^\p{L}\p{N}]+/gu;
const marks = /\p{M}+/gu;

/** Small letters and digits without accents, one space between words and at the ends. */
export function toLetters(text: string): string {
  return ` ${text.toLowerCase().normalize("NFD").replace(marks, "").replace(notInWords, " ").trim()} `;
}

/** How often each run (a 32-bit hash) is there. */
export function countGrams(letters: string, chars = gramChars): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at + chars <= letters.length; at += 1) {
    const gram = gramAt(letters, at, chars);
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** Counts a few known runs in many texts: open addressing in a typed array, because a search spends its time here. */
export function createGramCounter(grams: readonly number[]): (letters: string) => Uint16Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, grams.length * 4)));
  const keys = new Int32Array(size);
  const places = new Int32Array(size).fill(-1);
  grams.forEach((gram, place) => {
    const slot = slotOf(gram);
    keys[slot] = gram;
    places[slot] = place;
  });

  function slotOf(gram: number): number {
    let slot = gram & (size - 1);
    while (places[slot] !== -1 && keys[slot] !== gram) {
      slot = (slot + 1) & (size - 1);
    }
    return slot;
  }

  return (letters) => {
    const counts = new Uint16Array(grams.length);
    for (let at = 0; at + gramChars <= letters.length; at += 1) {
      const place = places[slotOf(gramAt(letters, at, gramChars))] ?? -1;
      if (place !== -1) {
        counts[place] = (counts[place] ?? 0) + 1;
      }
    }
    return counts;
  };
}

/** FNV-1a, its upper bits folded down because the tables use the lower ones. */
function gramAt(letters: string, at: number, chars: number): number {
  let hash = 2166136261;
  for (let next = at; next < at + chars; next += 1) {
    hash = imul(hash ^ letters.charCodeAt(next), 16777619);
  }
  return hash ^ (hash >>> 15);
}
