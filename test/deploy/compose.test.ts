import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { loadConfig } from "../../config/index.js";

const root = resolve(__dirname, "..", "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

interface Service {
  readonly image?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly depends_on?: readonly string[] | Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: object;
  readonly read_only?: boolean;
  readonly networks?: readonly string[];
}
const compose: {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: Record<string, unknown>;
} = parse(read("deploy/compose/compose.yaml"));
const services = Object.entries(compose.services);

/** What Compose puts in the place of `${NAME:-default}` and `${NAME:?why}`. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, mark?: string, rest = "") => {
    const value = values[name] || (mark === "-" ? rest : undefined);
    if (value === undefined) throw new Error(`${name} is not set`);
    return value;
  });
}

describe("the Compose desk (issue 7)", () => {
  const secret = "0123456789abcdef0123456789abcdef";
  const values = {
    POSTGRES_PASSWORD: "a",
    REDIS_PASSWORD: "b",
    SESSION_SECRET: secret,
    GRAFANA_PASSWORD: "c",
  };

  it("gives nodes settings with which they start, and no secret of its own", () => {
    const environment = compose.services.desk?.environment ?? {};
    const filled = Object.entries(environment).map(([name, text]) => [name, fill(text, values)] as const);

    expect(loadConfig({ HOST: "0.0.0.0", ...Object.fromEntries(filled) })).toMatchObject({ ok: true });
    expect(() => Object.values(environment).map((text) => fill(text, {}))).toThrow(
      "POSTGRES_PASSWORD is not set",
    );
    const named = [...read("deploy/compose/compose.yaml").matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
    const offered = [...read("deploy/compose/.env.example").matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect([...new Set(named)].filter((name) => !offered.includes(name))).toEqual([]);
  });

  it("zammad-docker-compose#256, zammad-docker-compose#264, zammad-docker-compose#82, zammad-docker-compose#401, zammad-docker-compose#271: needs no search server and no Java beside its nodes", () => {
    const needed = Object.keys(compose.services.desk?.depends_on ?? {});
    const images = services.map(([, { image = "" }]) => image).join(" ");

    expect(needed.sort()).toEqual(["postgres", "redis"]);
    expect(images).not.toMatch(/elastic|opensearch|solr|java|jdk/i);
  });

  it("names only services, volumes, networks and files that are there, and fixed versions of images", () => {
    for (const [name, service] of services) {
      const { depends_on: needs = [], volumes = [], networks = [], image } = service;
      const needed = Array.isArray(needs) ? needs : Object.keys(needs);
      expect(needed.filter((one) => compose.services[one] === undefined)).toEqual([]);
      expect(networks.filter((one) => !(one in compose.networks))).toEqual([]);
      for (const volume of volumes) {
        const [from = ""] = volume.split(":");
        if (from.startsWith(".")) expect(existsSync(join(root, "deploy", "compose", from))).toBe(true);
        else expect(Object.keys(compose.volumes)).toContain(from);
      }
      expect(image).toMatch(name === "desk" ? /^deskhand:/ : /^[\w./-]+:v?\d+\.\d+/);
    }
  });

  it("waits until PostgreSQL and Redis can answer, and leaves the nodes nothing to write to but their data", () => {
    expect(compose.services.desk?.depends_on).toEqual({
      postgres: { condition: "service_healthy" },
      redis: { condition: "service_healthy" },
    });
    for (const name of ["postgres", "redis"]) expect(compose.services[name]?.healthcheck).toBeDefined();
    expect(compose.services.desk?.read_only).toBe(true);
  });
});

describe("the image definition (issue 8)", () => {
  const lines = read("Dockerfile")
    .replaceAll("\\\n", " ")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => ({ word: line.split(" ")[0] ?? "", rest: line.slice(line.indexOf(" ") + 1) }));
  const last = lines.slice(lines.findLastIndex(({ word }) => word === "FROM"));
  const all = (word: string) => last.filter((line) => line.word === word).map(({ rest }) => rest);

  it("uses instructions there are, on base images of a fixed version", () => {
    const known = ["FROM", "WORKDIR", "ENV", "COPY", "RUN", "LABEL", "USER", "VOLUME", "EXPOSE"];
    const words = [...known, "STOPSIGNAL", "HEALTHCHECK", "CMD"];
    const bases = lines.filter(({ word }) => word === "FROM").map(({ rest }) => rest.split(" ")[0]);

    expect(lines.filter(({ word }) => !words.includes(word))).toEqual([]);
    expect(bases.length).toBe(2);
    for (const base of bases) expect(base).toMatch(/^node:\d+\.\d+\.\d+-/);
  });

  it("ends with a stage that has no tools of the build, serves as nobody and hears SIGTERM itself", () => {
    expect(all("USER")).toEqual(["1000:1000"]);
    expect(all("COPY")).toEqual([expect.stringContaining("--from=build")]);
    expect(last.findIndex(({ word }) => word === "USER")).toBeGreaterThan(
      last.findLastIndex(({ word }) => word === "RUN"),
    );
    // A shell in between would keep the signal to itself.
    expect(JSON.parse(all("CMD")[0] ?? "")).toEqual(["node", "bin/deskhand.mjs", "start"]);
    expect(all("STOPSIGNAL")).toEqual(["SIGTERM"]);
    expect(all("ENV").join(" ")).toContain("DATA_DIR=/data");
    expect(all("VOLUME")).toEqual(["/data"]);
  });

  it("copies no secrets, data or history into the build", () => {
    const ignored = read(".dockerignore").split("\n");

    for (const name of [".git", ".env", "data", "node_modules", "backups"]) expect(ignored).toContain(name);
  });
});
