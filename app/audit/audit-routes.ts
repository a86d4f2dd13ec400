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
            const person = requirePrincipal(call.principal);
            const { program } = person;
            const by: Record<string, string> = program === undefined ? {} : { program: program.tokenId };
            const act = { person, params: { ...call.params, ...by }, asked: call.body };
            return audit.during({ ...act, method: method === "del" ? "delete" : method, path }, () =>
              route.run(call),
            );
          },
        }
      : route,
  );
}
