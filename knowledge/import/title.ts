import { maxTitleChars } from "../../contract/index.js";
import { plainText } from "../plain-text.js";

const scanLines = 200;
const scanChars = 2000;

/** Headings that say nothing once the text stands beside others. */
const generic =
  /^(?:change ?log|licen[cs]e|mit licen[cs]e|history|contributing|readme|index|install(?:ation|ing)?|usage|overview|introduction|getting started|api|faq|security)$/i;

/**
 * The title of a text that names none: its first heading, else the name of its file; one that would say nothing in a
 * list ("Changelog", a README without a heading of its own) is told by its folder.
 */
export function titleOf(body: string, path: string): string {
  const folder = path.split("/").at(-2);
  const heading = firstHeading(body);
  const isReadme = /(?:^|\/)(?:readme|index)\b[^/]*$/i.test(path);
  if (isReadme && folder !== undefined && heading?.level !== 1) return clip(folder);
  const title = heading?.text ?? nameOf(path);
  return clip(generic.test(title) && folder !== undefined ? `${title} – ${folder}` : title);
}

/** At most as long as a title may be, on one line, without control characters, never cut inside a character. */
export function clip(title: string): string {
  const clean = title
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (clean.length <= maxTitleChars) return clean;
  return `${[...clean.slice(0, maxTitleChars - 1)]
    .join("")
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd()}…`;
}

interface Heading {
  readonly level: number;
  readonly text: string;
}

function firstHeading(body: string): Heading | undefined {
  let fence: string | undefined;
  const lines = body.split("\n", scanLines);
  for (const [index, line] of lines.entries()) {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (mark !== undefined && (fence === undefined || fence === mark))
      fence = fence === undefined ? mark : undefined;
    else if (fence === undefined) {
      const heading = headingAt(line.slice(0, scanChars), lines[index + 1] ?? "");
      if (heading !== undefined && heading.text !== "") return heading;
    }
  }
  return undefined;
}

function headingAt(line: string, next: string): Heading | undefined {
  const [, hashes, words] = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/.exec(line) ?? [];
  if (hashes !== undefined && words !== undefined) return { level: hashes.length, text: plainText(words) };
  const [, level, inner] = /<h([1-3])[^<>]{0,300}>(.{1,500}?)<\/h[1-3]>/i.exec(line) ?? [];
  if (level !== undefined && inner !== undefined) return { level: Number(level), text: plainText(inner) };
  const underline = /^ {0,3}(=+|-{2,})[ \t]*$/.exec(next)?.[1];
  if (underline === undefined || !/^ {0,3}[^\s>#|-]/.test(line)) return undefined;
  return { level: underline.startsWith("=") ? 1 : 2, text: plainText(line) };
}

function nameOf(path: string): string {
  const file = (path.split("/").at(-1) ?? path).replace(/\.[^.]+$/, "");
  const words = file.replace(/[-_]+/g, " ").trim();
  return words === "" ? path : words.charAt(0).toUpperCase() + words.slice(1);
}
