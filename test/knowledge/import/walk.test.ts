import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { type Found, walk } from "../../../knowledge/import/walk.js";
import { growTree, type Tree } from "./tree.js";

describe("walking a tree", () => {
  let tree: Tree;
  afterEach(() => tree.discard());

  async function found(folder = tree.root): Promise<string[]> {
    const seen: Found[] = [];
    for await (const one of walk(folder)) seen.push(one);
    return seen.map((one) => (one.kind === "other" ? "other" : `${one.kind} ${one.path}`));
  }

  it("finds Markdown files in the order of names and counts the others", async () => {
    tree = growTree({ "b/z.md": "", "b/a.MARKDOWN": "", "a.mdx": "", "c.txt": "", "d.js": "" });

    expect(await found()).toEqual(["file a.mdx", "other", "other", "file b/a.MARKDOWN", "file b/z.md"]);
  });

  it("follows no symbolic link: not out of the tree, not in a loop, not a broken one", async () => {
    tree = growTree({ "in/a.md": "" });
    symlinkSync("/etc", join(tree.root, "in/out"));
    symlinkSync("..", join(tree.root, "in/up"));
    symlinkSync("nowhere", join(tree.root, "in/broken.md"));
    symlinkSync("/etc/hostname", join(tree.root, "in/host.md"));

    expect(await found()).toEqual([
      "file in/a.md",
      "skipped in/broken.md",
      "skipped in/host.md",
      "skipped in/out",
      "skipped in/up",
    ]);
  });

  it("leaves out hidden folders and installed packages, unless told to begin there", async () => {
    tree = growTree({ ".git/a.md": "", "node_modules/p/README.md": "", ".hidden.md": "", "a.md": "" });

    expect(await found()).toEqual([
      "skipped .git",
      "skipped .hidden.md",
      "file a.md",
      "skipped node_modules",
    ]);
    expect(await found(join(tree.root, "node_modules"))).toEqual(["file p/README.md"]);
    expect(await found(join(tree.root, ".git"))).toEqual(["file a.md"]);
  });

  it("goes a thousand folders deep", async () => {
    tree = growTree();
    const deep = Array.from({ length: 1000 }, () => "d").join("/");
    mkdirSync(join(tree.root, deep), { recursive: true });
    tree.write(`${deep}/a.md`, "");

    expect(await found()).toEqual([`file ${deep}/a.md`]);
  });

  it("tells a folder it may not read and reads the others", async () => {
    tree = growTree({ "a/x.md": "", "b/y.md": "" });
    chmodSync(join(tree.root, "a"), 0o000);

    const isSuperuser = process.getuid?.() === 0;
    expect(await found()).toEqual([isSuperuser ? "file a/x.md" : "refused a", "file b/y.md"]);
    chmodSync(join(tree.root, "a"), 0o700);
  });

  it("tells that the folder itself is not there", async () => {
    tree = growTree();

    expect(await found(join(tree.root, "gone"))).toEqual(["refused ."]);
  });
});
