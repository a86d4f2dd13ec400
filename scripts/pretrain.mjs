import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./build.mjs";

/**
 * Starts the built demo desk once, somewhere else, and keeps the model it trains: the first start after a build then
 * finds it under its hash, like every later one. A desk with other activities trains its own.
 */
const dataDir = mkdtempSync(join(tmpdir(), "deskhand-pretrain-"));
const server = spawn(process.execPath, [join(root, "dist", "server", "main.js")], {
  cwd: dataDir,
  env: {
    ...process.env,
    HOST: "127.0.0.1",
    PORT: "0",
    DATA_DIR: dataDir,
    DATABASE_URL: "",
    REDIS_URL: "",
    DEMO: "on",
    LOG_LEVEL: "warn",
  },
  stdio: ["ignore", "pipe", "inherit"],
});
const limit = setTimeout(() => server.kill("SIGKILL"), 120_000);
server.stdout.on("data", (chunk) => {
  if (String(chunk).includes("Deskhand is at")) server.kill("SIGTERM");
});
server.once("exit", (code) => {
  clearTimeout(limit);
  if (code === 0) cpSync(join(dataDir, "models"), join(root, "dist", "models"), { recursive: true });
  else console.error("No model was trained ahead; the first start trains it.");
  rmSync(dataDir, { recursive: true, force: true });
});
