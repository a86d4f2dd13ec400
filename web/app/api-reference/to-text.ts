import { nameOf, type Schema } from "./document.js";

/** A schema as a person who writes programs reads it; things with a name are told by it. */
export function toText(schema: Schema, level = 0): string {
  if (schema.$ref !== undefined) return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  const some = schema.anyOf ?? schema.oneOf;
  if (some !== undefined) return some.map((one) => toText(one, level)).join(" | ");
  if (schema.allOf !== undefined) return schema.allOf.map((one) => toText(one, level)).join(" & ");
  if (schema.type === "array") return `${toText(schema.items ?? {}, level)}[]`;
  if (schema.type === "object") return toObject(schema, level);
  const type = [schema.type ?? "any"].flat().join(" | ");
  return schema.format === undefined ? type : `${type} (${schema.format})`;
}

/** The names of things that a schema, or what it names, speaks of; each once, in the order they are met. */
export function namesIn(schema: Schema, parts: Readonly<Record<string, Schema>>): string[] {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const reference = "$ref" in value && typeof value.$ref === "string" ? nameOf(value.$ref) : undefined;
    if (reference !== undefined && !found.has(reference)) {
      found.add(reference);
      visit(parts[reference]);
    }
    for (const part of Object.values(value)) visit(part);
  };
  visit(schema);
  return [...found];
}

function toObject({ properties = {}, required = [], additionalProperties }: Schema, level: number): string {
  const inner = "  ".repeat(level + 1);
  const lines = Object.entries(properties).map(
    ([name, one]) => `${inner}${name}${required.includes(name) ? "" : "?"}: ${toText(one, level + 1)}`,
  );
  if (lines.length > 0) return `{\n${lines.join("\n")}\n${"  ".repeat(level)}}`;
  return typeof additionalProperties === "object"
    ? `{ [name]: ${toText(additionalProperties, level + 1)} }`
    : "{ }";
}
