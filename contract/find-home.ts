import type { Role } from "./account.js";

/** Where a person of this role starts. */
export function findHome(role: Role): string {
  if (role === "requester") return "/";
  return role === "admin" ? "/admin" : "/agent";
}
