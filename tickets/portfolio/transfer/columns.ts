import { locales } from "../../../contract/index.js";
import type { FileRecord, PortfolioRecord } from "./record.js";

const texts = (name: string) => locales.map((locale) => `${name}_${locale}`);

/** The columns of a CSV file; one file holds items of all types. */
export const columns = [
  "type",
  "key",
  "parent",
  "kind",
  ...texts("name"),
  ...texts("description"),
  "phase",
  "status",
  "via_chat",
  "position",
  "group",
  "permitted_groups",
  "fields",
  ...texts("samples"),
];

const parents: Readonly<Record<string, string>> = { service: "catalog", activity: "service" };
const yes = new Set(["yes", "y", "true", "1", "sí", "si", "sim", "s"]);
const no = new Set(["no", "n", "false", "0", "não", "nao"]);

/** A record as a line; lists stand one entry per line of the cell, fields as JSON. */
export function toCells(type: string, record: PortfolioRecord): string[] {
  const { name, description, samples } = record;
  const named = typeof name === "string" ? { en: name } : name;
  const values: Record<string, string> = {
    type,
    key: record.key,
    parent: textOf(record[parents[type] ?? ""]),
    kind: textOf(record.kind),
    ...spread("name", named, textOf),
    ...spread("description", description, textOf),
    phase: textOf(record.phase),
    status: textOf(record.status),
    via_chat: record.viaChat === undefined ? "" : record.viaChat === true ? "yes" : "no",
    position: textOf(record.position),
    group: textOf(record.group),
    permitted_groups: linesOf(record.groups),
    fields: record.fields === undefined ? "" : JSON.stringify(record.fields),
    ...spread("samples", samples, linesOf),
  };
  return columns.map((column) => values[column] ?? "");
}

/**
 * A line as a record. A column that is not there, and an empty cell where something must stand, leave the item as it
 * is; an empty cell of a text or list empties it.
 */
export function fromCells(cells: ReadonlyMap<string, string>, line: number): FileRecord {
  const type = (cells.get("type") ?? "").trim().toLowerCase();
  const isNamed = type === "origin" || type === "contract";
  const values: Record<string, unknown> = { key: (cells.get("key") ?? "").trim() };
  const put = (name: string, column: string, read: (cell: string) => unknown) => {
    const cell = cells.get(column)?.trim();
    if (cell !== undefined && cell !== "") values[name] = read(cell);
  };
  if (isNamed) {
    put("name", "name_en", (cell) => cell);
    return { at: `line ${line}`, type, values };
  }
  for (const name of ["name", "description"]) {
    const text = gather(name, cells, (cell) => (cell === "" ? undefined : cell));
    if (text !== undefined) values[name] = text;
  }
  const parent = parents[type];
  if (parent !== undefined) put(parent, "parent", (cell) => cell);
  put("phase", "phase", (cell) => cell.toLowerCase());
  put("viaChat", "via_chat", readFlag);
  put("position", "position", readNumber);
  const groups = cells.get("permitted_groups");
  if (groups !== undefined) values.groups = readLines(groups);
  if (type !== "activity") return { at: `line ${line}`, type, values };
  delete values.phase;
  put("kind", "kind", (cell) => cell.toLowerCase());
  put("status", "status", (cell) => cell.toLowerCase());
  if (cells.has("group")) values.group = cells.get("group")?.trim() || undefined;
  const fields = cells.get("fields");
  if (fields !== undefined) values.fields = fields.trim() === "" ? [] : readJson(fields);
  const samples = gather("samples", cells, readLines);
  if (samples !== undefined) values.samples = samples;
  return { at: `line ${line}`, type, values };
}

function spread(name: string, value: unknown, write: (part: unknown) => string): Record<string, string> {
  const parts: Readonly<Record<string, unknown>> = typeof value === "object" ? { ...value } : {};
  return Object.fromEntries(locales.map((locale) => [`${name}_${locale}`, write(parts[locale])]));
}

/** The translations of a text; languages without a column keep what they have. */
function gather(name: string, cells: ReadonlyMap<string, string>, read: (cell: string) => unknown) {
  const present = locales.flatMap((locale) => {
    const cell = cells.get(`${name}_${locale}`);
    return cell === undefined ? [] : [[locale, read(cell.trim())] as const];
  });
  const isEmpty = present.every(([, value]) => value === undefined);
  return present.length === 0 || isEmpty ? undefined : Object.fromEntries(present);
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}

function linesOf(value: unknown): string {
  return Array.isArray(value) ? value.join("\n") : "";
}

function readLines(cell: string): string[] {
  return cell
    .split(/[\r\n|]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function readFlag(cell: string): unknown {
  const word = cell.toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : cell;
}

function readNumber(cell: string): unknown {
  return /^\d{1,9}$/.test(cell) ? Number(cell) : cell;
}

function readJson(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}
