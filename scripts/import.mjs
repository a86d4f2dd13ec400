import { existsSync } from "node:fs";
import { join } from "node:path";
import { ensureBuilt, root } from "./build.mjs";

ensureBuilt();
const { runImport } = await import("../dist/server/import.js");

const settings = join(root, ".env");
if (existsSync(settings)) process.loadEnvFile(settings);

const stop = new AbortController();
process.once("SIGINT", () => stop.abort());
process.once("SIGTERM", () => stop.abort());

process.exitCode = await runImport({
  args: process.argv.slice(2),
  // npm runs scripts in the project's folder and keeps the place where it was called in INIT_CWD.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  signal: stop.signal,
});
