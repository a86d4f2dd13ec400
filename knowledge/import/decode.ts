export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  | { readonly ok: false; readonly reason: string };

/** Most characters of a European text are ASCII; where this share is not, the bytes mean something else. */
const foreignShareMax = 0.3;

/**
 * Bytes of a text file to text with `\n` line ends and no byte order mark: UTF-8, UTF-16 with its mark, or else
 * windows-1252 where the bytes make sense in it. Refuses what is not text.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = markOf(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked);
  const utf8 = decodeAs(bytes, "utf-8");
  if (utf8.ok || bytes.includes(0)) return utf8.ok ? utf8 : refused("it is not a text file");
  const text = fromWindows1252(bytes);
  return /[\u0080-\u009f]/.test(text) || foreignShare(text) > foreignShareMax
    ? refused("its encoding is not UTF-8, UTF-16 or windows-1252")
    : { ok: true, text: withUnixLines(text), encoding: "windows-1252" };
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

function decodeAs(bytes: Uint8Array, encoding: string): Decoded {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // A database text cannot hold NUL, and no text file needs one.
    if (text.includes("\0")) return refused("it is not a text file");
    return { ok: true, text: withUnixLines(text), encoding };
  } catch {
    return refused(`it is not valid ${encoding}`);
  }
}

/** What windows-1252 has in place of the control characters 80 to 9f; five of them mean nothing. */
const windowsSigns = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

// NOTE: several Node versions decode windows-1252 as latin1 (nodejs/node#56542), so TextDecoder is of no use here.
function fromWindows1252(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes).toString("latin1");
  return latin.replace(/[\u0080-\u009f]/g, (sign) => windowsSigns.charAt(sign.charCodeAt(0) - 0x80));
}

function withUnixLines(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

function foreignShare(text: string): number {
  const foreign = text.match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return foreign / Math.max(1, text.length);
}

function refused(reason: string): Decoded {
  return { ok: false, reason };
}
