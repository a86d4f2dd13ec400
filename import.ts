import { mkdirSync } from "node:fs";
import { loadConfig } from "./config/index.js";
import type { Locale } from "./contract/index.js";
import { createArticles, runImportCommand } from "./knowledge/index.js";
import { createLanguageDetector } from "./nlp/index.js";
import { connectStore, migrate } from "./store/index.js";

export interface ImportProcess {
  /** The words after the command's name. */
  readonly args: readonly string[];
  /** Where the words were typed: a relative folder begins there. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly signal?: AbortSignal | undefined;
}

/** Below this a text is too short or too mixed to tell, and counts as English like most documentation. */
const sureEnough = 0.95;

/** `npm run import` on the store that the same environment gives the server, which may run meanwhile. */
export async function runImport({ args, cwd, env, stdout, stderr, signal }: ImportProcess): Promise<number> {
  const loaded = loadConfig(env);
  if (!loaded.ok) {
    stderr.write(`The configuration is wrong:\n${loaded.problems.map((one) => `  ${one}\n`).join("")}`);
    return 1;
  }
  const { config } = loaded;
  return runImportCommand({
    args,
    cwd,
    open: async () => openDesk(config.store, config.secrets.databaseUrl),
    detectLanguage: createDetector(),
    signal,
    write: (text) => stdout.write(text),
    complain: (text) => stderr.write(text),
    isTerminal: stderr.isTTY === true,
    now: Date.now,
  });
}

function createDetector(): (text: string) => Locale | undefined {
  const detect = createLanguageDetector();
  return (text) => {
    const { language, confidence } = detect(text);
    return confidence >= sureEnough ? language : undefined;
  };
}

async function openDesk(
  settings: { readonly dataDir: string; readonly file: string; readonly schema?: string | undefined },
  databaseUrl: string | undefined,
) {
  if (databaseUrl === undefined) mkdirSync(settings.dataDir, { recursive: true });
  const store = connectStore({ databaseUrl, schema: settings.schema, file: settings.file, poolSize: 2 });
  await migrate(store);
  return { articles: createArticles({ store, now: Date.now }), close: () => store.close() };
}
