import { z } from "zod";
import { type ProvisionedPerson, type SaidPerson, saidPersonSchema } from "../../config/index.js";
import { lowerKeys, urns } from "./attributes.js";
import { ScimRefusal } from "./refusals.js";

/** Microsoft writes flags as words. */
const flag = z.union([z.boolean(), z.stringbool({ truthy: ["true"], falsy: ["false"] })]);

/** Reads a person as a directory sends them; what the desk does not keep is passed over. Throws a refusal. */
export function readUser(body: unknown): SaidPerson {
  const sent = lowerKeys(body);
  if (sent === undefined) throw new ScimRefusal(400, "invalidSyntax", "A user is an object.");
  const name = lowerKeys(sent.name);
  const enterprise = lowerKeys(sent[urns.enterprise.toLowerCase()]);
  return toSaid({
    userName: sent.username,
    externalId: sent.externalid,
    active: sent.active,
    displayName: sent.displayname,
    name:
      name === undefined
        ? undefined
        : { formatted: name.formatted, givenName: name.givenname, familyName: name.familyname },
    emails: sent.emails,
    preferredLanguage: sent.preferredlanguage,
    locale: sent.locale,
    department: enterprise?.department,
    organization: enterprise?.organization,
  });
}

/** Narrows what was put together, here or by a patch, to a person. Throws a refusal that says what does not fit. */
export function toSaid(loose: Readonly<Record<string, unknown>>): SaidPerson {
  const { active, emails, ...rest } = present(loose);
  const parsed = saidPersonSchema.safeParse({
    ...rest,
    ...(active === undefined ? {} : { active: flag.safeParse(active).data ?? active }),
    ...(emails === undefined ? {} : { emails: [emails].flat().flatMap(readEmail) }),
  });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") ?? "";
  throw new ScimRefusal(400, "invalidValue", `${where}: ${issue?.message ?? "does not fit"}`);
}

/** An address without a value is none. */
function readEmail(sent: unknown): object[] {
  const email = lowerKeys(sent);
  if (email === undefined) return [{ value: sent }];
  const { value, type, primary } = present(email);
  if (value === undefined || value === "") return [];
  return [{ value, type, primary: flag.safeParse(primary).data }];
}

/** To SCIM, null and the empty text are as good as nothing. */
function present(loose: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(loose).flatMap(([name, value]) => {
      if (value === null || value === undefined || value === "") return [];
      if (typeof value !== "object" || Array.isArray(value)) return [[name, value]];
      const parts = present(value as Record<string, unknown>);
      return Object.keys(parts).length === 0 ? [] : [[name, parts]];
    }),
  );
}

/** A person as SCIM shows them. */
export function toUser(person: ProvisionedPerson, baseUrl: string): Record<string, unknown> {
  const { id, said, isActive, groups, version, createdAt, updatedAt } = person;
  const { department, organization, name, ...shown } = said;
  const extension = { department, organization };
  const hasExtension = department !== undefined || organization !== undefined;
  return {
    schemas: [urns.user, ...(hasExtension ? [urns.enterprise] : [])],
    id,
    ...shown,
    ...(name === undefined ? {} : { name }),
    active: isActive,
    groups: groups.map((group) => ({
      value: group.id,
      display: group.name,
      $ref: `${baseUrl}/Groups/${group.id}`,
      type: "direct",
    })),
    ...(hasExtension ? { [urns.enterprise]: extension } : {}),
    meta: {
      resourceType: "User",
      created: new Date(createdAt).toISOString(),
      lastModified: new Date(updatedAt).toISOString(),
      location: `${baseUrl}/Users/${id}`,
      version: etagOf(version),
    },
  };
}

export function etagOf(version: number): string {
  return `W/"${version}"`;
}
