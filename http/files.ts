import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, sep } from "node:path";
import type { Answer } from "./route.js";

interface File {
  readonly type: string;
  readonly plain: Buffer;
  readonly small: Buffer | undefined;
  readonly etag: string;
}

/** What the build makes; anything else comes as bytes that a browser does not interpret. */
const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** How a browser asks for a file. */
export interface FileAsk {
  /** As it stands in the address. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * The built files, as they were when the node began: an upgrade that lays out others in their place, or takes them away,
 * changes nothing for those who have this node's page open. Nothing is opened while somebody asks, so nothing can fail.
 */
export function createFiles(webFolder: string): (ask: FileAsk) => Answer | undefined {
  const files = new Map(listFiles(webFolder).map((path) => [path, readFile(join(webFolder, path))]));
  return ({ path, headers }) => {
    const file = files.get(decode(path));
    if (file === undefined) return undefined;
    const isSmall = file.small !== undefined && /\bgzip\b/.test(String(headers["accept-encoding"]));
    const common = { ...headersOf(path), ETag: file.etag, Vary: "Accept-Encoding" };
    if (isNamed(file.etag, headers["if-none-match"])) return { status: 304, headers: common };
    return {
      headers: isSmall ? { ...common, "Content-Encoding": "gzip" } : common,
      text: { type: file.type, content: isSmall ? (file.small ?? file.plain) : file.plain },
    };
  };
}

/** Addresses of the files; the page itself is sent with a nonce, and what was compressed in place of the whole. */
function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^index\.html|^\.|\.gz$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length).split(sep).join("/"));
}

function readFile(path: string): File {
  const plain = readFileSync(path);
  return {
    type: types[extname(path)] ?? "application/octet-stream",
    plain,
    small: existsSync(`${path}.gz`) ? readFileSync(`${path}.gz`) : undefined,
    etag: `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
  };
}

/** Those with a hash in their name never change. */
function headersOf(path: string): Record<string, string> {
  const isWidgetText = path.startsWith("/widget/");
  const lasting = isWidgetText || path.startsWith("/assets/");
  return {
    "Cache-Control": lasting ? "public, max-age=31536000, immutable" : "no-cache",
    // What lasts in a cache must not be kept with the name of the one page that asked first.
    ...(isWidgetText ? { "Access-Control-Allow-Origin": "*" } : {}),
  };
}

function isNamed(etag: string, asked: string | string[] | undefined): boolean {
  return String(asked ?? "")
    .split(",")
    .some((one) => one.trim() === etag);
}

function decode(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
