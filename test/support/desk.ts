import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type App, createApp } from "../../app.js";
import { createLogger, loadConfig } from "../../config/index.js";
import { DeskClient } from "./desk-client.js";

export interface RunningDesk {
  readonly app: App;
  readonly url: string;
  /** Lines the desk has logged. */
  readonly log: string[];
  /** A person of the demo desk, logged in and connected. */
  connect(username: string, password?: string): Promise<DeskClient>;
  stop(): Promise<void>;
}

/** The whole desk in this process, with the demo desk in it, on a free port and with data of its own. */
export async function startDesk(
  environment: Readonly<Record<string, string>> = {},
  { now }: { readonly now?: () => number } = {},
): Promise<RunningDesk> {
  const dataDir = mkdtempSync(join(tmpdir(), "deskhand-app-"));
  shareModels(dataDir);
  const loaded = loadConfig({
    PORT: "0",
    DATA_DIR: dataDir,
    DEMO: "on",
    LOG_LEVEL: "warn",
    MESSAGES_PER_MINUTE: "100000",
    REDIS_PREFIX: `test-${randomUUID().slice(0, 13)}:`,
    ...environment,
  });
  if (!loaded.ok) throw new Error(loaded.problems.join("\n"));
  const log: string[] = [];
  const app = createApp({
    config: loaded.config,
    rootFolder: resolve(__dirname, "..", ".."),
    ...(now === undefined ? {} : { now }),
    log: createLogger({
      level: loaded.config.log.level,
      secrets: Object.values(loaded.config.secrets),
      stream: { write: (line: string) => void log.push(line) },
    }),
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

/** Models are kept under the hash of what they were taught: suites need not train the same one each. */
function shareModels(dataDir: string): void {
  const shared = join(tmpdir(), "deskhand-test-models");
  mkdirSync(shared, { recursive: true });
  symlinkSync(shared, join(dataDir, "models"));
}
