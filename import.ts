import { mkdirSync } from "node:fs";
import { createAudit } from "./app/audit/index.js";
import { loadConfig } from "./config/index.js";
import { commandLineActor, type Locale } from "./contract/index.js";
import { createArticles, runImportCommand } from "./knowledge/index.js";
import { createLanguageDetector } from "./nlp/index.js";
import { connectStore, finishRestore, migrate } from "./store/index.js";

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

/** Whoever types commands on the desk's machine has no account. */
const operator = { accountId: commandLineActor, role: "operator" } as const;
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
  await finishRestore({ schema: undefined, ...settings, databaseUrl });
  const store = connectStore({ databaseUrl, schema: settings.schema, file: settings.file, poolSize: 2 });
  await migrate(store);
  const audit = createAudit({ store, now: Date.now, told: () => undefined, failed: () => undefined });
  return {
    articles: createArticles({ store, now: Date.now }),
    record: <T>(asked: Readonly<Record<string, unknown>>, run: () => Promise<T>) =>
      audit.during({ person: operator, method: "COMMAND", path: "import articles", params: {}, asked }, run),
    close: () => store.close(),
  };
}
