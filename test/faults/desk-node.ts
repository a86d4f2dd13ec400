import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { freePort } from "../support/ports.js";
import { until, within } from "./until.js";

const main = resolve("dist", "server", "main.js");
/** It takes two seconds; the rest is for a machine that does ten other things. */
const startWithinMs = 90_000;

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly tookMs: number;
}

export interface NodeOptions {
  readonly environment?: Readonly<Record<string, string>> | undefined;
  /** A command that runs the node, such as `prlimit --nofile=256`. */
  readonly through?: readonly string[] | undefined;
  /** A fixed port, for a node whose words cannot be read. */
  readonly port?: number | undefined;
}

/** One node of the built desk as a process of its own. It keeps its port through every start. */
export class DeskNode {
  readonly #dataDir: string;
  readonly #options: NodeOptions;
  #process: ChildProcess | undefined;
  #port = 0;
  #said = "";
  #deaths = 0;

  constructor(dataDir: string, options: NodeOptions = {}) {
    this.#dataDir = dataDir;
    this.#options = options;
    this.#port = options.port ?? 0;
  }

  get port(): number {
    return this.#port;
  }

  /** The process, while it runs. */
  get pid(): number {
    const { pid } = this.#process ?? {};
    if (pid === undefined) throw new Error("The node does not run.");
    return pid;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Everything it has said on both streams, over all its lives. */
  get said(): string {
    return this.#said;
  }

  /** How often it ended without being told to. */
  get deaths(): number {
    return this.#deaths;
  }

  /** Starts the process without waiting for it to serve. */
  launch(): ChildProcess {
    const { environment, through = [] } = this.#options;
    const [command = "", ...args] = [...through, process.execPath, main];
    const server = spawn(command, args, {
      cwd: this.#dataDir,
      env: {
        PATH: process.env.PATH,
        DATA_DIR: this.#dataDir,
        DEMO: "on",
        LOG_LEVEL: "info",
        MESSAGES_PER_MINUTE: "100000",
        REQUESTS_PER_MINUTE: "1000000",
        ...environment,
        PORT: String(this.#port),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [server.stdout, server.stderr]) {
      stream.on("data", (bytes: Buffer) => {
        this.#said += bytes.toString();
      });
    }
    server.once("exit", () => {
      if (this.#process === server) this.#deaths += 1;
    });
    this.#process = server;
    return server;
  }

  /** Resolves when it serves. */
  async start(): Promise<void> {
    // Chosen, not given: a port that the system gives it may give to somebody else while the node is down.
    if (this.#port === 0) this.#port = await freePort();
    const before = this.#said.length;
    const server = this.launch();
    try {
      await within(startWithinMs, this.#serves(server, before), () => `the desk to serve: ${this.#said}`);
    } catch (error) {
      await this.kill();
      throw error;
    }
  }

  /** Starts it and waits for its answer, not for its words. */
  async startUnheard(): Promise<void> {
    this.launch();
    const isThere = () =>
      fetch(`${this.url}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until("the desk answers", isThere, startWithinMs);
  }

  /** SIGSTOP, SIGCONT and the like. */
  signal(signal: NodeJS.Signals): void {
    this.#process?.kill(signal);
  }

  /** SIGKILL: it ends in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** SIGTERM: it drains. */
  async stop(): Promise<Ending> {
    return this.#end("SIGTERM");
  }

  async #serves(server: ChildProcess, before: number): Promise<void> {
    for (;;) {
      // The address it tells is the one that browsers use.
      if (/Deskhand is at http:\/\/[^:]+:\d+\n/.test(this.#said.slice(before))) return;
      if (server.exitCode !== null)
        throw new Error(`The desk ended before it served: ${this.#said.slice(before)}`);
      await Promise.race([once(server.stdout ?? server, "data"), once(server, "exit")]);
    }
  }

  async #end(signal: NodeJS.Signals): Promise<Ending> {
    const server = this.#process;
    this.#process = undefined;
    const startedAt = performance.now();
    if (server !== undefined && server.exitCode === null && server.signalCode === null) {
      const exited = once(server, "exit");
      server.kill(signal);
      await exited;
    }
    const tookMs = performance.now() - startedAt;
    return { code: server?.exitCode ?? null, signal: server?.signalCode ?? null, tookMs };
  }
}
