import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sessionSecret } from "../../config/index.js";

describe("the session secret", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "deskhand-secret-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is the given one, and then none is written", () => {
    const dataDir = join(folder, "data");

    expect(sessionSecret({ given: "given", dataDir })).toBe("given");
    expect(() => statSync(dataDir)).toThrow();
  });

  it("is made once, kept, and readable by its owner only", () => {
    const dataDir = join(folder, "data");

    const first = sessionSecret({ given: undefined, dataDir });

    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(sessionSecret({ given: undefined, dataDir })).toBe(first);
    expect(statSync(join(dataDir, "session-secret")).mode & 0o077).toBe(0);
  });
});
