import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "..", "..");
const green = 'it("stands", () => undefined);';
const red = 'it("falls", () => { throw new Error("always"); });';
const broken = 'throw new Error("unread");';
const leftOut = 'it.skip("waits", () => undefined);';
/** Fails until it has run once. */
const unsteady = `
  const { existsSync, writeFileSync } = require("node:fs");
  it("holds", () => {
    const seen = __filename + ".seen";
    const isSecond = existsSync(seen);
    writeFileSync(seen, "");
    if (!isSecond) throw new Error("only at first");
  });`;

describe("the suites of a run of CI", () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /** Runs these suites as CI does. */
  function runSuites(suites: Readonly<Record<string, string>>): {
    readonly counts: string;
    readonly said: string;
  } {
    const folder = mkdtempSync(join(tmpdir(), "deskhand-suites-"));
    folders.push(folder);
    writeFileSync(join(folder, "package.json"), "{}");
    for (const [name, text] of Object.entries(suites)) writeFileSync(join(folder, `${name}.test.js`), text);
    const jest = join(root, "node_modules", "jest", "bin", "jest.js");
    const counts = join(folder, "counts");
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, ".ci", "tests.mjs"), counts, process.execPath, jest, "--rootDir", folder],
      { cwd: folder, encoding: "utf8" },
    );
    return { counts: readFileSync(counts, "utf8").trim(), said: stdout + stderr };
  }

  it("count as they ended, and none is run twice, when all pass", () => {
    const { counts, said } = runSuites({ one: green, two: green });

    expect(counts).toBe("2 0");
    expect(said).not.toContain("Once more");
  });

  it("are called unstable, with what they failed with, where they pass only alone", () => {
    const { counts, said } = runSuites({ one: green, two: unsteady });

    expect(counts).toBe("2 0");
    expect(said).toMatch(/^UNSTABLE: two\.test\.js\n.*only at first/ms);
    expect(said).not.toContain("UNSTABLE: one");
  });

  it("fail where they fail twice", () => {
    const { counts, said } = runSuites({ one: green, two: red, three: unsteady });

    expect(counts).toBe("2 1");
    expect(said).toContain("UNSTABLE: three.test.js");
    expect(said).not.toContain("UNSTABLE: two");
  });

  it("fail where they cannot be read", () => {
    expect(runSuites({ one: green, two: broken }).counts).toBe("1 1");
  });

  it("fail where something was left out", () => {
    expect(runSuites({ one: green, two: leftOut }).counts).toBe("1 1");
  });
});
