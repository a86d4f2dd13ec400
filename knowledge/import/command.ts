import { resolve } from "node:path";
import { noteChange } from "../../store/index.js";
import type { Articles } from "../articles.js";
import { FolderUnreadableError, type ImportReport, importTree } from "./import-tree.js";
import { type ImportRequest, parseImportOptions, usage } from "./options.js";
import { createProgress } from "./progress.js";
import { renderReport } from "./report.js";
import type { DraftOptions } from "./to-draft.js";

interface OpenedDesk {
  readonly articles: Articles;
  /** Runs an import as an administrative act that is recorded; `asked` is what the operator wanted. */
  record<T>(asked: Readonly<Record<string, unknown>>, run: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface ImportCommand {
  /** The words after `npm run import --`. */
  readonly args: readonly string[];
  /** What a relative folder is relative to. */
  readonly cwd: string;
  /** Opens the store of the desk, migrated; called only for a request that makes sense. */
  readonly open: () => Promise<OpenedDesk>;
  readonly detectLanguage?: DraftOptions["detectLanguage"];
  /** Where the report goes. */
  readonly write: (text: string) => void;
  /** Where progress and complaints go. */
  readonly complain: (text: string) => void;
  readonly isTerminal: boolean;
  readonly now: () => number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * `npm run import`. Answers the exit code: 0 when the whole folder was gone through, also with refusals, which the
 * report lists; 1 when the options are wrong, the store or the folder cannot be opened or the import was stopped.
 */
export async function runImportCommand(command: ImportCommand): Promise<number> {
  const options = parseImportOptions(command.args);
  if (options.kind === "help") {
    command.write(usage);
    return 0;
  }
  if (options.kind === "wrong") {
    command.complain(`${options.problem}\n\n${usage}`);
    return 1;
  }
  const opened = await openStore(command);
  if (opened === undefined) return 1;
  try {
    return await run(options.request, opened, command);
  } catch (error) {
    if (!(error instanceof FolderUnreadableError)) throw error;
    command.complain(`${error.message}\n`);
    return 1;
  } finally {
    await opened.close();
  }
}

async function openStore(command: ImportCommand): Promise<OpenedDesk | undefined> {
  try {
    return await command.open();
  } catch (error) {
    const why = error instanceof Error && error.message !== "" ? error.message : String(error);
    command.complain(`The desk's database cannot be opened: ${why}\n`);
    return undefined;
  }
}

async function run(request: ImportRequest, opened: OpenedDesk, command: ImportCommand): Promise<number> {
  const startedAt = command.now();
  const { isTerminal, now, detectLanguage, signal } = command;
  const progress = createProgress({ isTerminal, now, write: command.complain });
  const importAll = () =>
    importTree(resolve(command.cwd, request.folder), {
      articles: opened.articles,
      detectLanguage,
      signal,
      sourceName: request.sourceName,
      prune: request.prune,
      dryRun: request.dryRun,
      defaults: {
        language: request.language,
        visibility: request.visibility,
        folder: request.folderName,
      },
      onProgress: progress.tell,
    });
  // What changes nothing is no act.
  const report = request.dryRun
    ? await importAll()
    : await opened.record({ ...request }, async () => tell(await importAll()));
  progress.done();
  command.write(render(report, request, now() - startedAt));
  const isRootUnread = report.refused.some(({ path }) => path === ".");
  return report.incomplete === undefined && !isRootUnread ? 0 : 1;
}

/** What it came to stands in the record too; the articles themselves have versions. */
function tell(report: ImportReport): ImportReport {
  const { taken, updated, pruned, incomplete } = report;
  noteChange({ type: "articles", id: "import", after: { taken, updated, pruned, incomplete } });
  return report;
}

function render(report: ImportReport, request: ImportRequest, elapsedMs: number): string {
  const { dryRun, json } = request;
  return json
    ? `${JSON.stringify({ ...report, dryRun, elapsedMs }, null, 2)}\n`
    : renderReport(report, { dryRun, elapsedMs });
}
