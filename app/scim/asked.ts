import { lowerKeys } from "./attributes.js";

/**
 * What a directory asked for, as the record of administrative acts keeps it: which attributes, not what stands in them.
 * The record outlives the person's wish to be forgotten.
 */
export function toAsked(body: unknown): unknown {
  const sent = lowerKeys(body);
  if (sent === undefined) return null;
  const { operations, active, members } = sent;
  if (Array.isArray(operations)) return { operations: operations.map(toStep) };
  return {
    attributes: Object.keys(sent),
    ...(active === undefined ? {} : { active: isFlag(active) ? active : "…" }),
    ...(Array.isArray(members) ? { members: members.length } : {}),
  };
}

function toStep(operation: unknown): unknown {
  const { op, path, value } = lowerKeys(operation) ?? {};
  const attributes = Object.keys(lowerKeys(value) ?? {});
  const { active } = lowerKeys(value) ?? { active: path === "active" ? value : undefined };
  return {
    op: String(op).slice(0, 20),
    // A path may name a person's address between its brackets.
    ...(typeof path === "string" ? { path: path.replace(/\[.*\]/, "[…]").slice(0, 200) } : {}),
    ...(attributes.length === 0 ? {} : { attributes }),
    ...(isFlag(active) ? { active } : {}),
    ...(Array.isArray(value) ? { members: value.length } : {}),
  };
}

function isFlag(value: unknown): boolean {
  return typeof value === "boolean" || (typeof value === "string" && /^(?:true|false)$/i.test(value));
}
