import { z } from "zod";
import type { GroupChange, MemberStep, ProvisionedGroup, SaidGroup } from "../../config/index.js";
import { lowerKeys, urns } from "./attributes.js";
import { parseFilter } from "./filter.js";
import type { Operation } from "./patch.js";
import { ScimRefusal } from "./refusals.js";
import { etagOf } from "./user.js";

const nameSchema = z.string().trim().min(1).max(200);
const externalIdSchema = z.string().min(1).max(300);
const membersMost = 20_000;

/** Reads a group as a directory sends it. Throws a refusal. */
export function readGroup(body: unknown): SaidGroup {
  const sent = lowerKeys(body);
  if (sent === undefined) throw new ScimRefusal(400, "invalidSyntax", "A group is an object.");
  return {
    name: readName(sent.displayname),
    externalId: readExternalId(sent.externalid),
    memberIds: readMembers(sent.members),
  };
}

/** The whole of it anew. */
export function toReplacement({ memberIds, ...said }: SaidGroup): GroupChange {
  return { ...said, steps: [{ kind: "replace", ids: memberIds }] };
}

/** What a patch changes of a group; what the desk does not keep is passed over. Throws a refusal. */
export function toGroupChange(operations: readonly Operation[]): GroupChange {
  let change: GroupChange = { steps: [] };
  for (const operation of operations) change = follow(change, operation);
  return change;
}

function follow(change: GroupChange, { kind, path, value }: Operation): GroupChange {
  const { attribute, filter } = path;
  switch (attribute) {
    case "displayname":
      return { ...change, name: readName(kind === "remove" ? undefined : value) };
    case "externalid":
      return { ...change, externalId: readExternalId(value) };
    case "members":
      return { ...change, steps: [...change.steps, toStep(kind, filter, value)] };
    default:
      return change;
  }
}

function toStep(kind: MemberStep["kind"], filter: string | undefined, value: unknown): MemberStep {
  if (filter !== undefined) return { kind: kind === "remove" ? "remove" : "add", ids: namedBy(filter) };
  if (kind === "remove" && (value === undefined || value === null)) return { kind: "replace", ids: [] };
  return { kind, ids: readMembers(value) };
}

/** `value eq "…"`, alone or several joined by `or`. */
function namedBy(text: string): string[] {
  const filter = parseFilter(text);
  const parts = filter.op === "or" ? filter.filters : [filter];
  return parts.map((part) => {
    if (part.op === "eq" && part.attrPath.toLowerCase() === "value") return String(part.compValue);
    throw new ScimRefusal(400, "invalidPath", "Members are named by their value.");
  });
}

function readName(value: unknown): string {
  const name = nameSchema.safeParse(value);
  if (!name.success) throw new ScimRefusal(400, "invalidValue", "A group has a displayName.");
  return name.data;
}

function readExternalId(value: unknown): string | undefined {
  return externalIdSchema.safeParse(value).data;
}

function readMembers(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  const members = [value].flat();
  if (members.length > membersMost)
    throw new ScimRefusal(400, "invalidValue", `A request names ${membersMost} members at most.`);
  return members.map((member) => {
    const id = typeof member === "string" ? member : lowerKeys(member)?.value;
    const isGroup = String(lowerKeys(member)?.type ?? "").toLowerCase() === "group";
    if (typeof id !== "string" || id === "" || id.length > 100 || isGroup)
      throw new ScimRefusal(400, "invalidValue", "The members of a group are users, named by their id.");
    return id;
  });
}

/** A group as SCIM shows it. */
export function toGroup(group: ProvisionedGroup, baseUrl: string): Record<string, unknown> {
  const { id, name, externalId, members, version, createdAt, updatedAt } = group;
  return {
    schemas: [urns.group],
    id,
    ...(externalId === undefined ? {} : { externalId }),
    displayName: name,
    members: members.map((member) => ({
      value: member.id,
      display: member.name,
      $ref: `${baseUrl}/Users/${member.id}`,
      type: "User",
    })),
    meta: {
      resourceType: "Group",
      created: new Date(createdAt).toISOString(),
      lastModified: new Date(updatedAt).toISOString(),
      location: `${baseUrl}/Groups/${id}`,
      version: etagOf(version),
    },
  };
}
