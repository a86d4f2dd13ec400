import { createHash } from "node:crypto";

const headBytesMax = 256 * 1024;
const named = ["message-id", "from", "date", "subject"];

/**
 * Names a mail by what its sender wrote: who, when, what about and the whole body. The same mail that came by two ways,
 * or twice through one mailbox, has different trace lines on top and the same name here. Never throws.
 */
export function fingerprintOf(raw: Buffer): string {
  const { head, body } = split(raw);
  const lines = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const values = named.map((name) => {
    const line = lines.find((one) => one.slice(0, name.length + 1).toLowerCase() === `${name}:`);
    return line === undefined ? "" : line.slice(name.length + 1).trim();
  });
  const hash = createHash("sha256").update(JSON.stringify(values));
  // Some servers end a mail with one line break more than others.
  return hash.update(trimEnd(body)).digest("hex");
}

function split(raw: Buffer): { readonly head: string; readonly body: Buffer } {
  const ends = ["\r\n\r\n", "\n\n"].map((end) => ({ at: raw.indexOf(end), length: end.length }));
  const [end] = ends.filter(({ at }) => at >= 0).sort((one, other) => one.at - other.at);
  const headEnd = end === undefined ? raw.length : end.at;
  return {
    head: raw.subarray(0, Math.min(headEnd, headBytesMax)).toString("latin1"),
    body: end === undefined ? Buffer.alloc(0) : raw.subarray(end.at + end.length),
  };
}

function trimEnd(body: Buffer): Buffer {
  let end = body.length;
  while (end > 0 && (body[end - 1] === 10 || body[end - 1] === 13)) end -= 1;
  return body.subarray(0, end);
}
