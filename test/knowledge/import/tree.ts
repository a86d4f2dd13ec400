import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface Tree {
  readonly root: string;
  write(path: string, content: string | Uint8Array): void;
  remove(path: string): void;
  discard(): void;
}

/** A folder of files in the temporary folder. */
export function growTree(files: Readonly<Record<string, string | Uint8Array>> = {}): Tree {
  const root = mkdtempSync(join(tmpdir(), "deskhand-tree-"));
  const tree: Tree = {
    root,
    write: (path, content) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    },
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    discard: () => rmSync(root, { recursive: true, force: true }),
  };
  for (const [path, content] of Object.entries(files)) tree.write(path, content);
  return tree;
}
