import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

export const root = fileURLToPath(new URL("..", import.meta.url));

const serverSources = [
  "main.ts",
  "serve.ts",
  "app.ts",
  "http.ts",
  "sockets.ts",
  "import.ts",
  "backup.ts",
  "migrate.ts",
  "app",
  "http",
  "sockets",
  "bot",
  "handoff",
  "insight",
  "nlp",
  "knowledge",
  "tickets",
  "config",
  "contract",
  "store",
  "conversation",
  "consults",
  "tsconfig.json",
  "tsconfig.build.json",
];
const webSources = ["web", "contract"];

const parts = [
  { name: "server", sources: serverSources, build: buildServer },
  { name: "web", sources: webSources, build: buildWeb },
];

/** Builds what has changed since it was last built, and says what it does; an installed package comes built. */
export function ensureBuilt() {
  if (!existsSync(join(root, "tsconfig.build.json"))) return;
  for (const part of parts) {
    const stamp = join(root, "dist", `${part.name}.stamp`);
    const hash = hashOf(part.sources);
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) continue;
    console.log(`Building the ${part.name} …`);
    part.build();
    mkdirSync(join(root, "dist"), { recursive: true });
    writeFileSync(stamp, hash);
  }
}

function buildServer() {
  const out = join(root, "dist", "server");
  rmSync(out, { recursive: true, force: true });
  run("typescript/bin/tsc", ["-p", "tsconfig.build.json"]);
  cpSync(join(root, "handoff", "lua"), join(out, "handoff", "lua"), { recursive: true });
  rmSync(join(root, "dist", "models"), { recursive: true, force: true });
  spawnSync(process.execPath, [join(root, "scripts", "pretrain.mjs")], { cwd: root, stdio: "inherit" });
}

function buildWeb() {
  rmSync(join(root, "dist", "web"), { recursive: true, force: true });
  for (const config of ["vite.config.ts", "vite.widget.config.ts", "vite.widget-preview.config.ts"]) {
    run("vite/bin/vite.js", ["build", "--config", `web/${config}`, "--logLevel", "warn"]);
  }
  compressWeb(join(root, "dist", "web"));
}

/** Compressed once here, not at every request. */
function compressWeb(folder) {
  for (const file of filesOf(folder).filter((name) => /\.(js|css|svg|html|json)$/.test(name))) {
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
}

/** Runs a tool of a package in this Node, so that nothing depends on a shell or a PATH. */
function run(tool, args) {
  const { status } = spawnSync(process.execPath, [join(root, "node_modules", tool), ...args], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) throw new Error(`${tool} failed.`);
}

function hashOf(sources) {
  const hash = createHash("sha256");
  for (const file of sources.flatMap((source) => filesOf(join(root, source))).sort()) {
    hash.update(file.slice(root.length)).update(readFileSync(file));
  }
  return hash.update(readFileSync(join(root, "package-lock.json"))).digest("hex");
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesOf(join(path, name)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureBuilt();
