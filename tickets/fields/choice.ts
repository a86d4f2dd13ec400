import { type ActivityField, inLocale, type Locale, locales } from "../../contract/index.js";
import { distance, fold } from "./fold.js";
import type { ParsedAnswer } from "./parsed-answer.js";

type Option = NonNullable<ActivityField["options"]>[number];

/**
 * The option somebody means: its value, its label in any language, its place in the list, the beginning or a word of a
 * label, or a label with a slip of the finger. More than one that fits equally well is refused as ambiguous.
 */
export function parseChoice(options: readonly Option[], answer: string, locale: Locale): ParsedAnswer {
  const exact = options.find((option) => option.value === answer.trim());
  if (exact !== undefined) return chosen(exact, locale);
  const said = fold(answer);
  const rules = [isCalled, isNumbered, beginsWith, isMentioned, isNearly];
  for (const rule of rules) {
    const fitting = options.filter((option, index) => rule(said, option, index));
    const [only] = fitting;
    if (fitting.length === 1 && only !== undefined) return chosen(only, locale);
    if (fitting.length > 1) return { ok: false, problem: "ambiguous" };
  }
  return { ok: false, problem: "not-a-choice" };
}

function chosen(option: Option, locale: Locale): ParsedAnswer {
  return { ok: true, value: option.value, display: inLocale(option.label, locale) };
}

function names(option: Option): string[] {
  const labels = locales.map((locale) => option.label[locale]).filter((label) => label !== undefined);
  return [option.value, ...labels].map(fold).filter((name) => name !== "");
}

function isCalled(said: string, option: Option): boolean {
  return names(option).includes(said);
}

function isNumbered(said: string, _: Option, index: number): boolean {
  return said === String(index + 1);
}

function beginsWith(said: string, option: Option): boolean {
  return said.length >= 2 && names(option).some((name) => name.startsWith(said));
}

/** A whole name, or a word of one that is long enough to mean something. */
function isMentioned(said: string, option: Option): boolean {
  const words = new Set(said.split(" "));
  return names(option).some((name) => {
    const isWhole = ` ${said} `.includes(` ${name} `);
    return isWhole || name.split(" ").some((word) => word.length >= 4 && words.has(word));
  });
}

function isNearly(said: string, option: Option): boolean {
  return names(option).some((name) => {
    const slips = name.length >= 8 ? 2 : 1;
    return name.length >= 4 && distance(said, name, slips) <= slips;
  });
}
