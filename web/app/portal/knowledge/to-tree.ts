import type { FolderCount } from "../../../../contract/knowledge.js";

export interface FolderNode {
  readonly path: string;
  readonly name: string;
  /** Articles in it and under it. */
  readonly count: number;
  readonly folders: readonly FolderNode[];
}

/** Folders in their order, each with those under it; a folder above others is there though it holds nothing itself. */
export function toTree(counts: readonly FolderCount[], locale: string): FolderNode[] {
  const names = new Intl.Collator(locale, { numeric: true });
  const under = (parent: string): FolderNode[] => {
    const prefix = parent === "" ? "" : `${parent}/`;
    const inside = counts.filter(({ path }) => path !== "" && path.startsWith(prefix) && path !== parent);
    const children = new Set(inside.map(({ path }) => path.slice(prefix.length).split("/")[0] ?? ""));
    return [...children].sort(names.compare).map((name) => {
      const path = `${prefix}${name}`;
      return { path, name, count: countIn(counts, path), folders: under(path) };
    });
  };
  return under("");
}

function countIn(counts: readonly FolderCount[], folder: string): number {
  return counts
    .filter(({ path }) => path === folder || path.startsWith(`${folder}/`))
    .reduce((sum, { count }) => sum + count, 0);
}
