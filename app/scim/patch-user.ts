import type { SaidPerson } from "../../config/index.js";
import { lowerKeys } from "./attributes.js";
import { type Filter, parseFilter, testOf } from "./filter.js";
import type { Operation } from "./patch.js";
import { ScimRefusal } from "./refusals.js";
import { toSaid } from "./user.js";

type Loose = Record<string, unknown>;
type Email = Record<string, unknown>;

/** Names of what a patch may touch, by their paths in lower case. */
const simple: Readonly<Record<string, string>> = {
  username: "userName",
  externalid: "externalId",
  active: "active",
  displayname: "displayName",
  preferredlanguage: "preferredLanguage",
  locale: "locale",
};
const ofName: Readonly<Record<string, string>> = {
  formatted: "formatted",
  givenname: "givenName",
  familyname: "familyName",
};
const ofEnterprise: Readonly<Record<string, string>> = {
  department: "department",
  organization: "organization",
};

/**
 * The person after a patch. Attributes that the desk does not keep are passed over, so that a directory that sends them
 * is not held up; what does not fit where it is kept is refused.
 */
export function patchUser(said: SaidPerson, operations: readonly Operation[]): SaidPerson {
  const loose: Loose = {
    ...said,
    name: { ...said.name },
    emails: said.emails.map((email) => ({ ...email })),
  };
  for (const operation of operations) step(loose, operation);
  return toSaid(loose);
}

function step(loose: Loose, operation: Operation): void {
  const { path, value } = operation;
  const { isEnterprise, attribute, sub } = path;
  if (isEnterprise) {
    setParts(loose, ofEnterprise, { name: attribute === "" ? undefined : attribute, operation });
  } else if (attribute === "name") {
    setParts(loose.name as Loose, ofName, { name: sub, operation });
  } else if (attribute === "emails") {
    loose.emails = stepEmails(loose.emails as Email[], operation);
  } else if (attribute === "id" && value !== undefined && operation.kind === "remove") {
    throw new ScimRefusal(400, "mutability", "The id is not changed.");
  } else {
    setParts(loose, simple, { name: attribute, operation });
  }
}

/** Sets one property, or, where none is named, those that the value names. */
function setParts(
  target: Loose,
  names: Readonly<Record<string, string>>,
  { name, operation }: { readonly name: string | undefined; readonly operation: Operation },
): void {
  const { kind, value } = operation;
  if (name !== undefined) {
    const own = Object.hasOwn(names, name) ? names[name] : undefined;
    if (own !== undefined) target[own] = kind === "remove" ? undefined : value;
    return;
  }
  if (kind === "remove") {
    for (const own of Object.values(names)) target[own] = undefined;
    return;
  }
  for (const [part, of] of Object.entries(lowerKeys(value) ?? {})) {
    setParts(target, names, { name: part, operation: { ...operation, value: of } });
  }
}

function stepEmails(emails: readonly Email[], { kind, path, value }: Operation): Email[] {
  const { filter, sub } = path;
  if (filter === undefined && sub === undefined) return wholeEmails(emails, kind, value);
  const wanted = filter === undefined ? undefined : parseFilter(filter);
  const isMeant = wanted === undefined ? () => true : testOf(wanted);
  if (kind === "remove") {
    if (sub === undefined) return emails.filter((email) => !isMeant(email));
    return emails.map((email) => (isMeant(email) ? { ...email, [sub]: undefined } : email));
  }
  const news: Email = sub === undefined ? { ...lowerKeys(value) } : { [sub]: value };
  if (emails.some(isMeant)) return emails.map((email) => (isMeant(email) ? { ...email, ...news } : email));
  // Microsoft adds to what is not there yet, and means an address of that kind.
  return [...emails, { ...equalities(wanted), ...news }];
}

function wholeEmails(emails: readonly Email[], kind: Operation["kind"], value: unknown): Email[] {
  const given = value === undefined || value === null ? [] : [value].flat().map(toEmail);
  if (kind === "replace") return given;
  const isGiven = (email: Email) => given.some((one) => one.value === email.value);
  if (kind === "remove") return given.length === 0 ? [] : emails.filter((email) => !isGiven(email));
  const hasPrimary = given.some(({ primary }) => primary === true || primary === "True");
  const kept = emails.filter((email) => !isGiven(email));
  return [...(hasPrimary ? kept.map((email) => ({ ...email, primary: undefined })) : kept), ...given];
}

function toEmail(sent: unknown): Email {
  return { ...(lowerKeys(sent) ?? { value: sent }) };
}

/** What something must be so that the filter finds it. */
function equalities(filter: Filter | undefined): Email {
  if (filter?.op === "and") return Object.assign({}, ...filter.filters.map(equalities));
  return filter?.op === "eq" ? { [filter.attrPath.toLowerCase()]: filter.compValue } : {};
}
