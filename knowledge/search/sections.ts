/** As much as is written, read or hashed in one go. */
const pieceBytes = 1 << 20;

/** Bytes in pieces, each short enough that nobody waits for it; the same code that wrote them knows what they are. */
export type Sections = Generator<Uint8Array>;

/** What was written, piece by piece; throws at the end, and for what cannot be. */
export interface SectionReader {
  next(): Promise<Buffer>;
  /** Call it after the last piece; throws unless everything was read as it was written. */
  end(): Promise<void>;
  /** Resolves at once, or after others had their turn. */
  pause(): Promise<void>;
}

type Numbers = Uint32Array | Uint16Array | Uint8Array;

export function* writeNumbers(numbers: Numbers): Sections {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  yield Uint8Array.from(new Uint8Array(Float64Array.of(bytes.length).buffer));
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

export async function readNumbers(reader: SectionReader): Promise<Uint32Array> {
  return new Uint32Array((await readBytes(reader)).buffer);
}

export async function readShortNumbers(reader: SectionReader): Promise<Uint16Array> {
  return new Uint16Array((await readBytes(reader)).buffer);
}

export async function readBytes(reader: SectionReader): Promise<Uint8Array> {
  const length = (await reader.next()).readDoubleLE(0);
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; ) {
    const piece = await reader.next();
    bytes.set(piece, at);
    at += piece.length;
    await reader.pause();
  }
  return bytes;
}

/** A plain value that is small. */
export function* writeValue(value: unknown): Sections {
  yield Buffer.from(JSON.stringify(value));
}

export async function readValue(reader: SectionReader): Promise<unknown> {
  return JSON.parse((await reader.next()).toString());
}
