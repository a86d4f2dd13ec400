import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { plainLook } from "../../../web/widget/desk-look.js";

const budgetBytes = 45_000;

describe("the widget's script", () => {
  const out = mkdtempSync(join(tmpdir(), "deskhand-widget-"));
  const vite = join(process.cwd(), "node_modules", "vite", "bin", "vite.js");

  beforeAll(() => {
    const args = ["build", "-c", "web/vite.widget.config.ts", "--outDir", out, "--logLevel", "error"];
    const { status, stderr } = spawnSync(process.execPath, [vite, ...args], {
      encoding: "utf8",
      env: { PATH: process.env.PATH, NODE_ENV: "production" },
    });
    if (status !== 0) throw new Error(stderr);
  });
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  const travels = (content: string | Buffer): number => gzipSync(content, { level: 9 }).length;
  const texts = () => readdirSync(join(out, "widget")).map((name) => join(out, "widget", name));

  it("is one file under a fixed name, with a file of texts per language named by what is in it", () => {
    const names = readdirSync(join(out, "widget")).sort();
    const script = readFileSync(join(out, "widget.js"), "utf8");

    expect(readdirSync(out).sort()).toEqual(["widget", "widget.js"]);
    expect(names.map((name) => name.replace(/[0-9a-f]{10}/, "#"))).toEqual(
      ["en", "es", "pt"].map((locale) => `${locale}.#.json`),
    );
    expect(names.filter((name) => !script.includes(`/widget/${name}`))).toEqual([]);
  });

  it("stays within 45 KB as it travels, with the desk's settings and the longest language", () => {
    const script = travels(readFileSync(join(out, "widget.js")));
    const language = Math.max(...texts().map((path) => travels(readFileSync(path))));

    expect(script + language + travels(JSON.stringify(plainLook))).toBeLessThan(budgetBytes);
  });

  it("means the same in a page of any encoding", () => {
    expect(readFileSync(join(out, "widget.js"), "utf8")).not.toMatch(/[\u0080-\uffff]/);
  });
});
