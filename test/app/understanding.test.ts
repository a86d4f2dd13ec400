import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createModelCache } from "../../app/understanding.js";

const kept = 8;
const mostKept = 24;

describe("the folder of trained models", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "deskhand-models-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const bytes = new Uint8Array([1, 2, 3]);
  const age = (name: string, hours: number) => {
    const at = new Date(Date.now() - hours * 3_600_000);
    utimesSync(join(folder, name), at, at);
  };

  it("keeps the newest few, however many are trained", async () => {
    const cache = createModelCache(folder);
    for (let at = 0; at < 30; at += 1) {
      await cache.write(`m${at}`, bytes);
      age(`m${at}.model`, 100 - at);
    }
    expect(readdirSync(folder).length).toBeLessThanOrEqual(kept + 1);

    await cache.write("last", bytes);

    const names = readdirSync(folder).sort();
    expect(names).toHaveLength(kept);
    expect(names).toContain("last.model");
    expect(names).toContain("m29.model");
    expect(await cache.read("m0")).toBeUndefined();
  });

  it("keeps some more of those that were used within the hour, but not however many", async () => {
    const cache = createModelCache(folder);
    for (let at = 0; at < 60; at += 1) await cache.write(`m${at}`, bytes);

    expect(readdirSync(folder)).toHaveLength(mostKept);
    expect(await cache.read("m59")).toBeDefined();
  });

  it("keeps one that is used, old as it is, and throws away what a cut-off start has left", async () => {
    const cache = createModelCache(folder);
    await cache.write("old", bytes);
    age("old.model", 1000);
    writeFileSync(join(folder, "x.model.half.new"), bytes);
    age("x.model.half.new", 5);
    writeFileSync(join(folder, "notes.txt"), "not ours");

    expect(await cache.read("old")).toEqual(Buffer.from(bytes));
    for (let at = 0; at < mostKept - 1; at += 1) await cache.write(`m${at}`, bytes);

    expect(await cache.read("old")).toBeDefined();
    expect(readdirSync(folder)).not.toContain("x.model.half.new");
    expect(readdirSync(folder)).toContain("notes.txt");
  });

  it("loses nothing where several nodes write and prune at the same time", async () => {
    const nodes = [createModelCache(folder), createModelCache(folder), createModelCache(folder)];
    await Promise.all(
      Array.from({ length: 30 }, (_, at) => nodes[at % 3]?.write(`m${at % 10}`, bytes) ?? Promise.resolve()),
    );
    await nodes[0]?.write("last", bytes);

    expect(readdirSync(folder)).toHaveLength(11);
    expect(await nodes[1]?.read("last")).toBeDefined();
  });

  it("finds what the build has trained ahead", async () => {
    const own = join(folder, "own");
    writeFileSync(join(folder, "ahead.model"), bytes);

    expect(await createModelCache(own, folder).read("ahead")).toEqual(Buffer.from(bytes));
    expect(await createModelCache(own, folder).read("other")).toBeUndefined();
  });
});
