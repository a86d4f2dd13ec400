import type { Portfolio, PortfolioActivity } from "./portfolio.js";

/** Whose permissions are asked for. */
export interface Reader {
  readonly groupIds: readonly string[];
}

/** Whether one of the person's groups may open tickets by chat (S0-6). */
export function mayOpenByChat(portfolio: Portfolio, person: Reader): boolean {
  return person.groupIds.some((id) => portfolio.chatGroups.has(id));
}

/** With permissions by group enforced (parameter 293) an object is seen only by the groups linked to it (S0-5). */
export function maySee(
  portfolio: Portfolio,
  person: Reader,
  which: { readonly objectId: string; readonly isEnforced: boolean },
): boolean {
  if (!which.isEnforced) return true;
  const groups = portfolio.permitted.get(which.objectId);
  return person.groupIds.some((id) => groups?.has(id) === true);
}

/** An activity may be used when its catalog, its service and the activity itself may all be seen. */
export function mayUse(
  portfolio: Portfolio,
  person: Reader,
  which: { readonly activity: PortfolioActivity; readonly isEnforced: boolean },
): boolean {
  const { catalogId, serviceId, id } = which.activity;
  const { isEnforced } = which;
  const objectIds = [catalogId, serviceId, id];
  return (
    mayOpenByChat(portfolio, person) &&
    objectIds.every((objectId) => maySee(portfolio, person, { objectId, isEnforced }))
  );
}
