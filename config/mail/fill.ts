import { type TemplateValues, type TemplateVariable, templateVariables } from "../../contract/index.js";

const variablePattern = /\{(\w+)\}/g;

/** The names between braces that no value exists for. */
export function unknownVariables(text: string): string[] {
  const names = [...text.matchAll(variablePattern)].map(([, name = ""]) => name);
  return [...new Set(names.filter((name) => !isVariable(name)))];
}

/** Puts the values in, once: braces inside a value stay what somebody wrote. */
export function fill(text: string, values: TemplateValues): string {
  return text.replace(variablePattern, (whole, name: string) => (isVariable(name) ? values[name] : whole));
}

/** For a header: whatever people wrote, it stays one line of bearable length (reliability S36). */
export function toHeaderLine(text: string): string {
  const flat = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return flat.length > maxHeaderChars ? `${flat.slice(0, maxHeaderChars - 1)}…` : flat;
}

const maxHeaderChars = 200;

function isVariable(name: string): name is TemplateVariable {
  return templateVariables.some((known) => known === name);
}
