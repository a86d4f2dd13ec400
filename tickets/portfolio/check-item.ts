import { checkFields } from "./check-fields.js";
import { keyOf, nameOf, type PortfolioItem } from "./item.js";
import type { PortfolioState } from "./state.js";

/** Why an item cannot be saved; `at` is the property, in the words of its form. */
export interface ItemProblem {
  readonly at: string;
  readonly code: string;
  readonly message: string;
}

/** What its own schema cannot know: whether all it points at is there, and permitted to it. */
export function checkItem(item: PortfolioItem, state: PortfolioState): ItemProblem[] {
  return [...checkKey(item, state), ...checkByType(item, state)];
}

function checkKey(item: PortfolioItem, state: PortfolioState): ItemProblem[] {
  const holder = state.byKey(item.type, keyOf(item));
  if (holder === undefined || holder.id === item.id) return [];
  return [problem("key", "key-taken", `The key "${keyOf(item)}" is that of "${nameOf(holder)}".`)];
}

function checkByType(item: PortfolioItem, state: PortfolioState): ItemProblem[] {
  switch (item.type) {
    case "origin":
    case "contract":
      return [];
    case "catalog":
      return checkGroups(item.form.groupIds, state);
    case "service":
      return [...checkGroups(item.form.groupIds, state), ...checkCatalog(item.form, state)];
    case "activity":
      return [
        ...checkGroups(item.form.groupIds, state),
        ...(item.form.groupId === undefined ? [] : checkGroups([item.form.groupId], state, "groupId")),
        ...(state.find("service", item.form.serviceId) === undefined
          ? [problem("serviceId", "not-there", "There is no such service.")]
          : []),
        ...checkFields(item.form.fields),
      ];
  }
}

function checkGroups(groupIds: readonly string[], state: PortfolioState, at = "groupIds"): ItemProblem[] {
  return groupIds.every((id) => state.groups.has(id))
    ? []
    : [problem(at, "not-there", "There is no such group.")];
}

/** A service may link only groups that are linked to its catalog (S0-5). */
function checkCatalog(
  form: { readonly catalogId: string; readonly groupIds: readonly string[] },
  state: PortfolioState,
): ItemProblem[] {
  const catalog = state.find("catalog", form.catalogId);
  if (catalog === undefined) return [problem("catalogId", "not-there", "There is no such catalog.")];
  const foreign = form.groupIds.filter((id) => !catalog.form.groupIds.includes(id));
  if (foreign.length === 0) return [];
  const names = foreign.map((id) => state.groups.get(id) ?? id).join(", ");
  const message = `Link these groups to the catalog "${nameOf(catalog)}" first: ${names}.`;
  return [problem("groupIds", "group-not-of-catalog", message)];
}

function problem(at: string, code: string, message: string): ItemProblem {
  return { at, code, message };
}
