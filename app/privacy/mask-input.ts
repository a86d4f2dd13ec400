import { type RequestName, requestSchemas } from "../../contract/index.js";
import type { Route } from "../../http/route.js";
import type { Handlers } from "../../sockets/handler.js";
import type { Mask } from "./masker.js";

/** Properties in which people write what they like, in requests of every kind. */
const freeText: ReadonlySet<string> = new Set([
  "text",
  "message",
  "title",
  "description",
  "solution",
  "comment",
  "reason",
  "note",
  "question",
  "fields",
  "location",
]);
/** What is published on purpose, or is a log-in: there a number is meant as it stands. */
const asItIs = /^\/api\/v1\/(?:session|knowledge|canned-replies|push|api-tokens)(?:\/|$)/;

/** The same routes; what people write in the bodies of those that are not for admins is masked before anything sees it. */
export function maskRoutes(routes: readonly Route[], mask: Mask): Route[] {
  return routes.map((route) =>
    route.who === "admin" || route.method === "get" || route.takesRaw === true || asItIs.test(route.path)
      ? route
      : { ...route, run: (call) => route.run({ ...call, body: maskIn(call.body, mask) }) },
  );
}

/** The same for what is asked over sockets. */
export function maskHandlers(handlers: Handlers, mask: Mask): Handlers {
  const names = Object.keys(requestSchemas).filter((name): name is RequestName => name in handlers);
  const masked = names.map((name) => {
    const handle = handlers[name] as (
      payload: unknown,
      caller: Parameters<(typeof handlers)[RequestName]>[1],
    ) => Promise<unknown>;
    return [
      name,
      (payload: unknown, caller: Parameters<typeof handle>[1]) => handle(maskIn(payload, mask), caller),
    ];
  });
  return Object.fromEntries(masked);
}

/** No request goes as deep: what does is refused by its schema as it stands. */
const levelsMost = 64;

/** The value with its free texts masked, wherever they stand; names, ids and choices stay. */
export function maskIn(value: unknown, mask: Mask, isFree = false, level = 0): unknown {
  if (typeof value === "string") return isFree ? mask(value) : value;
  if (typeof value !== "object" || value === null || level === levelsMost) return value;
  if (Array.isArray(value)) return value.map((item) => maskIn(item, mask, isFree, level + 1));
  // Not `fromEntries`: a key that JSON lets through must stay what the schema then refuses (S29).
  const copy: Record<string, unknown> = Object.create(Object.getPrototypeOf(value));
  for (const [name, part] of Object.entries(value)) {
    Object.defineProperty(copy, name, {
      value: maskIn(part, mask, isFree || freeText.has(name), level + 1),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  }
  return copy;
}
