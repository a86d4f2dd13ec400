import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectStore, migrate, newId, type Store } from "../../store/index.js";
import { until } from "../faults/until.js";

describe("the log of a SQLite file", () => {
  let folder: string;
  let file: string;
  let store: Store;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "deskhand-keeper-"));
    file = join(folder, "desk.db");
    store = connectStore({ file });
    await migrate(store);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const note = (name: string) => store.db.insertInto("counter").values({ name, value: 1 }).execute();
  const sizeOf = (path: string) => statSync(path).size;

  it("is moved into the file in a pause, though nobody's commit has done it", async () => {
    const before = sizeOf(file);

    // 40 KB each: 5 MB in all, less than the log after which the writer does it itself.
    for (let at = 0; at < 128; at += 1) await note(`${newId()}${"x".repeat(40_000)}`);

    await until("the file has grown", () => sizeOf(file) > before + 2_000_000);
  });

  it("does not grow without end while writing never pauses", async () => {
    let isWriting = true;
    const writers = Array.from({ length: 4 }, async () => {
      while (isWriting) await note(`${newId()}${"x".repeat(40_000)}`);
    });
    await until("much is written", () => sizeOf(file) > 60_000_000);
    const log = sizeOf(`${file}-wal`);
    isWriting = false;
    await Promise.all(writers);

    expect(log).toBeLessThan(40_000_000);
  });
});
