import { z } from "zod";
import * as contract from "../../contract/index.js";

export type JsonSchema = z.core.JSONSchema.JSONSchema;

const place = "#/components/schemas/";

/** The objects of the contract by their names there: `ticketSchema` is `Ticket`. */
const named = z.registry<{ id: string }>();
for (const [name, schema] of Object.entries(contract)) {
  if (!name.endsWith("Schema") || !(schema instanceof z.ZodObject) || named.has(schema)) continue;
  named.add(schema, { id: name.slice(0, 1).toUpperCase() + name.slice(1, -"Schema".length) });
}

/**
 * JSON Schemas of what goes in and out, with the things of the contract told once, by name. What is written in another
 * way than it is read, because something has a default, has a second name for writing.
 */
export class Schemas {
  readonly #out = new Map<string, JsonSchema>();
  readonly #in = new Map<string, JsonSchema>();

  /** As a client reads it. */
  read(schema: z.ZodType): JsonSchema {
    return this.#take(schema, "output", this.#out);
  }

  /** As a client writes it. */
  write(schema: z.ZodType): JsonSchema {
    return this.#take(schema, "input", this.#in);
  }

  /** Everything that was named so far; the schemas that were taken refer to it. */
  settle(document: object): Record<string, JsonSchema> {
    const differing = this.#differing();
    const nameOf = (name: string) => (differing.has(name) ? `${name}Input` : name);
    const parts = new Map<string, JsonSchema>();
    for (const [name, schema] of this.#out)
      parts.set(
        name,
        refer(schema, (of) => of),
      );
    for (const [name, schema] of this.#in) parts.set(nameOf(name), refer(schema, nameOf));
    rewrite(document, (reference) => {
      const [way = "", name = ""] = reference.slice(mark.length).split(" ");
      return place + (way === "input" ? nameOf(name) : name);
    });
    return Object.fromEntries([...parts].sort(([one], [other]) => one.localeCompare(other)));
  }

  #take(schema: z.ZodType, io: "input" | "output", names: Map<string, JsonSchema>): JsonSchema {
    const { properties = {}, $defs = {} } = z.toJSONSchema(z.object({ it: schema }), {
      io,
      metadata: named,
      unrepresentable: "any",
    });
    for (const [name, part] of Object.entries($defs)) names.set(name, part);
    const { it } = properties;
    if (typeof it !== "object") return {};
    return refer(it, (name) => `${io} ${name}`, mark);
  }

  /** Those that are written in another way than they are read, or hold one that is. */
  #differing(): ReadonlySet<string> {
    const found = new Set<string>();
    for (let size = -1; size !== found.size; ) {
      size = found.size;
      for (const [name, schema] of this.#in) {
        const read = this.#out.get(name);
        if (read === undefined) continue;
        const text = JSON.stringify(withoutClosing(schema));
        const holds = [...text.matchAll(/"#\/\$defs\/(\w+)"/g)].some(([, of = ""]) => found.has(of));
        if (holds || text !== JSON.stringify(withoutClosing(read))) found.add(name);
      }
    }
    return found;
  }
}

/** The parts of a query, each told in its place. */
export function partsOf(schema: z.ZodType): Pick<JsonSchema, "properties" | "required"> {
  return z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
}

/** Marks a reference until it is known under which name the thing stands. */
const mark = "named:";

function refer(schema: JsonSchema, nameOf: (name: string) => string, before = place): JsonSchema {
  const copy = structuredClone(schema);
  rewrite(copy, (reference) => before + nameOf(reference.replace("#/$defs/", "")));
  return copy;
}

/** Changes every reference in place. */
function rewrite(value: unknown, change: (reference: string) => string): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (key === "$ref" && typeof part === "string") {
      if (part.startsWith(mark) || part.startsWith("#/$defs/")) Reflect.set(value, key, change(part));
    } else rewrite(part, change);
  }
}

/** What is written may be open where what is read is told whole: that alone makes no other thing. */
function withoutClosing(schema: JsonSchema): JsonSchema {
  const copy = structuredClone(schema);
  const strip = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if (Reflect.get(value, "additionalProperties") === false)
      Reflect.deleteProperty(value, "additionalProperties");
    for (const part of Object.values(value)) strip(part);
  };
  strip(copy);
  return copy;
}
