import { z } from "zod";
import type { ParameterDefinition } from "./definition.js";
import { parseLocalized } from "./fallback-text.js";

export type RawValue = string | number | boolean | null;
export type ParsedValue =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly reason: string };

const yes = new Set(["y", "yes", "s", "sim", "sí", "si", "true", "on", "1"]);
const no = new Set(["n", "no", "não", "nao", "false", "off", "0"]);
const webUrlSchema = z.url({ protocol: /^https?$/ });

/** The stored form of what an admin typed; an empty value means "not set". Whether an id exists is asked elsewhere. */
export function parseValue(definition: ParameterDefinition, raw: RawValue): ParsedValue {
  const text = raw === null ? "" : String(raw).trim();
  if (text === "") return { ok: true, value: "" };
  switch (definition.type) {
    case "flag":
      return parseFlag(text.toLowerCase());
    case "number":
      return parseNumber(text, definition.range);
    case "url":
      return webUrlSchema.safeParse(text.replaceAll("[lang]", "en")).success
        ? { ok: true, value: text }
        : { ok: false, reason: "It must be an address that begins with http:// or https://." };
    case "id":
      return typeof raw === "string" ? { ok: true, value: text } : { ok: false, reason: "It must be an id." };
    case "text":
      return parseText(text);
  }
}

function parseFlag(text: string): ParsedValue {
  if (yes.has(text)) return { ok: true, value: "Y" };
  if (no.has(text)) return { ok: true, value: "N" };
  return { ok: false, reason: "It must be Y or N." };
}

function parseNumber(text: string, range: ParameterDefinition["range"]): ParsedValue {
  const { min, max } = range ?? { min: 0, max: 1_000_000 };
  const isWithin = /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max;
  return isWithin
    ? { ok: true, value: String(Number(text)) }
    : { ok: false, reason: `It must be a whole number from ${min} to ${max}.` };
}

function parseText(text: string): ParsedValue {
  const isBroken = text.startsWith("{") && parseLocalized(text) === undefined;
  return isBroken
    ? {
        ok: false,
        reason: 'A text per language must be JSON with at least "en", such as {"en":"…","pt":"…"}.',
      }
    : { ok: true, value: text };
}
