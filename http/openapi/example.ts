import type { JsonSchema } from "./schemas.js";

const id = "0198f6a2-7c00-7000-8000-000000000001";
/** What a string of this name looks like; others say "text". */
const strings: Readonly<Record<string, string>> = {
  name: "Network",
  title: "Connect to the VPN",
  description: "The printer on the third floor does not print.",
  text: "Hello, how can I help?",
  username: "ana",
  password: "correct horse battery",
  language: "en",
  locale: "en",
  folder: "Network",
  body: "Open the client and choose **Office**.",
  q: "vpn",
  number: "100234",
  timeZone: "Europe/Madrid",
  url: "https://example.com/hook",
};
const formats: Readonly<Record<string, string>> = {
  uuid: id,
  email: "ana@example.com",
  uri: "https://example.com/hook",
  date: "2026-11-22",
  "date-time": "2026-11-22T09:00:00Z",
};
/** For strings of which only a pattern is known. */
const plain: readonly string[] = ["field", "#1a7f64", "09:00", "2026-11-22", "12-25", "x".repeat(40)];
const levelsMost = 8;

/** A value that fits the schema, as small as it is clear; the schemas' own examples first. */
export function exampleOf(schema: JsonSchema, parts: Readonly<Record<string, JsonSchema>>): unknown {
  return make(schema, { parts, name: "", level: 0 });
}

interface Place {
  readonly parts: Readonly<Record<string, JsonSchema>>;
  readonly name: string;
  readonly level: number;
}

function make(schema: JsonSchema, place: Place): unknown {
  const { $ref, examples, default: preset, enum: choices, anyOf, oneOf, allOf, type } = schema;
  if (Array.isArray(examples)) return examples[0];
  if ($ref !== undefined) return make(place.parts[$ref.split("/").at(-1) ?? ""] ?? {}, place);
  if (preset !== undefined) return preset;
  if (schema.const !== undefined) return schema.const;
  if (choices !== undefined) return choices[0];
  const [first] = anyOf ?? oneOf ?? allOf ?? [];
  if (typeof first === "object") return make(first, place);
  switch (type) {
    case "object":
      return makeObject(schema, place);
    case "array":
      return makeArray(schema, place);
    case "string":
      return makeString(schema, place);
    case "integer":
    case "number":
      return makeNumber(schema, place);
    case "boolean":
      return true;
    default:
      return null;
  }
}

function makeObject({ properties = {}, required = [] }: JsonSchema, place: Place): object {
  const shown = Object.entries(properties).filter(([name]) => required.includes(name) || place.level < 1);
  if (place.level > levelsMost) return {};
  return Object.fromEntries(
    shown.flatMap(([name, of]) =>
      typeof of === "object" ? [[name, make(of, { ...place, name, level: place.level + 1 })]] : [],
    ),
  );
}

function makeArray({ items, minItems = 0, prefixItems }: JsonSchema, place: Place): unknown[] {
  const inner = { ...place, level: place.level + 1 };
  if (prefixItems !== undefined)
    return prefixItems.map((of) => (typeof of === "object" ? make(of, inner) : null));
  if (typeof items !== "object" || Array.isArray(items) || (minItems === 0 && place.level > 3)) return [];
  return Array.from({ length: Math.max(1, minItems) }, () => make(items, inner));
}

function makeString(
  { format, pattern = "", minLength = 0, maxLength = 200 }: JsonSchema,
  { name }: Place,
): string {
  const known = formats[format ?? ""] ?? strings[name] ?? (/Id$/.test(name) ? id : "text");
  const form = new RegExp(pattern, "u");
  const fitting = [known, ...plain].find((text) => form.test(text)) ?? known;
  return fitting.padEnd(minLength, "x").slice(0, maxLength);
}

function makeNumber({ minimum, exclusiveMinimum }: JsonSchema, { name }: Place): number {
  if (/At$|Since$|Until$|^at$|^from$|^to$/.test(name)) return 1_795_338_000_000;
  if (typeof exclusiveMinimum === "number") return exclusiveMinimum + 1;
  return typeof minimum === "number" && minimum > 0 ? minimum : 1;
}
