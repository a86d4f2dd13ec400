import type { Role } from "../../../contract/account.js";

/** Where a person of this role starts. */
export function findHome(role: Role): string {
  if (role === "requester") return "/";
  return role === "admin" ? "/admin" : "/agent";
}

/** A path on this site, or nothing: a link must not send people elsewhere after they logged in. */
export function toSafePath(next: string | null): string | undefined {
  if (!next?.startsWith("/") || /^\/[/\\]/.test(next)) return undefined;
  const { origin, pathname, search } = new URL(next, "http://desk.invalid");
  const isHere =
    origin === "http://desk.invalid" && !pathname.startsWith("/login") && !pathname.startsWith("//");
  return isHere ? `${pathname}${search}` : undefined;
}
