import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join, relative } from "node:path";
import { ensureBuilt, root } from "./build.mjs";

const goLibraries = "/usr/share/gocode/src/github.com";

/**
 * Runs jest with everything that is there, and says plainly what is left out where a server or the browser is missing.
 * With `TEST_REQUIRE_ALL=1` nothing may be left out.
 */
const needs = [
  { name: "Redis", at: "redis", present: await answers(6379), serves: ["redis", "two-desks"] },
  { name: "PostgreSQL", at: "postgres", present: await answers(5432), serves: ["postgres", "two-desks"] },
  { name: "Chromium", at: "chromium", present: findChromium() !== undefined, serves: ["browser"] },
  {
    name: "PgBouncer",
    at: "pgbouncer",
    present: existsSync("/usr/sbin/pgbouncer"),
    serves: ["pooler"],
  },
  {
    name: "Dovecot",
    at: "dovecot",
    present: existsSync("/usr/sbin/dovecot"),
    serves: ["imap-server"],
  },
  {
    name: "HAProxy, nginx, docker-compose or systemd-analyze",
    at: "checkers",
    present: ["sbin/haproxy", "sbin/nginx", "bin/docker-compose", "bin/systemd-analyze"].every((path) =>
      existsSync(`/usr/${path}`),
    ),
    serves: ["checkers"],
  },
  {
    name: "Go with sprig",
    at: "go",
    present: ["/usr/bin/go", `${goLibraries}/Masterminds/sprig`, `${goLibraries}/ghodss/yaml`].every(
      existsSync,
    ),
    serves: ["chart"],
  },
  {
    name: "The right to mount (root, unshare)",
    at: "mounts",
    present: spawnSync("unshare", ["--mount", "true"]).status === 0,
    serves: ["sealed"],
    // A kernel that refuses it cannot be installed otherwise.
    isOptional: true,
  },
];

const missing = needs.filter((need) => !need.present);
const leftOut = testFiles(join(root, "test")).filter((file) =>
  missing.some((need) => uses(file, need.serves)),
);
for (const need of missing) {
  const files = leftOut.filter((file) => uses(file, need.serves)).map((file) => relative(root, file));
  console.log(
    `${need.name} is not here. Left out: ${files.length > 0 ? files.join(", ") : "its half of the store suites"}.`,
  );
}
if (missing.some((need) => need.isOptional !== true) && process.env.TEST_REQUIRE_ALL === "1") {
  console.error("Nothing may be left out in this run.");
  process.exit(1);
}
mkdirSync(join(root, "test-output"), { recursive: true });
// Suites start the built server and open the built pages; built here once, not by two of them at the same time.
ensureBuilt();

const jest = join(root, "node_modules", "jest", "bin", "jest.js");
// Behind what was asked for: the option takes the names of suites that follow it for its own.
const ignored = leftOut.map((file) => `--testPathIgnorePatterns=${escapeAll(relative(root, file))}`);
const { status } = spawnSync(process.execPath, [jest, ...process.argv.slice(2), ...ignored], {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    TEST_WITHOUT_POSTGRES: missing.some((need) => need.at === "postgres") ? "1" : "0",
    TEST_CHROMIUM: findChromium() ?? "",
    // The same pages for half of the processor time; without it the whole browser shows them.
    TEST_CHROMIUM_SHELL: firstThere("/usr/bin/chromium-headless-shell") ?? "",
  },
});
process.exit(status ?? 1);

function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port, timeout: 1000 });
    const end = (found) => {
      socket.destroy();
      resolve(found);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
    socket.once("timeout", () => end(false));
  });
}

function findChromium() {
  return firstThere(process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser");
}

function firstThere(...paths) {
  return paths.find((path) => path !== undefined && path !== "" && existsSync(path));
}

function testFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return testFiles(path);
    return entry.name.endsWith(".test.ts") ? [path] : [];
  });
}

function uses(file, supports) {
  const source = readFileSync(file, "utf8");
  return supports.some((support) => source.includes(`support/${support}.js"`));
}

function escapeAll(text) {
  return `${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`;
}
