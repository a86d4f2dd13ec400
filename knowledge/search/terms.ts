/** Numbers in order, as the distances between them: seven bits a byte, the last byte of each with its top bit clear. */
export function packTerms(terms: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(5 * terms.length);
  let end = 0;
  let before = 0;
  for (const term of terms) {
    let distance = term - before;
    for (; distance > 127; distance = Math.floor(distance / 128)) {
      bytes[end] = 128 | (distance & 127);
      end += 1;
    }
    bytes[end] = distance;
    end += 1;
    before = term;
  }
  return bytes.subarray(0, end);
}

export function unpackTerms(bytes: Uint8Array): Uint32Array {
  const terms: number[] = [];
  let term = 0;
  let distance = 0;
  let scale = 1;
  for (const byte of bytes) {
    distance += (byte & 127) * scale;
    scale *= 128;
    if (byte > 127) continue;
    term += distance;
    terms.push(term);
    distance = 0;
    scale = 1;
  }
  return Uint32Array.from(terms);
}
