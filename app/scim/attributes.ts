export const urns = {
  user: "urn:ietf:params:scim:schemas:core:2.0:User",
  group: "urn:ietf:params:scim:schemas:core:2.0:Group",
  enterprise: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
  list: "urn:ietf:params:scim:api:messages:2.0:ListResponse",
  patch: "urn:ietf:params:scim:api:messages:2.0:PatchOp",
} as const;

/** Where a path of SCIM leads, in lower case: `emails[type eq "work"].value`, `urn:…:User:department`. */
export interface Path {
  readonly isEnterprise: boolean;
  /** Empty for an extension as a whole. */
  readonly attribute: string;
  /** What stands between brackets. */
  readonly filter: string | undefined;
  readonly sub: string | undefined;
}

const shape = /^(?:(urn:[^[\]\s]+):)?([a-z$][\w$-]*)(?:\[(.*)\])?(?:\.([a-z$][\w$-]*))?$/i;

/** Nothing for what is no path. */
export function readPath(text: string): Path | undefined {
  const plain = text.trim();
  const isWhole = plain.toLowerCase() === urns.enterprise.toLowerCase();
  if (isWhole) return { isEnterprise: true, attribute: "", filter: undefined, sub: undefined };
  const [, urn, attribute, filter, sub] = shape.exec(plain) ?? [];
  if (attribute === undefined) return undefined;
  const isEnterprise = urn?.toLowerCase() === urns.enterprise.toLowerCase();
  return { isEnterprise, attribute: attribute.toLowerCase(), filter, sub: sub?.toLowerCase() };
}

/** The same object with the names of its properties in lower case; nothing for what is none. */
export function lowerKeys(value: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const known = Object.entries(value).map(([name, part]) => [name.toLowerCase(), part] as const);
  return Object.assign(Object.create(null), Object.fromEntries(known));
}

/** Always told, whatever was asked for. */
const always: readonly string[] = ["schemas", "id"];

export interface Wanted {
  readonly attributes?: string | undefined;
  readonly excludedAttributes?: string | undefined;
}

/** Narrows an answer to the attributes that were asked for, or to all but those. */
export function pick(resource: Readonly<Record<string, unknown>>, wanted: Wanted): object {
  const only = pathsOf(wanted.attributes);
  const without = pathsOf(wanted.excludedAttributes);
  if (only.length === 0 && without.length === 0) return resource;
  return Object.fromEntries(
    Object.entries(resource).flatMap(([name, value]) => {
      if (always.includes(name)) return [[name, value]];
      const isWanted = only.length === 0 ? !names(without, name) : names(only, name);
      return isWanted ? [[name, value]] : [];
    }),
  );
}

/** Whether answers to this wish tell an attribute. */
export function isWanted(name: string, wanted: Wanted): boolean {
  return name in pick({ [name]: true }, wanted);
}

function pathsOf(list: string | undefined): string[] {
  return (list ?? "")
    .split(",")
    .map((path) => path.trim().toLowerCase())
    .filter((path) => path !== "");
}

/** A part of an attribute asks for the whole of it; taking a part away takes nothing. */
function names(paths: readonly string[], name: string): boolean {
  const own = name.toLowerCase();
  return paths.some((path) => {
    const { isEnterprise, attribute } = readPath(path) ?? { isEnterprise: false, attribute: path };
    return path === own || (isEnterprise ? own === urns.enterprise.toLowerCase() : attribute === own);
  });
}
