import { isAbsolute, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { loadConfig } from "./config/index.js";
import {
  BackupError,
  type BackupPlace,
  backUp,
  finishRestore,
  type Manifest,
  restore,
} from "./store/index.js";

export interface BackupProcess {
  /** The words after the command's name. */
  readonly args: readonly string[];
  /** Where the words were typed: a relative folder begins there. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly now: () => number;
}

const options = {
  to: { type: "string" },
  from: { type: "string" },
  force: { type: "boolean", default: false },
} as const;

/** `deskhand backup [--to folder]`, on the store that the same environment gives the server, which may run. */
export function runBackup(command: BackupProcess): Promise<number> {
  return run(command, async (place, given) => {
    const stamp = new Date(command.now()).toISOString().replace(/[:.]/g, "-");
    const to = folderOf(command, given.to ?? join("backups", stamp));
    const manifest = await backUp(place, { to, version: command.version, now: command.now() });
    command.stdout.write(`Backed up into ${to}: ${tell(manifest)}\n`);
    for (const path of manifest.secrets) command.stdout.write(`  ${path} is a secret; keep it like a key.\n`);
    command.stdout.write("  Settings and secrets of the environment (.env) are not in it.\n");
  });
}

/** `deskhand restore --from folder [--force]`; no node of the desk may run. */
export function runRestore(command: BackupProcess): Promise<number> {
  return run(command, async (place, given) => {
    if (given.from === undefined) throw new BackupError("Say where the backup is: --from <folder>.");
    const manifest = await restore(place, { from: folderOf(command, given.from), force: given.force });
    command.stdout.write(`Restored what was backed up at ${manifest.createdAt}: ${tell(manifest)}\n`);
  });
}

type Given = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

async function run(
  { args, env, stderr }: BackupProcess,
  work: (place: BackupPlace, given: Given) => Promise<void>,
): Promise<number> {
  const loaded = loadConfig(env);
  if (!loaded.ok) {
    stderr.write(`The configuration is wrong:\n${loaded.problems.map((one) => `  ${one}\n`).join("")}`);
    return 1;
  }
  const { store, secrets } = loaded.config;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const place = { ...store, databaseUrl: secrets.databaseUrl, searchPath: env.PATH };
    await finishRestore(place);
    await work(place, values);
    return 0;
  } catch (error) {
    const isForPeople = error instanceof BackupError || (error instanceof TypeError && "code" in error);
    stderr.write(`${isForPeople ? (error as Error).message : (error as Error).stack}\n`);
    return 1;
  }
}

function folderOf({ cwd }: BackupProcess, path: string): string {
  return isAbsolute(path) ? path : resolve(cwd, path);
}

function tell({ engine, files }: Manifest): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return `${engine}, ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB.`;
}
