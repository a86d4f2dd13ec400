import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { whyUnreadable } from "./read-file.js";

export type Found =
  | { readonly kind: "file"; readonly path: string }
  /** Left out by a rule, told once. */
  | { readonly kind: "skipped"; readonly path: string; readonly reason: string }
  /** A folder that should have been read and could not. */
  | { readonly kind: "refused"; readonly path: string; readonly reason: string }
  /** Not an article by its name. */
  | { readonly kind: "other" };

const articleFile = /\.(md|markdown|mdx)$/i;
const skippedFolders = new Set(["node_modules", "bower_components", "__MACOSX"]);

/**
 * Every file below a folder in the order of names; paths are relative to it with `/`. Symbolic links are never
 * followed, so that nothing outside is read and no loop is walked; hidden entries and installed packages below the
 * given folder are left out, while the folder itself may be either.
 */
export async function* walk(root: string): AsyncGenerator<Found> {
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const inside: string[] = [];
    for (const found of await entriesOf(root, folder)) {
      if ("kind" in found) yield found;
      else inside.push(found.folder);
    }
    folders.push(...inside.reverse());
  }
}

async function entriesOf(root: string, folder: string): Promise<(Found | { readonly folder: string })[]> {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    return entries.map((entry) => classify(entry, folder === "" ? entry.name : `${folder}/${entry.name}`));
  } catch (error) {
    return [{ kind: "refused", path: folder === "" ? "." : folder, reason: whyUnreadable(error) }];
  }
}

function classify(entry: Dirent, path: string): Found | { readonly folder: string } {
  const isArticle = articleFile.test(entry.name);
  if (entry.isSymbolicLink()) return { kind: "skipped", path, reason: "a symbolic link is not followed" };
  if (entry.isDirectory()) {
    if (entry.name.startsWith(".")) return { kind: "skipped", path, reason: "a hidden folder" };
    if (skippedFolders.has(entry.name)) return { kind: "skipped", path, reason: "installed packages" };
    return { folder: path };
  }
  if (!isArticle) return { kind: "other" };
  if (entry.name.startsWith(".")) return { kind: "skipped", path, reason: "a hidden file" };
  return entry.isFile() ? { kind: "file", path } : { kind: "skipped", path, reason: "not a plain file" };
}
