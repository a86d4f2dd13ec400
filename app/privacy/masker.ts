import { RE2JS } from "re2js";
import { AppError, type MaskPattern, type Masking } from "../../contract/index.js";
import { type Found, findCards, findIbans, findSecrets } from "./find-secrets.js";

export type Mask = (text: string) => string;

/** Steps a pattern may take for each character; what people mean by a pattern has some dozens. */
const stepsMost = 300;
const shown = "••••••";

/** Takes out of a text what the rules name; what is masked already stays as it is. */
export function createMask(masking: Masking): Mask {
  const finders = [
    ...(masking.secrets ? [findSecrets] : []),
    ...(masking.cards ? [findCards] : []),
    ...(masking.ibans ? [findIbans] : []),
    ...masking.patterns.map((pattern) => finderOf(compile(pattern))),
  ];
  return (text) =>
    replace(
      text,
      finders.flatMap((find) => find(text)),
    );
}

/**
 * Throws `privacy/refused` for a pattern that cannot be read, that fits an empty text, or that is too large: patterns are
 * RE2's, whose time is that of the text times the size of the pattern and never more (attack S28).
 */
export function checkPattern(pattern: MaskPattern): void {
  const compiled = compile(pattern);
  if (compiled.matcher("").find()) throw refused(pattern, "it fits an empty text");
  if (compiled.programSize() > stepsMost) throw refused(pattern, "it is too slow");
}

function compile(pattern: MaskPattern): RE2JS {
  try {
    return RE2JS.compile(pattern.pattern, RE2JS.CASE_INSENSITIVE);
  } catch (cause) {
    throw refused(pattern, "it cannot be read", cause);
  }
}

function finderOf(pattern: RE2JS): (text: string) => Found[] {
  return (text) => {
    const matcher = pattern.matcher(text);
    const found: Found[] = [];
    while (matcher.find()) {
      if (matcher.end() > matcher.start()) found.push({ from: matcher.start(), to: matcher.end(), shown });
    }
    return found;
  };
}

/** From the left; of two that overlap the first and longest counts. */
function replace(text: string, found: readonly Found[]): string {
  if (found.length === 0) return text;
  let at = 0;
  let masked = "";
  for (const { from, to, shown: instead } of [...found].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < at) {
      at = Math.max(at, to);
      continue;
    }
    masked += text.slice(at, from) + instead;
    at = to;
  }
  return masked + text.slice(at);
}

function refused({ name }: MaskPattern, why: string, cause?: unknown): AppError {
  return new AppError("privacy/refused", `The pattern "${name}" cannot be used: ${why}.`, { cause });
}
