import { AppError, isStaff, type Principal } from "../contract/index.js";
import type { Route } from "./route.js";
import { isInScope, requireScope } from "./scope.js";

/** Who stands at this door, when it opens to them; a program whose token is not for it is nobody there. */
export function admit(route: Route, principal: Principal | undefined): Principal | undefined {
  const { who, forGuests } = route;
  if (who === "anyone") return principal !== undefined && isInScope(route, principal) ? principal : undefined;
  if (principal === undefined) throw new AppError("session/required", "Please log in first.");
  if (principal.guest && forGuests !== true) {
    throw new AppError("guest/refused", "Guests may not do this; please log in.");
  }
  const admitted = who === "person" || (who === "admin" ? principal.role === "admin" : isStaff(principal));
  if (!admitted) throw new AppError("access/denied", "Your account may not do this.");
  requireScope(route, principal);
  return principal;
}
