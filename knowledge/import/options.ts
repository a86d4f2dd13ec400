import { parseArgs } from "node:util";
import type { Locale, Visibility } from "../../contract/index.js";
import { namedLocale } from "./language.js";

export interface ImportRequest {
  readonly folder: string;
  readonly language?: Locale | undefined;
  readonly visibility: Visibility;
  readonly folderName?: string | undefined;
  readonly sourceName?: string | undefined;
  readonly prune: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

export type ImportOptions =
  | { readonly kind: "run"; readonly request: ImportRequest }
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly problem: string };

export const usage = `Usage: npm run import -- articles <folder> [options]

Takes the Markdown files (.md, .markdown, .mdx) below a folder as articles. Run again, it updates what changed.

  --language <en|es|pt>             of files that do not name theirs (otherwise it is detected)
  --visibility <public|internal>    of files that do not name theirs (default: public)
  --folder <name>                   goes before the folders of the tree
  --source <name>                   keeps articles known when the folder moves to another place
  --prune                           expires articles of an earlier import whose file is gone
  --dry-run                         tells what would be done, and does nothing
  --json                            the report as JSON
  --help
`;

const flags = {
  language: { type: "string" },
  visibility: { type: "string" },
  folder: { type: "string" },
  source: { type: "string" },
  prune: { type: "boolean", default: false },
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Reads the words after `npm run import --`. */
export function parseImportOptions(args: readonly string[]): ImportOptions {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
    return values.help ? { kind: "help" } : check(values, positionals);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

interface Values {
  readonly language?: string | undefined;
  readonly visibility?: string | undefined;
  readonly folder?: string | undefined;
  readonly source?: string | undefined;
  readonly prune: boolean;
  readonly "dry-run": boolean;
  readonly json: boolean;
}

function check(values: Values, positionals: readonly string[]): ImportOptions {
  const [kind, folder, ...more] = positionals;
  if (kind === undefined) return wrong("Say what to import: articles.");
  if (kind !== "articles") return wrong(`"${kind}" cannot be imported; articles can.`);
  if (folder === undefined || folder === "") return wrong("Say which folder to import.");
  if (more.length > 0) return wrong(`One folder at a time; "${more[0]}" is one too many.`);
  const language = values.language === undefined ? undefined : namedLocale(values.language);
  if (values.language !== undefined && language === undefined) return wrong("--language is en, es or pt.");
  const visibility = values.visibility ?? "public";
  if (visibility !== "public" && visibility !== "internal")
    return wrong("--visibility is public or internal.");
  const { prune, json } = values;
  const request = { folder, language, visibility, prune, json, dryRun: values["dry-run"] } as const;
  return { kind: "run", request: { ...request, folderName: values.folder, sourceName: values.source } };
}

function wrong(problem: string): ImportOptions {
  return { kind: "wrong", problem };
}
