/**
 * Writes the types of the desk's API for TypeScript out of its OpenAPI, in the form that openapi-fetch takes:
 * `node scripts/generate-client.mjs http://127.0.0.1:3978/openapi.json` writes client/desk-api.ts.
 */
import { writeFileSync } from "node:fs";

const head =
  "// Generated from /openapi.json by scripts/generate-client.mjs; a test compares it. Do not edit.\n";
const methods = ["get", "put", "post", "delete"];

export function generateClient({ paths, components }) {
  const pathLines = Object.entries(paths).map(([path, operations]) =>
    property(path, toPath(operations, components), 1),
  );
  const schemaLines = Object.entries(components.schemas).map(([name, schema]) =>
    property(name, toType(schema, 2), 2),
  );
  return [
    head,
    "export interface paths {",
    ...pathLines,
    "}",
    "",
    "export interface components {",
    "  schemas: {",
    ...schemaLines,
    "  };",
    "  responses: {",
    ...Object.entries(components.responses).map(([status, { content }]) =>
      property(status, toAnswer(content), 2),
    ),
    "  };",
    "}",
    "",
  ].join("\n");
}

function toPath(operations, components) {
  const lines = methods.map((method) =>
    operations[method] === undefined
      ? `${indent(2)}${method}?: never;`
      : property(method, toOperation(operations[method], components), 2),
  );
  return block(
    [`${indent(2)}parameters: { query?: never; header?: never; path?: never; cookie?: never };`, ...lines],
    1,
  );
}

function toOperation({ parameters, requestBody, responses, summary }, components) {
  const resolved = parameters.map((one) =>
    one.$ref === undefined ? one : components.parameters[one.$ref.split("/").at(-1)],
  );
  const of = (place) => {
    const some = resolved.filter((one) => one.in === place);
    if (some.length === 0) return property(place, "never", 4, true);
    const isFree = some.every(({ required }) => required !== true);
    const lines = some.map((one) => property(one.name, toType(one.schema, 5), 5, one.required !== true));
    return property(place, block(lines, 4), 4, isFree);
  };
  const places = ["query", "header", "path", "cookie"].map(of);
  const body = requestBody === undefined ? "never" : toContent(requestBody.content, 3);
  const answers = Object.entries(responses).map(([status, one]) => {
    const type = one.$ref === undefined ? toAnswer(one.content) : `components["responses"]["${status}"]`;
    return `${indent(4)}${status}: ${type};`;
  });
  return block(
    [
      `${indent(3)}/** ${summary} */`.replace(/\*\/(?=.*\*\/)/g, ""),
      property("parameters", block(places, 3), 3),
      property("requestBody", body, 3, requestBody === undefined),
      property("responses", block(answers, 3), 3),
    ],
    2,
  );
}

function toAnswer(content) {
  if (content === undefined) return "{ headers: { [name: string]: unknown }; content?: never }";
  return `{ headers: { [name: string]: unknown }; ${toContent(content, 4).slice(2, -2)} }`;
}

function toContent(content, level) {
  const parts = Object.entries(content).map(([type, { schema }]) => `"${type}": ${toType(schema, level)}`);
  return `{ content: { ${parts.join("; ")} } }`;
}

function toType(schema, level) {
  if (schema.$ref !== undefined) return `components["schemas"]["${schema.$ref.split("/").at(-1)}"]`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((one) => JSON.stringify(one)).join(" | ");
  const some = schema.anyOf ?? schema.oneOf;
  if (some !== undefined) return some.map((one) => grouped(toType(one, level))).join(" | ");
  if (schema.allOf !== undefined) return schema.allOf.map((one) => grouped(toType(one, level))).join(" & ");
  if (Array.isArray(schema.type))
    return schema.type.map((type) => toType({ ...schema, type }, level)).join(" | ");
  switch (schema.type) {
    case "string":
      return schema.format === "binary" ? "Blob" : "string";
    case "integer":
    case "number":
      return "number";
    case "boolean":
      return "boolean";
    case "null":
      return "null";
    case "array":
      return toArray(schema, level);
    case "object":
      return toObject(schema, level);
    default:
      return "unknown";
  }
}

function toArray({ items, prefixItems }, level) {
  if (prefixItems !== undefined) return `[${prefixItems.map((one) => toType(one, level)).join(", ")}]`;
  return `${grouped(toType(items ?? {}, level))}[]`;
}

function toObject({ properties = {}, required = [], additionalProperties }, level) {
  const lines = Object.entries(properties).map(([name, one]) =>
    property(name, toType(one, level + 1), level + 1, !required.includes(name)),
  );
  if (typeof additionalProperties === "object" && lines.length === 0) {
    return `{ [key: string]: ${toType(additionalProperties, level + 1)} }`;
  }
  if (lines.length === 0)
    return additionalProperties === false ? "Record<string, never>" : "{ [key: string]: unknown }";
  return block(lines, level);
}

function grouped(type) {
  return /[|&]/.test(type) && !type.startsWith("{") ? `(${type})` : type;
}

function property(name, type, level, isFree = false) {
  const shown = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
  return `${indent(level)}${shown}${isFree ? "?" : ""}: ${type};`;
}

function block(lines, level) {
  return ["{", ...lines, `${indent(level)}}`].join("\n");
}

function indent(level) {
  return "  ".repeat(level);
}

const [, script = "", address] = process.argv;
if (script.endsWith("generate-client.mjs") && address !== undefined) {
  fetch(address)
    .then((response) => response.json())
    .then((document) => writeFileSync("client/desk-api.ts", generateClient(document)));
}
