import { extname } from "node:path";
import { filetypemime } from "magic-bytes.js";
import { fileTypes } from "../../contract/index.js";

type FileType = keyof typeof fileTypes;

/** Enough for every signature that is looked for. */
export const headBytes = 4096;

/** Documents that are archives inside: which one is only a matter of what opens them. */
const archives: readonly FileType[] = [
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
];
const types = Object.keys(fileTypes).filter(isKnown);
/** Of the types that share signatures the first one found counts. */
const bySignature = types.filter((type) => type !== "text/plain" && !archives.includes(type));
const sameType: Readonly<Record<string, FileType>> = {
  "image/heif": "image/heic",
  "audio/x-wav": "audio/wav",
  "audio/vnd.wave": "audio/wav",
  "audio/mp3": "audio/mpeg",
  "application/ogg": "audio/ogg",
  "video/ogg": "audio/ogg",
  "video/x-matroska": "video/webm",
};
/** Markup is what browsers run; it is never taken, whatever it is called (reliability S6). */
const markup = /<(?:!doctype|html|head|body|script|svg|\?xml|iframe|xml|math)\b|<\?xml|<\?php|<!--/i;

/** What the first bytes say a file is, or `undefined` for what the desk does not take. */
export function findType(head: Uint8Array, name: string): FileType | undefined {
  const extension = extname(name).slice(1).toLowerCase();
  const mimes = filetypemime(head).map((mime) => sameType[mime] ?? mime);
  const found = bySignature.find((type) => mimes.includes(type)) ?? bySignatureOfOurs(head);
  if (found === "application/zip")
    return archives.find((type) => extensionsOf(type).includes(extension)) ?? found;
  if (found !== undefined) return found;
  return extensionsOf("text/plain").includes(extension) && isPlainText(head) ? "text/plain" : undefined;
}

/** Where a signature has a length in it or a wild card, which the table cannot say. */
function bySignatureOfOurs(head: Uint8Array): FileType | undefined {
  const text = Buffer.from(head.subarray(0, 16)).toString("latin1");
  if (text.slice(4, 8) === "ftyp") {
    if (/^(?:heic|heix|mif1|heif)/.test(text.slice(8))) return "image/heic";
    return text.slice(8, 10) === "qt" ? "video/quicktime" : "video/mp4";
  }
  if (text.startsWith("RIFF") && text.slice(8, 12) === "WEBP") return "image/webp";
  return text.startsWith("RIFF") && text.slice(8, 12) === "WAVE" ? "audio/wav" : undefined;
}

function isPlainText(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString("utf8");
  // The last character may be cut in two; anything else that is no UTF-8 is no text.
  const broken = text.slice(0, -2).includes("\ufffd");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a text does not have.
  return !broken && !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) && !markup.test(text);
}

/** The name's ending is that of the type: what is opened by its ending is what was checked. */
export function withExtension(name: string, type: FileType): string {
  const [first] = fileTypes[type];
  return extensionsOf(type).includes(extname(name).slice(1).toLowerCase()) ? name : `${name}.${first}`;
}

function extensionsOf(type: FileType): readonly string[] {
  return fileTypes[type];
}

function isKnown(type: string): type is FileType {
  return type in fileTypes;
}
