import { constants } from "node:fs";
import { open } from "node:fs/promises";

export type Read =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

/** Reads a plain file of at most `maxBytes`; a link, a pipe or a device put in its place is refused, not waited for. */
export async function readPlainFile(path: string, maxBytes: number): Promise<Read> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  try {
    const file = await open(path, flags);
    try {
      const { size, ...found } = await file
        .stat()
        .then((stat) => ({ size: stat.size, isFile: stat.isFile() }));
      if (!found.isFile) return { ok: false, reason: "it is not a plain file" };
      if (size > maxBytes) return { ok: false, reason: tooLarge(size, maxBytes) };
      const bytes = await file.readFile();
      return bytes.length > maxBytes
        ? { ok: false, reason: tooLarge(bytes.length, maxBytes) }
        : { ok: true, bytes };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { ok: false, reason: whyUnreadable(error) };
  }
}

/** The operating system's refusal in words. */
export function whyUnreadable(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  const words: Record<string, string> = {
    EACCES: "no permission to read it",
    EPERM: "no permission to read it",
    ENOENT: "it is not there, or its name is not valid UTF-8",
    ELOOP: "it is a symbolic link",
    ENAMETOOLONG: "its path is too long",
    ENOTDIR: "it is not a folder",
  };
  return words[code] ?? `it cannot be read${code === "" ? "" : ` (${code})`}`;
}

function tooLarge(bytes: number, maxBytes: number): string {
  return `it is too large: ${toMib(bytes)} MiB, at most ${toMib(maxBytes)} MiB`;
}

function toMib(bytes: number): string {
  const mib = bytes / 1024 / 1024;
  return Number.isInteger(mib) ? String(mib) : mib.toFixed(2);
}
