import { type Filter, parse, filter as toTest } from "scim2-parse-filter";
import type { Compare, GroupField, PersonField, Where } from "../../config/index.js";
import { ScimRefusal } from "./refusals.js";

export type { Filter };

/** How a value is compared: as it is, without regard to case, as a flag or as a time. */
type Kind = "exact" | "words" | "flag" | "time";
type Fields<F extends string> = Readonly<Record<string, { readonly field: F; readonly kind: Kind }>>;

/** Far above what directories send; each nesting of a filter is a step of the parser. */
const filterChars = 1000;
const ordered: readonly Compare[] = ["gt", "ge", "lt", "le"];
const partial: readonly Compare[] = ["co", "sw", "ew"];
const prefix = /^urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group):/i;

const times = {
  "meta.created": { field: "created", kind: "time" },
  "meta.lastmodified": { field: "lastModified", kind: "time" },
} as const;

const personFields: Fields<PersonField> = {
  ...times,
  id: { field: "id", kind: "exact" },
  username: { field: "userName", kind: "words" },
  externalid: { field: "externalId", kind: "exact" },
  emails: { field: "email", kind: "words" },
  "emails.value": { field: "email", kind: "words" },
  active: { field: "active", kind: "flag" },
  displayname: { field: "displayName", kind: "words" },
};

const groupFields: Fields<GroupField> = {
  ...times,
  id: { field: "id", kind: "exact" },
  displayname: { field: "displayName", kind: "words" },
  externalid: { field: "externalId", kind: "exact" },
  members: { field: "member", kind: "exact" },
  "members.value": { field: "member", kind: "exact" },
};

export function personsWhere(filter: string | undefined): Where<PersonField> {
  // Of a person the desk keeps one address: of which kind it is narrows nothing.
  return whereOf(filter, personFields, ["emails.type", "emails.primary"]);
}

export function groupsWhere(filter: string | undefined): Where<GroupField> {
  return whereOf(filter, groupFields, ["members.type"]);
}

/** Throws a refusal for what cannot be read. */
export function parseFilter(text: string): Filter {
  if (text.length > filterChars) throw unreadable("it is too long");
  try {
    return parse(text);
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
}

/** Whether something is what a filter means. */
export function testOf(filter: Filter): (value: Readonly<Record<string, unknown>>) => boolean {
  return toTest(filter);
}

function whereOf<F extends string>(
  text: string | undefined,
  fields: Fields<F>,
  ignored: readonly string[],
): Where<F> {
  if (text === undefined || text.trim() === "") return { kind: "all" };
  return toWhere(parseFilter(text), "", { fields, ignored });
}

function toWhere<F extends string>(
  filter: Filter,
  within: string,
  known: { readonly fields: Fields<F>; readonly ignored: readonly string[] },
): Where<F> {
  switch (filter.op) {
    case "and":
    case "or":
      return { kind: filter.op, parts: filter.filters.map((part) => toWhere(part, within, known)) };
    case "not":
      return { kind: "not", part: toWhere(filter.filter, within, known) };
    case "[]":
      return toWhere(filter.valFilter, `${nameOf(filter.attrPath)}.`, known);
    default: {
      const name = within + nameOf(filter.attrPath);
      if (known.ignored.includes(name)) return { kind: "all" };
      const found = Object.hasOwn(known.fields, name) ? known.fields[name] : undefined;
      if (found === undefined) throw unreadable(`lists are not narrowed by ${filter.attrPath}`);
      const value = filter.op === "pr" ? null : toCompared(filter.compValue, found.kind, filter.op);
      return { kind: "compare", field: found.field, by: filter.op, value };
    }
  }
}

function nameOf(path: string): string {
  return path.replace(prefix, "").toLowerCase();
}

function toCompared(
  value: boolean | null | number | string,
  kind: Kind,
  by: Compare,
): string | number | null {
  if (value === null) return null;
  const isFitting = kind === "time" || (kind === "flag" ? by === "eq" || by === "ne" : !ordered.includes(by));
  if (!isFitting || (kind === "time" && partial.includes(by))) throw unreadable(`${by} does not fit there`);
  const text = String(value);
  if (kind === "flag") return text.toLowerCase() === "true" ? 1 : 0;
  if (kind === "time") {
    const at = Date.parse(text);
    if (Number.isNaN(at)) throw unreadable(`${text} is no time`);
    return at;
  }
  return kind === "words" ? text.normalize("NFKC").trim().toLowerCase() : text;
}

function unreadable(why: string): ScimRefusal {
  return new ScimRefusal(400, "invalidFilter", `This filter cannot be used: ${why}.`);
}
