import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../support/ports.js";
import { until } from "../until.js";

export interface PostgresServer {
  readonly port: number;
  readonly url: string;
  /** `pg_ctl restart -m immediate`: as if the power had gone, then recovery. */
  restartAtOnce(): Promise<void>;
  /** SIGKILL to the postmaster and all that serves under it, and a new start. */
  kill(): Promise<void>;
  start(options?: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
  pause(): void;
  resume(): void;
  close(): Promise<void>;
}

const readyWithinMs = 30_000;

/** A PostgreSQL server of the scenario's own, in a temporary folder; never run as root. */
export async function spawnPostgres(options: Readonly<Record<string, string>> = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "deskhand-postgres-"));
  const owner = ownerOf(folder);
  const binaries = binFolder();
  const data = join(folder, "data");
  const port = await freePort();
  owner.run(join(binaries, "initdb"), [
    "-D",
    data,
    "-U",
    "postgres",
    "--auth=trust",
    "--no-sync",
    "-E",
    "UTF8",
  ]);
  let settings = options;
  let server: ChildProcess | undefined;

  async function start(changed = settings): Promise<void> {
    settings = changed;
    const set = {
      port: String(port),
      listen_addresses: "127.0.0.1",
      unix_socket_directories: "",
      ...changed,
    };
    const args = Object.entries(set).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    server = owner.spawn(join(binaries, "postgres"), ["-D", data, ...args]);
    await until("PostgreSQL answers", () => isReady(binaries, port), readyWithinMs);
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, "exit");
    for (const pid of family(server)) process.kill(pid, "SIGCONT");
    if (signal === "SIGKILL") for (const pid of family(server).reverse()) killQuietly(pid);
    else server.kill(signal);
    await exited;
  }

  await start();
  return {
    port,
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    // SIGQUIT is what `pg_ctl -m immediate` sends.
    restartAtOnce: async () => {
      await end("SIGQUIT");
      await start();
    },
    kill: async () => {
      await end("SIGKILL");
      await start();
    },
    stop: () => end("SIGINT"),
    pause: () => {
      if (server !== undefined) for (const pid of family(server)) process.kill(pid, "SIGSTOP");
    },
    resume: () => {
      if (server !== undefined) for (const pid of family(server)) process.kill(pid, "SIGCONT");
    },
    close: async () => {
      await end("SIGQUIT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function binFolder(): string {
  const root = "/usr/lib/postgresql";
  const [newest] = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return newest === undefined ? "" : join(root, newest, "bin");
}

interface Owner {
  run(command: string, args: readonly string[]): void;
  spawn(command: string, args: readonly string[]): ChildProcess;
}

/** PostgreSQL refuses to run as root: then it runs as the system's own `postgres`. */
function ownerOf(folder: string): Owner {
  const ids = process.getuid?.() === 0 ? idsOf("postgres") : undefined;
  if (ids !== undefined) {
    chownSync(folder, ids.uid, ids.gid);
    chmodSync(folder, 0o700);
  }
  return {
    run: (command, args) => void execFileSync(command, args, { cwd: folder, stdio: "ignore", ...ids }),
    spawn: (command, args) => spawn(command, args, { cwd: folder, stdio: "ignore", ...ids }),
  };
}

function idsOf(name: string): { uid: number; gid: number } {
  const read = (what: "-u" | "-g") => Number(execFileSync("id", [what, name], { encoding: "utf8" }));
  return { uid: read("-u"), gid: read("-g") };
}

function isReady(binaries: string, port: number): boolean {
  try {
    execFileSync(join(binaries, "pg_isready"), [
      "-q",
      "-h",
      "127.0.0.1",
      "-p",
      String(port),
      "-U",
      "postgres",
    ]);
    return true;
  } catch {
    return false;
  }
}

/** The server and what it has forked. */
function family(server: ChildProcess): number[] {
  const { pid } = server;
  if (pid === undefined) return [];
  try {
    const children = execFileSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
    return [
      pid,
      ...children
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map(Number),
    ];
  } catch {
    return [pid];
  }
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself meanwhile.
  }
}
