import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const budgetBytes = 45 * 1024;

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
  }, 120_000);
  afterAll(() => rmSync(out, { recursive: true, force: true }));

  it("is one file under a fixed name, within 45 KB as it travels", () => {
    expect(readdirSync(out)).toEqual(["widget.js"]);
    expect(gzipSync(readFileSync(join(out, "widget.js")), { level: 9 }).length).toBeLessThan(budgetBytes);
  });

  it("means the same in a page of any encoding", () => {
    expect(readFileSync(join(out, "widget.js"), "utf8")).not.toMatch(/[\u0080-\uffff]/);
  });
});
