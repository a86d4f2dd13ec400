/** A part of an article that stands for itself. Texts are still Markdown of one paragraph. */
export type Block =
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "paragraph" | "code"; readonly text: string }
  | { readonly kind: "rule" }
  | { readonly kind: "quote"; readonly blocks: readonly Block[] }
  | { readonly kind: "list"; readonly start?: number; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

const maxDepth = 8;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const heading = /^ {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$/;
const rule = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const quote = /^ {0,3}> ?/;
const bullet = /^( {0,3})(?:[-*+]|(\d{1,9})[.)])(\s+|$)/;
const tableRule = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** Reads the blocks of Markdown line by line; every text gives some blocks, and none an error. */
export function parseBlocks(source: string): Block[] {
  return readBlocks(source.replace(/\r\n?/g, "\n").replaceAll("\t", "    ").split("\n"), 0);
}

function readBlocks(lines: readonly string[], depth: number): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const { block, end } = readBlock(lines, at, depth);
    if (block) blocks.push(block);
    at = end;
  }
  return blocks;
}

interface Read {
  readonly block?: Block;
  /** The first line that is not part of it. */
  readonly end: number;
}

function readBlock(lines: readonly string[], at: number, depth: number): Read {
  const line = lines[at] ?? "";
  if (line.trim() === "") return { end: at + 1 };
  const marks = fence.exec(line)?.[1];
  if (marks) return readFence(lines, at, marks);
  const title = heading.exec(line);
  if (title) {
    return { block: { kind: "heading", level: title[1]?.length ?? 1, text: title[2] ?? "" }, end: at + 1 };
  }
  if (rule.test(line)) return { block: { kind: "rule" }, end: at + 1 };
  if (depth < maxDepth && quote.test(line)) return readQuote(lines, at, depth);
  if (depth < maxDepth && bullet.test(line)) return readList(lines, at, depth);
  if (line.includes("|") && tableRule.test(lines[at + 1] ?? "") && lines[at + 1]?.includes("-")) {
    return readTable(lines, at);
  }
  return readParagraph(lines, at);
}

function readFence(lines: readonly string[], at: number, marks: string): Read {
  let end = at + 1;
  while (end < lines.length && !lines[end]?.trimStart().startsWith(marks)) end += 1;
  return { block: { kind: "code", text: lines.slice(at + 1, end).join("\n") }, end: end + 1 };
}

function readQuote(lines: readonly string[], at: number, depth: number): Read {
  let end = at;
  while (end < lines.length && quote.test(lines[end] ?? "")) end += 1;
  const inner = lines.slice(at, end).map((line) => line.replace(quote, ""));
  return { block: { kind: "quote", blocks: readBlocks(inner, depth + 1) }, end };
}

function readList(lines: readonly string[], at: number, depth: number): Read {
  const first = bullet.exec(lines[at] ?? "");
  const ordered = first?.[2] !== undefined;
  const items: Block[][] = [];
  let end = at;
  for (;;) {
    const mark = bullet.exec(lines[end] ?? "");
    if (!mark || (mark[2] !== undefined) !== ordered || rule.test(lines[end] ?? "")) break;
    const indent = Math.min(mark[0].length, (mark[0].trimEnd().length || 1) + 1);
    const item = readItem(lines, end, indent);
    items.push(readBlocks(item.lines, depth + 1));
    end = item.end;
  }
  return { block: { kind: "list", items, ...(ordered ? { start: Number(first?.[2]) } : {}) }, end };
}

/** The lines of one item without their indent: blank ones belong to it when an indented line follows. */
function readItem(lines: readonly string[], at: number, indent: number): { lines: string[]; end: number } {
  const item = [(lines[at] ?? "").slice(indent)];
  let end = at + 1;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? "";
    const inside = line.startsWith(" ".repeat(Math.min(indent, 2)));
    const blank = line.trim() === "";
    const blankBefore = lines[end - 1]?.trim() === "";
    if (!blank && !inside && (blankBefore || startsBlock(line))) break;
    item.push(inside ? line.slice(Math.min(indent, line.length - line.trimStart().length)) : line);
  }
  return { lines: item, end };
}

function readTable(lines: readonly string[], at: number): Read {
  let end = at + 2;
  while (end < lines.length && lines[end]?.includes("|")) end += 1;
  const rows = [lines[at] ?? "", ...lines.slice(at + 2, end)].map(toCells);
  return { block: { kind: "table", rows }, end };
}

function toCells(line: string): string[] {
  return line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}

function readParagraph(lines: readonly string[], at: number): Read {
  let end = at + 1;
  while (end < lines.length && lines[end]?.trim() !== "" && !startsBlock(lines[end] ?? "")) end += 1;
  const text = lines.slice(at, end).map((line) => line.trimStart());
  return { block: { kind: "paragraph", text: text.join("\n").trimEnd() }, end };
}

function startsBlock(line: string): boolean {
  return [fence, heading, rule, quote, bullet].some((start) => start.test(line));
}
