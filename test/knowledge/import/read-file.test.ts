import { spawnSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { readPlainFile, whyUnreadable } from "../../../knowledge/import/read-file.js";
import { growTree, type Tree } from "./tree.js";

describe("reading a plain file", () => {
  let tree: Tree;
  beforeEach(() => {
    tree = growTree({ "a.md": "12345" });
  });
  afterEach(() => tree.discard());

  it("reads up to the largest size and not one byte more", async () => {
    const path = join(tree.root, "a.md");

    const [fits, large] = [await readPlainFile(path, 5), await readPlainFile(path, 4)];

    expect(fits).toEqual({ ok: true, bytes: Buffer.from("12345") });
    expect(large.ok).toBe(false);
  });

  it("does not wait for a pipe that was put in the place of a file", async () => {
    const path = join(tree.root, "pipe.md");
    expect(spawnSync("mkfifo", [path]).status).toBe(0);

    expect(await readPlainFile(path, 100)).toEqual({ ok: false, reason: "it is not a plain file" });
  });

  it("does not follow a link that was put in the place of a file", async () => {
    const path = join(tree.root, "link.md");
    symlinkSync("/etc/hostname", path);

    expect(await readPlainFile(path, 100)).toEqual({ ok: false, reason: "it is a symbolic link" });
  });

  it("tells a file that is gone, and a refusal by the system in words", async () => {
    expect(await readPlainFile(join(tree.root, "gone.md"), 100)).toMatchObject({ ok: false });
    expect(whyUnreadable(Object.assign(new Error("x"), { code: "EACCES" }))).toBe("no permission to read it");
    expect(whyUnreadable(Object.assign(new Error("x"), { code: "EIO" }))).toBe("it cannot be read (EIO)");
  });
});
