import { type Role, roles, type SignOnRules } from "../../contract/index.js";

/** What the provider's words give by the rules of the desk. */
export interface Claimed {
  /** The highest of the roles given; none where no rule names one. */
  readonly role: Role | undefined;
  readonly groupIds: readonly string[];
  readonly isMapped: boolean;
}

export interface Rights {
  readonly role: Role;
  readonly groupIds: readonly string[];
}

/** What the provider gave at the last log-in. */
export interface Given {
  readonly role: Role | undefined;
  readonly groupIds: readonly string[];
}

export function claimRights({ rules }: SignOnRules, words: readonly string[]): Claimed {
  const said = new Set(words);
  const fitting = rules.filter(({ claim }) => said.has(claim));
  return {
    role: roles.findLast((role) => fitting.some((rule) => rule.role === role)),
    groupIds: [...new Set(fitting.flatMap(({ groupIds }) => groupIds))],
    isMapped: fitting.length > 0,
  };
}

/**
 * What a person may do now. What the provider gives is had, what it gave and gives no more is gone, and what it never
 * gave is left to those who gave it by hand.
 */
export function applyRights(had: Rights, given: Given, claimed: Given): Rights {
  const gone = new Set(given.groupIds.filter((id) => !claimed.groupIds.includes(id)));
  const kept = had.groupIds.filter((id) => !gone.has(id));
  return {
    role: claimed.role ?? (given.role === undefined ? had.role : "requester"),
    groupIds: [...new Set([...kept, ...claimed.groupIds])].sort(),
  };
}
