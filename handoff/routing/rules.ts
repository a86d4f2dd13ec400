import type { Locale, RoutingRule } from "../../contract/index.js";

/** What rules look at. */
export interface Routable {
  readonly department?: string | undefined;
  readonly location?: string | undefined;
  readonly company?: string | undefined;
  readonly language: Locale;
  /** Where it goes when no rule fits. */
  readonly groupId: string | undefined;
}

/** The first rule whose every condition fits (S1-32); words are compared without case and accents. */
export function findRule(rules: readonly RoutingRule[], of: Routable): RoutingRule | undefined {
  return rules.find(
    ({ when }) =>
      isAmong(when.departments, of.department) &&
      isAmong(when.locations, of.location) &&
      isAmong(when.companies, of.company) &&
      isAmong(when.languages, of.language) &&
      isAmong(when.groupIds, of.groupId),
  );
}

function isAmong(wanted: readonly string[], word: string | undefined): boolean {
  if (wanted.length === 0) return true;
  return word !== undefined && wanted.some((one) => fold(one) === fold(word));
}

function fold(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
}
