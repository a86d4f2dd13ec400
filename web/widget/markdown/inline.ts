/** A run of a line: plain text, or text with one meaning, which may hold more runs. */
export type Inline =
  | { readonly kind: "text" | "code"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: "strong" | "em" | "del"; readonly inner: readonly Inline[] }
  | { readonly kind: "link"; readonly href: string; readonly inner: readonly Inline[] };

const maxDepth = 8;

/** Each alternative starts with its own sign and cannot cross a line, so that no text takes long to read. */
const sign = new RegExp(
  [
    "\\\\(?<escaped>[!-/:-@[-`{-~])",
    "(?<ticks>`+)(?<code>[^\\n]*?[^`\\n])\\k<ticks>(?!`)",
    '!?\\[(?<label>[^\\[\\]\\n]*)\\]\\((?<href>[^()\\s]*(?:\\([^()\\s]*\\)[^()\\s]*)*)(?: +"[^"\\n]*")?\\)',
    "\\*\\*(?<strong>(?=\\S)[^\\n]*?[^\\s*]\\*?)\\*\\*",
    "(?<![\\w_])__(?<strongLine>(?=\\S)[^\\n]*?\\S)__(?![\\w_])",
    "\\*(?<em>(?=[^\\s*])[^*\\n]*[^\\s*])\\*",
    "\\*(?<emOne>[^\\s*])\\*",
    "(?<![\\w_])_(?<emLine>(?=[^\\s_])[^_\\n]*)_(?![\\w_])",
    "~~(?<del>(?=\\S)[^~\\n]*)~~",
    "<(?<auto>https?:[^\\s<>]*)>",
    "(?<bare>https?://[^\\s<>\"'`*\\]]*[^\\s<>\"'`*\\].,;:!?)])",
    "(?<break>(?: {2,}|\\\\)\\n)",
    "&(?<entity>amp|lt|gt|quot|apos|nbsp|#\\d{1,6});",
  ].join("|"),
  "g",
);

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};

/** Reads emphasis, code, links and line ends; what is no Markdown stays text, HTML too. */
export function parseInline(source: string, depth = 0): Inline[] {
  if (depth > maxDepth) return [{ kind: "text", text: source }];
  const runs: Inline[] = [];
  let from = 0;
  for (const match of source.matchAll(sign)) {
    if (match.index > from) runs.push({ kind: "text", text: source.slice(from, match.index) });
    runs.push(toInline(match.groups ?? {}, depth + 1));
    from = match.index + match[0].length;
  }
  if (from < source.length) runs.push({ kind: "text", text: source.slice(from) });
  return runs;
}

function toInline(found: Readonly<Record<string, string | undefined>>, depth: number): Inline {
  const { href, label = "", code, break: lineEnd, entity } = found;
  const strong = found.strong ?? found.strongLine;
  const em = found.em ?? found.emOne ?? found.emLine;
  const address = found.auto ?? found.bare;
  if (code !== undefined) return { kind: "code", text: code.trim() };
  if (href !== undefined) return { kind: "link", href, inner: parseInline(label || href, depth) };
  if (address !== undefined) return { kind: "link", href: address, inner: [{ kind: "text", text: address }] };
  if (strong !== undefined) return { kind: "strong", inner: parseInline(strong, depth) };
  if (em !== undefined) return { kind: "em", inner: parseInline(em, depth) };
  if (found.del !== undefined) return { kind: "del", inner: parseInline(found.del, depth) };
  if (lineEnd !== undefined) return { kind: "break" };
  if (entity !== undefined) return { kind: "text", text: toCharacter(entity) };
  return { kind: "text", text: found.escaped ?? "" };
}

function toCharacter(entity: string): string {
  if (entity.startsWith("#")) return String.fromCodePoint(Number(entity.slice(1)));
  return entities[entity] ?? "";
}
