import { z } from "zod";
import type { ActivityField, Locale } from "../../contract/index.js";
import { parseChoice } from "./choice.js";
import { displayDate, parseDate } from "./date.js";
import { fold } from "./fold.js";
import { displayNumber, parseNumber } from "./number.js";
import type { ParsedAnswer } from "./parsed-answer.js";

const textCharsMax = 4000;
const emailSchema = z.email().max(254);
const skips = new Set([
  "skip",
  "none",
  "nothing",
  "omitir",
  "saltar",
  "ninguno",
  "nada",
  "pular",
  "nenhum",
  "",
]);

/** What somebody answered to one field of an activity, or what is wrong with it. A field that is not required may be skipped. */
export function parseAnswer(
  field: ActivityField,
  answer: string,
  context: { readonly locale: Locale; readonly now: number },
): ParsedAnswer {
  const text = answer.trim();
  if (!field.required && skips.has(fold(text))) return { ok: true, value: "", display: "" };
  if (text === "") return { ok: false, problem: "required" };
  if (text.length > (field.maxChars ?? textCharsMax)) return { ok: false, problem: "too-long" };
  const { locale, now } = context;
  switch (field.type) {
    case "text":
      return { ok: true, value: text, display: text };
    case "email":
      return parseEmail(text);
    case "date":
      return parsed(parseDate(text, now), "not-a-date", (value) => displayDate(value, locale));
    case "number":
      return parsed(parseNumber(text, locale), "not-a-number", (value) => displayNumber(value, locale));
    case "choice":
      return parseChoice(field.options ?? [], text, locale);
  }
}

/** People write "my address is ana@example.com." */
function parseEmail(text: string): ParsedAnswer {
  const words = text.split(/[\s<>()]+/).map((word) => word.replace(/^mailto:|[.,;:!?]+$/g, ""));
  const found = [...new Set(words.filter((word) => emailSchema.safeParse(word).success))];
  const [only] = found;
  if (found.length > 1) return { ok: false, problem: "ambiguous" };
  return only === undefined
    ? { ok: false, problem: "not-an-email" }
    : { ok: true, value: only, display: only };
}

function parsed(
  value: string | undefined,
  problem: "not-a-date" | "not-a-number",
  display: (value: string) => string,
): ParsedAnswer {
  return value === undefined ? { ok: false, problem } : { ok: true, value, display: display(value) };
}
