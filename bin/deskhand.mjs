#!/usr/bin/env node
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ensureBuilt } from "../scripts/build.mjs";

/** The one command of an installed desk; `npm run` in a checked-out project ends here too. */
const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
// npm runs scripts in the project's folder and keeps the place where it was called in INIT_CWD.
const cwd = process.env.INIT_CWD ?? process.cwd();

const usage = `Deskhand ${version}

  deskhand [start]                          serves the desk
  deskhand import articles <folder>         takes a tree of Markdown files into the knowledge base
  deskhand backup [--to <folder>]           copies the database and the data folder; the desk may run
  deskhand restore --from <folder> [--force]  brings a backup back; no node may run
  deskhand migrate                          brings the database to this version and ends
  deskhand evaluate intents|search <file>   measures understanding on a set of sentences
  deskhand --version | --help

Settings come from the environment and from .env in this folder; without any, a demo desk keeps its data in ./data.
All of them: ${join(root, ".env.example")}
`;

const commands = {
  start: () => load("main.js"),
  import: async (args) => {
    const { runImport } = await load("import.js");
    return runImport({ ...surroundings(args), signal: endSignal() });
  },
  backup: async (args) => (await load("backup.js")).runBackup(surroundings(args)),
  migrate: async (args) => (await load("migrate.js")).runMigrate(surroundings(args)),
  restore: async (args) => (await load("backup.js")).runRestore(surroundings(args)),
  evaluate: async (args) => {
    process.argv = [process.argv[0], process.argv[1], ...args];
    await import("../scripts/evaluate.mjs");
  },
};

const [name = "start", ...args] = process.argv.slice(2);
if (name === "--version") console.log(version);
else if (name === "--help" || name === "help") console.log(usage);
else if (!Object.hasOwn(commands, name)) {
  console.error(`There is no command ${name}.\n\n${usage}`);
  process.exitCode = 1;
} else await run(name);

async function run(command) {
  readSettings();
  // It builds by itself, and keeps its one line of output clean.
  if (command !== "evaluate") ensureBuilt();
  const code = await commands[command](args);
  if (typeof code === "number") process.exitCode = code;
}

/** What the environment says goes before what stands in a file. */
function readSettings() {
  const file = [join(cwd, ".env"), join(root, ".env")].find((path) => existsSync(path));
  if (file !== undefined) process.loadEnvFile(file);
}

function surroundings(args) {
  const { env, stdout, stderr } = process;
  return { args, cwd, env, version, stdout, stderr, now: Date.now };
}

function endSignal() {
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  return stop.signal;
}

function load(file) {
  return import(pathToFileURL(join(root, "dist", "server", file)).href);
}
