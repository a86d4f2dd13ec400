import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeskClient, Talk } from "../support/desk-client.js";
import { buildDesk } from "../support/desk-process.js";
import { installPacked } from "../support/packed.js";
import { spawnSealed } from "../support/sealed.js";

/** The user of the image. */
const user = 1000;

describe("the packed desk as another user on a read-only file system (issue 7)", () => {
  let folder: string;
  let data: string;
  let command: string;

  beforeAll(() => {
    buildDesk();
    folder = mkdtempSync(join(tmpdir(), "deskhand-sealed-"));
    chmodSync(folder, 0o755);
    command = installPacked(folder);
    data = join(folder, "data");
    mkdirSync(data, { mode: 0o700 });
    chownSync(data, user, user);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const run = (args: readonly string[]) =>
    spawnSealed(data, args, {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: "/nonexistent", DATA_DIR: data, PORT: "0", LOG_LEVEL: "warn" },
    });

  it("can write nowhere but in its data", async () => {
    const attempt = `const { writeFileSync } = require("node:fs");
      for (const folder of [process.env.DATA_DIR, "/tmp", "${folder}", "/var/tmp"])
        try { writeFileSync(folder + "/canary", ""); console.log("wrote"); } catch ({ code }) { console.log(code); }
      console.log(process.getuid());`;
    const child = run(["--eval", attempt]);
    const said = await textOf(child.stdout);

    expect(said.trim().split("\n")).toEqual(["wrote", "EROFS", "EROFS", "EROFS", String(user)]);
  });

  it("starts, answers, keeps what is said, and ends when told to", async () => {
    const server = run([command, "start"]);
    const said: string[] = [];
    server.stderr.on("data", (text) => said.push(String(text)));
    for await (const text of server.stdout) {
      said.push(String(text));
      if (said.join("").includes("Ctrl-C")) break;
    }
    const [, url = ""] = /Deskhand is at (\S+)/.exec(said.join("")) ?? [];
    const ana = await DeskClient.connect(url, "ana");
    const reply = await (await Talk.begin(ana)).say("How do I reset my password?");
    const ready = await (await fetch(`${url}/readyz`)).json();
    ana.close();
    server.kill("SIGTERM");
    const [code] = await once(server, "exit");

    expect(reply.actions?.some(({ value }) => value.kind === "open-article")).toBe(true);
    expect(ready).toMatchObject({ status: "ready" });
    expect(code).toBe(0);
    expect(said.join("")).not.toMatch(/EROFS|EACCES|"level":50/);
    expect(existsSync(join(data, "desk.db"))).toBe(true);
    const names = readdirSync(folder).filter((name) => !name.endsWith(".tgz"));
    expect(names.sort()).toEqual(["data", "node_modules"]);
  });
});

async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  const parts: string[] = [];
  for await (const part of stream) parts.push(String(part));
  return parts.join("");
}
