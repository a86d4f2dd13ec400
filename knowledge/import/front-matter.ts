import { isMap, LineCounter, parseDocument } from "yaml";
import { z } from "zod";

export type FrontMatter =
  | { readonly ok: true; readonly meta: Meta; readonly body: string }
  | { readonly ok: false; readonly reason: string };

const text = z.union([z.string(), z.number(), z.boolean(), z.date()]).transform(String);
const list = z.union([z.array(text), text.transform((one) => one.split(","))]).transform(trimmed);

/** The keys an import looks at; all others of a foreign tree are passed over. */
const metaSchema = z.object({
  title: text.nullish(),
  language: text.nullish(),
  lang: text.nullish(),
  locale: text.nullish(),
  folder: text.nullish(),
  tags: list.nullish(),
  keywords: list.nullish(),
  visibility: z.enum(["public", "internal", "confidential"]).nullish(),
  state: z.enum(["draft", "published", "expired"]).nullish(),
  draft: z.boolean().nullish(),
  published: z.unknown().optional(),
  groups: list.nullish(),
  expires: z.union([z.date(), z.string(), z.number()]).nullish(),
});
export type Meta = Partial<z.infer<typeof metaSchema>>;

const fence = /^---[ \t]*\n/;
const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m;
const maxChars = 64 * 1024;

/**
 * Takes the YAML between `---` lines off the top of a text. A text without it has no meta data; a rule (`---`) that
 * only looks like it is left in the body. Broken front matter is refused with the line at fault.
 */
export function parseFrontMatter(source: string): FrontMatter {
  if (/^\+\+\+[ \t]*\n/.test(source)) return refused(1, "TOML front matter (+++) is not read, YAML (---) is");
  const opening = fence.exec(source)?.[0];
  if (opening === undefined) return { ok: true, meta: {}, body: source };
  const rest = source.slice(opening.length);
  const end = closing.exec(rest.slice(0, maxChars));
  if (end === null) {
    return looksLikeMeta(rest)
      ? refused(1, "the front matter opened here is not closed by ---")
      : { ok: true, meta: {}, body: source };
  }
  const body = rest.slice(end.index + end[0].length);
  return parseMeta(rest.slice(0, end.index), { source, body });
}

function parseMeta(yaml: string, { source, body }: { source: string; body: string }): FrontMatter {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, stringKeys: false });
  const error = document.errors[0];
  if (error !== undefined) return refused(lines.linePos(error.pos[0]).line + 1, plainMessage(error.message));
  if (document.contents === null) return { ok: true, meta: {}, body };
  // Words between two rules are text, not settings.
  if (!isMap(document.contents)) return { ok: true, meta: {}, body: source };
  return checkMeta(document, lines, body);
}

function checkMeta(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  body: string,
): FrontMatter {
  const values = valuesOf(document);
  if (values === undefined) return refused(2, "it has too many aliases");
  const parsed = metaSchema.safeParse(values);
  if (parsed.success) return { ok: true, meta: parsed.data, body };
  const key = String(parsed.error.issues[0]?.path[0] ?? "");
  const node = document.get(key, true);
  const at = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
  const start = Array.isArray(at) && typeof at[0] === "number" ? at[0] : 0;
  return refused(lines.linePos(start).line + 1, expectation[key] ?? `the value of "${key}" cannot be used`);
}

const expectation: Record<string, string> = {
  visibility: 'visibility must be "public", "internal" or "confidential"',
  state: 'state must be "draft", "published" or "expired"',
  draft: "draft must be true or false",
  expires: "expires must be a date such as 2027-01-31",
  tags: "tags must be a list of words",
  groups: "groups must be a list of names of groups",
};

function valuesOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch {
    return undefined;
  }
}

function looksLikeMeta(rest: string): boolean {
  return /^[A-Za-z][\w -]{0,40}:(?:\s|$)/.test(rest);
}

function plainMessage(message: string): string {
  return message.split("\n")[0]?.trim() ?? message;
}

function trimmed(words: readonly string[]): string[] {
  return words.map((word) => word.trim()).filter((word) => word !== "");
}

function refused(line: number, why: string): FrontMatter {
  return { ok: false, reason: `broken front matter, line ${line}: ${why}` };
}
