import type { z } from "zod";
import { type ImportReport, idSchema, type PortfolioType, portfolioTypes } from "../../../contract/index.js";
import { newId } from "../../../store/index.js";
import { checkItem } from "../check-item.js";
import { itemSchema, type PortfolioItem } from "../item.js";
import type { PortfolioState } from "../state.js";
import { type FileRecord, recordSchemas, toRecord } from "./record.js";

export interface ImportPlan {
  /** What has to be written, in this order. */
  readonly items: readonly PortfolioItem[];
  readonly report: Omit<ImportReport, "dryRun">;
}

type Read = { readonly item: PortfolioItem } | { readonly reasons: readonly string[] };

/** What the records would make of the portfolio, and which of them cannot be; the state has the result afterwards. */
export function importPortfolio(records: readonly FileRecord[], state: PortfolioState): ImportPlan {
  const items: PortfolioItem[] = [];
  const refused: ImportReport["refused"] = [];
  const seen = new Map<string, string>();
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const record of records) {
    const read = readRecord(record, state, seen);
    if ("reasons" in read) {
      const { at, type, values } = record;
      refused.push({ at, type, key: String(values.key ?? "").slice(0, 100), reasons: [...read.reasons] });
      continue;
    }
    const outcome = compare(read.item, state);
    counts[outcome] += 1;
    if (outcome === "unchanged") continue;
    state.put(read.item);
    items.push(read.item);
  }
  return { items, report: { ...counts, refused } };
}

function compare(item: PortfolioItem, state: PortfolioState): "created" | "updated" | "unchanged" {
  const before = state.find(item.type, item.id);
  if (before === undefined) return "created";
  const [was, is] = [before, item].map((one) => JSON.stringify(sorted(toRecord(one, state))));
  return was === is ? "unchanged" : "updated";
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, part]) => [name, sorted(part)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readRecord(record: FileRecord, state: PortfolioState, seen: Map<string, string>): Read {
  const type = portfolioTypes.find((known) => known === record.type);
  if (type === undefined)
    return { reasons: [`There is no type "${record.type}". Use ${portfolioTypes.join(", ")}.`] };
  const name = `${type} ${String(record.values.key)}`;
  const first = seen.get(name);
  if (first !== undefined) return { reasons: [`This key stands in ${first} already.`] };
  seen.set(name, record.at);
  const read = toItem(type, record, state);
  if ("reasons" in read) return read;
  const problems = checkItem(read.item, state);
  return problems.length === 0 ? read : { reasons: problems.map(({ message }) => message) };
}

function toItem(type: PortfolioType, { values }: FileRecord, state: PortfolioState): Read {
  const before = typeof values.key === "string" ? state.byKey(type, values.key) : undefined;
  const known = before === undefined ? defaultsOf(type, values, state) : toRecord(before, state);
  const whole = recordSchemas[type].safeParse(merge(known, values));
  if (!whole.success) return { reasons: reasonsOf(whole.error) };
  const references = resolve(whole.data, state);
  if ("reasons" in references) return references;
  const { id, key } = nameFor(whole.data.key, before);
  const item = itemSchema.safeParse({ type, id, form: { ...references.form, key } });
  return item.success ? { item: item.data } : { reasons: reasonsOf(item.error, 1) };
}

/** Something new whose key is an id keeps that id, so that settings that point at it stay right on another desk. */
function nameFor(key: string, before: PortfolioItem | undefined) {
  if (before !== undefined) return { id: before.id, key: before.form.key };
  return idSchema.safeParse(key).success ? { id: key, key: undefined } : { id: newId(), key };
}

/** What a new item is where the file does not say; whether it is offered by chat must be said (S0-4). */
function defaultsOf(type: PortfolioType, values: FileRecord["values"], state: PortfolioState) {
  if (type === "origin" || type === "contract") return {};
  const positions = state.all(type).map(({ form }) => form.position);
  const shared = {
    ...(values.description === undefined ? { description: values.name } : {}),
    position: positions.reduce((highest, position) => Math.max(highest, position), -1) + 1,
    groups: [],
  };
  if (type === "activity") return { ...shared, status: "active", fields: [], samples: {} };
  return { ...shared, phase: "catalog" };
}

/** Translated texts are merged language by language, everything else as a whole. */
function merge(known: Readonly<Record<string, unknown>>, values: FileRecord["values"]) {
  const merged: Record<string, unknown> = { ...known, ...values };
  for (const name of ["name", "description", "samples"]) {
    const [before, after] = [known[name], values[name]];
    if (isObject(before) && isObject(after)) merged[name] = { ...before, ...after };
  }
  if (isObject(merged.samples)) merged.samples = withoutEmpty(merged.samples);
  return merged;
}

function withoutEmpty(lists: Record<string, unknown>): Record<string, unknown> {
  const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(lists).filter(([, value]) => !isEmpty(value)));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Ids in place of keys and names. */
function resolve(
  record: Readonly<Record<string, unknown>>,
  state: PortfolioState,
): { readonly form: object } | { readonly reasons: readonly string[] } {
  const reasons: string[] = [];
  const { catalog, service, group, groups, ...form } = record;
  const parent = (type: "catalog" | "service", key: unknown) => {
    const found = typeof key === "string" ? state.byKey(type, key) : undefined;
    if (found === undefined) reasons.push(`There is no ${type} with the key "${String(key)}".`);
    return found?.id;
  };
  const groupId = (name: unknown) => {
    const id = typeof name === "string" ? state.groupId(name) : undefined;
    if (id === undefined) reasons.push(`There is no group "${String(name)}".`);
    return id;
  };
  const resolved = {
    ...form,
    ...(catalog === undefined ? {} : { catalogId: parent("catalog", catalog) }),
    ...(service === undefined ? {} : { serviceId: parent("service", service) }),
    ...(group === undefined ? {} : { groupId: groupId(group) }),
    ...(Array.isArray(groups) ? { groupIds: [...new Set(groups.map(groupId))].sort() } : {}),
  };
  return reasons.length > 0 ? { reasons } : { form: resolved };
}

function reasonsOf(error: z.ZodError, outerSteps = 0): string[] {
  return error.issues.slice(0, 10).map(({ path, message }) => {
    const at = path.slice(outerSteps).join(".");
    const reason = message.endsWith("received undefined") ? "This is missing." : message;
    return at === "" ? reason : `${at}: ${reason}`;
  });
}
