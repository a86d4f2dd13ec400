import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createDomains, type Domains } from "../../app/domains.js";
import { type App, createApp } from "../../app.js";
import { createLogger, createTrail, loadConfig, type ResolveDns, secretTexts } from "../../config/index.js";
import { DeskClient } from "./desk-client.js";
import { placeMigrated } from "./migrated.js";

const rootFolder = resolve(__dirname, "..", "..");

export interface RunningDesk {
  readonly app: App;
  readonly url: string;
  /** Lines the desk has logged. */
  readonly log: string[];
  /** A person of the demo desk, logged in and connected. */
  connect(username: string, password?: string): Promise<DeskClient>;
  stop(): Promise<void>;
}

export interface DeskOptions {
  readonly now?: () => number;
  readonly resolveDns?: ResolveDns;
  /** Puts other parts in the place of some: a desk that is broken on purpose, to see that a test notices. */
  readonly bend?: (domains: Domains) => Partial<Domains>;
}

/** The whole desk in this process, with the demo desk in it, on a free port and with data of its own. */
export async function startDesk(
  environment: Readonly<Record<string, string>> = {},
  { now, resolveDns, bend }: DeskOptions = {},
): Promise<RunningDesk> {
  const dataDir = mkdtempSync(join(tmpdir(), "deskhand-app-"));
  shareModels(dataDir);
  await placeMigrated(join(dataDir, "desk.db"));
  const loaded = loadConfig({
    PORT: "0",
    DATA_DIR: dataDir,
    DEMO: "on",
    LOG_LEVEL: "warn",
    MESSAGES_PER_MINUTE: "100000",
    REQUESTS_PER_MINUTE: "1000000",
    REDIS_PREFIX: `test-${randomUUID().slice(0, 13)}:`,
    ...environment,
  });
  if (!loaded.ok) throw new Error(loaded.problems.join("\n"));
  const log: string[] = [];
  const { config } = loaded;
  const trail = createTrail();
  const logger = createLogger({
    trail,
    level: config.log.level,
    secrets: secretTexts(config),
    stream: { write: (line: string) => void log.push(line) },
  });
  const app = createApp({
    trail,
    config,
    rootFolder,
    // Built: its own thread costs a fraction of what the same work costs inside a suite.
    trainingWorker: pathToFileURL(join(rootFolder, "dist", "server", "nlp", "training-worker.js")),
    ...(now === undefined ? {} : { now }),
    ...(resolveDns === undefined ? {} : { resolveDns }),
    ...(bend === undefined
      ? {}
      : { overrides: bent(bend, { trail, config, log: logger, now: now ?? Date.now }) }),
    log: logger,
  });
  const port = await app.start();
  const url = `http://127.0.0.1:${port}`;
  const clients: DeskClient[] = [];
  return {
    app,
    url,
    log,
    connect: async (username, password) => {
      const client = await DeskClient.connect(url, username, password);
      clients.push(client);
      return client;
    },
    stop: async () => {
      for (const client of clients) client.close();
      await app.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function bent(bend: (domains: Domains) => Partial<Domains>, options: Parameters<typeof createDomains>[0]) {
  const domains = createDomains(options);
  return { ...domains, ...bend(domains) };
}

/** Models are kept under the hash of what they were taught: suites need not train the same one each. */
function shareModels(dataDir: string): void {
  const shared = join(tmpdir(), "deskhand-test-models");
  mkdirSync(shared, { recursive: true });
  symlinkSync(shared, join(dataDir, "models"));
}
