import { AppError } from "../../contract/index.js";
import type { Call, Route } from "../../http/route.js";
import { takesKey } from "../../http/route.js";
import type { KeptAnswers } from "../kept-answers.js";

const keyForm = /^[\x21-\x7e]{1,200}$/;

/** The same routes; those that take an Idempotency-Key answer a repeat with what they answered first. */
export function onceRoutes(routes: readonly Route[], kept: Pick<KeptAnswers, "once">): Route[] {
  return routes.map((route) =>
    takesKey(route)
      ? {
          ...route,
          run: (call) => {
            const key = readKey(call);
            const { principal, params, query, body } = call;
            if (key === undefined || principal === undefined) return route.run(call);
            const path = JSON.stringify([route.path, params, query]);
            const request = { accountId: principal.accountId, key, method: route.method, path, body };
            return kept.once(request, () => route.run(call));
          },
        }
      : route,
  );
}

function readKey({ headers }: Call<unknown, unknown>): string | undefined {
  const given = headers["idempotency-key"];
  if (given === undefined) return undefined;
  if (typeof given === "string" && keyForm.test(given)) return given;
  throw new AppError("request/malformed", "An Idempotency-Key is 1 to 200 printable characters.");
}
