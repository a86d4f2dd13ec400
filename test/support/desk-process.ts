import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Tests are always run from the root of the project. */
const rootFolder = resolve(".");

export interface DeskProcess {
  readonly port: number;
  readonly url: string;
  /** SIGTERM: it drains. */
  stop(): Promise<void>;
  /** SIGKILL: it ends in the middle of whatever it does. */
  kill(): Promise<void>;
}

/** Builds the server and the pages when they have changed since they were last built. */
export function buildDesk(): void {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/build.mjs"], {
    cwd: rootFolder,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The build failed: ${stderr}`);
}

/** A folder for the data of a desk, which may be started in it more than once; models are shared by all suites. */
export function newDataDir(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "deskhand-e2e-"));
  const shared = join(tmpdir(), "deskhand-test-models");
  mkdirSync(shared, { recursive: true });
  symlinkSync(shared, join(path, "models"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The built desk with the demo in it, as a process of its own that may be killed. */
export async function spawnDesk(
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<DeskProcess> {
  const server = spawn(process.execPath, [join(rootFolder, "dist", "server", "main.js")], {
    cwd: dataDir,
    env: {
      PATH: process.env.PATH,
      PORT: "0",
      DATA_DIR: dataDir,
      DEMO: "on",
      LOG_LEVEL: "warn",
      MESSAGES_PER_MINUTE: "100000",
      REQUESTS_PER_MINUTE: "1000000",
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const port = await readPort(server);
  const end = (signal: NodeJS.Signals) => async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, "exit");
    server.kill(signal);
    await exited;
  };
  return { port, url: `http://127.0.0.1:${port}`, stop: end("SIGTERM"), kill: end("SIGKILL") };
}

function readPort(server: ChildProcess): Promise<number> {
  return new Promise((resolvePort, reject) => {
    let said = "";
    const listen = (bytes: Buffer) => {
      said += bytes.toString();
      const [, port] = /Deskhand is at http:\/\/[^:]+:(\d+)/.exec(said) ?? [];
      if (port !== undefined) resolvePort(Number(port));
    };
    server.stdout?.on("data", listen);
    server.stderr?.on("data", listen);
    server.once("exit", () => reject(new Error(`The desk ended before it served: ${said}`)));
  });
}
