import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { checkWith } from "../support/checkers.js";

const deploy = resolve(__dirname, "..", "..", "deploy");
const read = (path: string) => readFileSync(join(deploy, path), "utf8");

/** The programs themselves read what is written for them: nobody here wrote these checks (issue 7). */
describe("the files of deploy/, as those read them who use them", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "deskhand-deploy-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const put = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };

  it("HAProxy finds its file valid, and takes as many sockets as docs/scaling.md counts with", () => {
    const { status, said } = checkWith("haproxy", ["-c", "-f", join(deploy, "haproxy", "haproxy.cfg")]);

    expect([status, said]).toEqual([0, expect.stringContaining("Configuration file is valid")]);
    expect(said).not.toMatch(/WARNING|ALERT/);
    const maxconn = Number(/^ {2}maxconn (\d+)$/m.exec(read("haproxy/haproxy.cfg"))?.[1]);
    expect(maxconn).toBeGreaterThanOrEqual(26_700);
    // Each has a descriptor before and one behind; without the right to so many HAProxy does not start.
    const compose = parse(read("compose/compose.yaml")) as {
      services: { balancer: { ulimits: { nofile: number } } };
    };
    expect(compose.services.balancer.ulimits.nofile).toBeGreaterThan(2 * maxconn + 100);
  });

  it("nginx finds its file valid", () => {
    const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
    const request = [
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-days",
      "1",
      "-subj",
      "/CN=desk.example.com",
    ];
    execFileSync("openssl", [...request, "-keyout", key, "-out", certificate], { stdio: "ignore" });
    const desk = read("nginx/deskhand.conf")
      .replace("/etc/ssl/desk.example.com.pem", certificate)
      .replace("/etc/ssl/desk.example.com.key", key);
    mkdirSync(join(folder, "temp"), { recursive: true });
    const main = put(
      "nginx.conf",
      `pid ${join(folder, "pid")};\nevents {}\nhttp {\n  include ${put("desk.conf", desk)};\n}\n`,
    );

    const { status, said } = checkWith("nginx", ["-t", "-e", "stderr", "-c", main]);

    expect([status, said]).toEqual([0, expect.stringContaining("test is successful")]);
    expect(said).not.toMatch(/\[(warn|emerg)\]/);
  });

  it("Compose puts the file together with the secrets, and refuses it without", () => {
    // The one word that Debian's Compose, of 2021, does not know yet.
    const text = read("compose/compose.yaml").replace(/^name: deskhand\n/m, "");
    const file = put("compose.yaml", text.replaceAll("../", `${deploy}/`));
    const secrets = {
      POSTGRES_PASSWORD: "a",
      REDIS_PASSWORD: "b",
      SESSION_SECRET: "0123456789abcdef0123456789abcdef",
      GRAFANA_PASSWORD: "c",
    };

    const { status, said } = checkWith("compose", ["-f", file, "config"], secrets);
    const without = checkWith("compose", ["-f", file, "config"]);

    expect([status, said.slice(0, 2000)]).toEqual([0, expect.any(String)]);
    const names = Object.keys(parse(said).services).sort();
    expect(names).toEqual(["balancer", "desk", "grafana", "postgres", "prometheus", "redis"]);
    expect([without.status, without.said]).toEqual([1, expect.stringContaining("set it in .env")]);
  });

  it("systemd finds nothing wrong in the unit", () => {
    const unit = put("deskhand.service", read("systemd/deskhand.service"));

    expect(checkWith("systemd", ["verify", unit])).toEqual({ status: 0, said: "" });
  });
});
