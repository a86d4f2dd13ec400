import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DeskClient, Talk } from "../support/desk-client.js";
import { buildDesk } from "../support/desk-process.js";
import { installPacked } from "../support/packed.js";

const root = resolve(__dirname, "..", "..");

describe("the packed desk, installed in an empty folder (issue 8)", () => {
  let folder: string;
  let command: string;
  const environment = { PATH: process.env.PATH, PORT: "0", LOG_LEVEL: "warn" };
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [command, ...args], { cwd: folder, env: environment, encoding: "utf8" });

  beforeAll(() => {
    buildDesk();
    folder = mkdtempSync(join(tmpdir(), "deskhand-installed-"));
    command = installPacked(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("says its version, its commands, and what is none", () => {
    expect(run("--version").trim()).toBe(
      JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version,
    );
    for (const name of ["start", "import", "backup", "restore", "migrate", "evaluate"]) {
      expect(run("--help")).toContain(`deskhand ${name === "start" ? "[start]" : name}`);
    }
    expect(() => run("dance")).toThrow("There is no command dance.");
  });

  it("carries neither sources nor tests nor maps, and everything it serves", () => {
    const place = join(folder, "node_modules", "deskhand");
    const files = readdirSync(place, { recursive: true, encoding: "utf8" });

    expect(files.filter((name) => /\.map$|^test|(?<!\.d)\.tsx?$|\.env$/.test(name))).toEqual([]);
    for (const name of ["dist/web/index.html", "dist/web/widget.js", ".env.example", "docs/upgrade.md"]) {
      expect(files).toContain(name);
    }
  });

  it("serves the demo desk with one command, backs it up while it runs, and ends when it is told to", async () => {
    const server = spawn(process.execPath, [command], {
      cwd: folder,
      env: environment,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    for await (const text of server.stdout) {
      said += String(text);
      if (said.includes("Ctrl-C")) break;
    }
    const [, url = ""] = /Deskhand is at (\S+)/.exec(said) ?? [];
    const ana = await DeskClient.connect(url, "ana");
    const reply = await (await Talk.begin(ana)).say("How do I reset my password?");
    const page = await (await fetch(url)).text();

    const made = run("backup", "--to", "copy");
    ana.close();
    server.kill("SIGTERM");
    const [code] = await once(server, "exit");

    expect(reply.actions?.some(({ value }) => value.kind === "open-article")).toBe(true);
    expect(page).toContain("<title>");
    expect(made).toContain("Backed up into");
    expect(existsSync(join(folder, "copy", "desk.db"))).toBe(true);
    expect(code).toBe(0);
    expect(() => run("restore", "--from", "copy")).toThrow("--force");
    expect(run("restore", "--from", "copy", "--force")).toContain("Restored");
  });
});
