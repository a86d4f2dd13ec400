import { createHash, randomBytes } from "node:crypto";
import type { DirectLineCaller } from "./callers.js";
import { DirectLineRefusal } from "./refusals.js";

const cookieName = "deskhand_directline";
const cookiePath = "/v3/directline/session";
const shape = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]{43})(?:;|$)`);

export interface BrowserSession {
  readonly sessionId: string;
  readonly cookie: string;
}

/**
 * The session of the browser a page runs in: a cookie that no script reads, and its digest for the page, which hands it
 * to whoever signs people in. The same browser gets the same one, whichever node it asks, and nothing is kept. Only for
 * pages of an origin that the token names, or else that the desk allows.
 */
export function toBrowserSession(
  caller: DirectLineCaller,
  given: { readonly origin: string | undefined; readonly cookies: string | undefined },
  allowedOrigins: readonly string[],
): BrowserSession {
  const trusted = (caller.kind === "token" ? caller.origins : undefined) ?? allowedOrigins;
  if (given.origin === undefined || !trusted.includes(given.origin))
    throw new DirectLineRefusal(400, "BadArgument", "Sessions are for pages of a trusted origin");
  const own = shape.exec(given.cookies ?? "")?.[1] ?? randomBytes(32).toString("base64url");
  return {
    sessionId: createHash("sha256").update(own).digest("hex"),
    // The page is of another site: without SameSite=None no browser would send it.
    cookie: `${cookieName}=${own}; Path=${cookiePath}; HttpOnly; Secure; SameSite=None`,
  };
}
