import { requirePrincipal } from "../../config/index.js";
import { isAudited, type Route } from "../../http/route.js";
import type { Audit } from "./audit.js";

/** The same routes; those through which the desk is administered leave an entry at each use, refused or not. */
export function auditRoutes(routes: readonly Route[], audit: Pick<Audit, "during">): Route[] {
  return routes.map((route) =>
    isAudited(route)
      ? {
          ...route,
          run: (call) => {
            const { method, path } = route;
            const act = { person: requirePrincipal(call.principal), params: call.params, asked: call.body };
            return audit.during({ ...act, method: method === "del" ? "delete" : method, path }, () =>
              route.run(call),
            );
          },
        }
      : route,
  );
}
