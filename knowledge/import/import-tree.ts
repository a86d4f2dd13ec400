import { realpath, stat } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { maxBodyBytes } from "../article.js";
import type { Articles } from "../articles.js";
import type { SourcedDraft } from "../sourced.js";
import { decode } from "./decode.js";
import { readPlainFile, whyUnreadable } from "./read-file.js";
import { type DraftOptions, type ImportDefaults, toDraft } from "./to-draft.js";
import { walk } from "./walk.js";

const batchFiles = 200;
const batchChars = 4 * 1024 * 1024;
const pruneChunk = 200;

export interface NotTaken {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  readonly reason: string;
}

export interface ImportReport {
  taken: number;
  updated: number;
  unchanged: number;
  /** Articles whose file is gone and that were expired therefore. */
  pruned: number;
  /** Files of other kinds. */
  other: number;
  readonly refused: NotTaken[];
  readonly skipped: NotTaken[];
  /** Why the import is not whole, where it is not. */
  incomplete?: string;
}

export interface ImportTreeOptions {
  readonly articles: Articles;
  readonly defaults?: ImportDefaults | undefined;
  /** Keeps the articles' identity when the folder moves; without it the place of the folder is part of it. */
  readonly sourceName?: string | undefined;
  readonly detectLanguage?: DraftOptions["detectLanguage"];
  /** Expires the articles of an earlier import whose file is gone. */
  readonly prune?: boolean | undefined;
  /** Only tells what would be done. */
  readonly dryRun?: boolean | undefined;
  readonly onProgress?: ((report: ImportReport, path: string) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The folder of an import is not there, is none, or cannot be read. The message is for people. */
export class FolderUnreadableError extends Error {
  override readonly name = "FolderUnreadableError";
}

/**
 * Takes every Markdown file (.md, .markdown, .mdx) below a folder as an article. Run again it doubles nothing: a file
 * is known by its place and its content. A file that cannot be taken is told with the reason and stops nothing. Memory
 * is bounded by one batch, whatever the size of the tree. Throws `FolderUnreadableError`.
 */
export async function importTree(folder: string, options: ImportTreeOptions): Promise<ImportReport> {
  const root = await rootOf(folder);
  const report: ImportReport = {
    taken: 0,
    updated: 0,
    unchanged: 0,
    pruned: 0,
    other: 0,
    refused: [],
    skipped: [],
  };
  const prefix = options.sourceName === undefined ? `file:${withSlashes(root)}/` : `${options.sourceName}:`;
  const present = await takeFiles({ root, prefix, report, options });
  if (options.signal?.aborted) report.incomplete = "it was stopped";
  else if (options.prune) await prune(prefix, present, report, options);
  return report;
}

async function rootOf(folder: string): Promise<string> {
  const wanted = resolve(folder);
  try {
    const root = await realpath(wanted);
    if ((await stat(root)).isDirectory()) return root;
  } catch (cause) {
    throw new FolderUnreadableError(`The folder ${wanted} cannot be used: ${whyUnreadable(cause)}.`, {
      cause,
    });
  }
  throw new FolderUnreadableError(`The folder ${wanted} cannot be used: it is not a folder.`);
}

function withSlashes(path: string): string {
  return path.split(sep).join("/").replace(/\/$/, "");
}

interface Taking {
  readonly root: string;
  readonly prefix: string;
  readonly report: ImportReport;
  readonly options: ImportTreeOptions;
}

/** Answers the sources of all files that are there, taken or not. */
async function takeFiles({ root, prefix, report, options }: Taking): Promise<Set<string>> {
  const present = new Set<string>();
  const draftOptions = draftOptionsOf(options);
  let batch: SourcedDraft[] = [];
  let chars = 0;
  const flush = async () => {
    await write(batch, report, options);
    batch = [];
    chars = 0;
  };
  for await (const found of walk(root)) {
    if (options.signal?.aborted) break;
    if (found.kind === "other") report.other += 1;
    else if (found.kind === "skipped") report.skipped.push({ path: found.path, reason: found.reason });
    else if (found.kind === "refused") report.refused.push({ path: found.path, reason: found.reason });
    else {
      const source = prefix + found.path;
      present.add(source);
      const drafted = await draftOf(root, found.path, draftOptions);
      if (drafted.ok) batch.push({ source, draft: drafted.draft });
      else report.refused.push({ path: found.path, reason: drafted.reason });
      chars += drafted.ok ? drafted.draft.body.length : 0;
      if (batch.length >= batchFiles || chars >= batchChars) await flush();
      options.onProgress?.(report, found.path);
    }
  }
  await flush();
  return present;
}

function draftOptionsOf({ articles, defaults = {}, detectLanguage }: ImportTreeOptions): DraftOptions {
  const known = new Map<string, string>();
  const groupIds = async (names: readonly string[]) => {
    const missing = names.filter((name) => !known.has(name));
    for (const [name, id] of await articles.groupIds(missing)) known.set(name, id);
    return known;
  };
  return { defaults, detectLanguage, groupIds };
}

async function draftOf(root: string, path: string, options: DraftOptions) {
  const read = await readPlainFile(join(root, path), maxBodyBytes);
  if (!read.ok) return read;
  const decoded = decode(read.bytes);
  return decoded.ok ? toDraft(path, decoded.text, options) : decoded;
}

async function write(
  batch: readonly SourcedDraft[],
  report: ImportReport,
  { articles, dryRun }: ImportTreeOptions,
): Promise<void> {
  if (batch.length === 0) return;
  const results = dryRun ? await articles.compareSourced(batch) : await articles.saveSourced(batch);
  for (const { outcome } of results) report[outcome] += 1;
}

async function prune(
  prefix: string,
  present: ReadonlySet<string>,
  report: ImportReport,
  { articles, dryRun }: ImportTreeOptions,
): Promise<void> {
  if (present.size === 0) {
    // An empty folder is far more often a disk that is not there than a wish to expire everything.
    report.incomplete = "nothing was pruned: the folder has no articles at all";
    return;
  }
  const unread = report.refused.map(({ path }) => (path === "." ? prefix : `${prefix}${path}/`));
  const gone = (await articles.sourcesUnder(prefix)).filter(
    (source) => !present.has(source) && !unread.some((folder) => source.startsWith(folder)),
  );
  report.pruned = gone.length;
  if (dryRun) return;
  for (let at = 0; at < gone.length; at += pruneChunk) {
    await articles.expireSources(gone.slice(at, at + pruneChunk));
  }
}
