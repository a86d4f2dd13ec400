import { type ApiArea, type ApiScope, AppError, type Principal } from "../contract/index.js";
import type { Route } from "./route.js";

/** By the beginning of a path, the longest that fits. What stands nowhere is not for tokens. */
const areas: Readonly<Record<string, ApiArea | "any">> = {
  "/api/v1/session": "any",
  "/api/v1/catalog": "tickets",
  "/api/v1/tickets": "tickets",
  "/api/v1/tags": "tickets",
  "/api/v1/interactions": "tickets",
  "/api/v1/completion-codes": "tickets",
  "/api/v1/chat-requests": "talks",
  "/api/v1/chat": "talks",
  "/api/v1/attendances": "talks",
  "/api/v1/conversations": "talks",
  "/api/v1/files": "talks",
  "/api/v1/consults": "talks",
  "/api/v1/contacts": "talks",
  "/api/v1/canned-replies": "talks",
  "/api/v1/articles": "knowledge",
  "/api/v1/knowledge": "knowledge",
  "/api/v1/accounts": "people",
  "/api/v1/photos": "people",
  "/api/v1/groups": "people",
  "/api/v1/agents": "people",
  "/api/v1/reports": "reports",
  "/api/v1/overview": "reports",
  "/api/v1/wall": "reports",
  "/api/v1/parameters": "settings",
  "/api/v1/portfolio": "settings",
  "/api/v1/changes": "settings",
  "/api/v1/email-templates": "settings",
  "/api/v1/mails": "settings",
  "/api/v1/calendars": "settings",
  "/api/v1/modes": "settings",
  "/api/v1/routing": "settings",
  "/api/v1/agreements": "settings",
  "/api/v1/offerings": "settings",
  "/api/v1/agreement-rules": "settings",
  "/api/v1/interaction-mapping": "settings",
  "/api/v1/satisfaction": "settings",
  "/api/v1/satisfaction/open": "talks",
  "/api/v1/understanding": "settings",
  "/api/v1/console-settings": "settings",
  "/api/v1/widget": "settings",
};

type Door = Pick<Route, "method" | "path">;

/** What a token needs to pass; nothing opens for tokens where it is undefined, any token passes where it is "any". */
export function scopeOf({ method, path }: Door): ApiScope | "any" | undefined {
  const [, area] =
    Object.entries(areas)
      .filter(([begin]) => path === begin || path.startsWith(`${begin}/`))
      .sort(([a], [b]) => b.length - a.length)[0] ?? [];
  if (area === "any") return method === "get" ? "any" : undefined;
  return area === undefined ? undefined : `${area}:${method === "get" ? "read" : "write"}`;
}

/** Whether this door is for who stands there; people stand at all of them. */
export function isInScope(door: Door, { program }: Pick<Principal, "program">): boolean {
  if (program === undefined) return true;
  const needed = scopeOf(door);
  return needed === "any" || (needed !== undefined && program.scopes.includes(needed));
}

/** Throws `token/scope` where a program comes with a token that is not for this door. */
export function requireScope(door: Door, principal: Pick<Principal, "program">): void {
  if (isInScope(door, principal)) return;
  const needed = scopeOf(door);
  const details = needed === undefined ? undefined : { needed };
  throw new AppError("token/scope", "This token may not do this.", { details });
}
