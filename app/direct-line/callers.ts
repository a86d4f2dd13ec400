import type { ApiTokens } from "../../config/index.js";
import { DirectLineRefusal, notFound } from "./refusals.js";
import { type Grant, type Tokens, unknownCredential } from "./tokens.js";

/** Who calls: a site with its secret, or a page with a token for one talk. */
export type DirectLineCaller = { readonly kind: "secret"; readonly site: string } | TokenCaller;
export type TokenCaller = { readonly kind: "token" } & Grant;

/** A talk among those of its site. */
export interface TalkKey {
  readonly site: string;
  readonly talkId: string;
}

const secretShape = /^dsk_/;

/**
 * Finds out who calls. A token counts while its secret does, so revoking the secret shuts its pages out too; from a
 * page of an origin its site has not named it does not count at all.
 */
export async function findCaller(
  parts: { readonly apiTokens: Pick<ApiTokens, "authenticate">; readonly tokens: Tokens },
  given: { readonly credential: string | undefined; readonly origin: string | undefined },
): Promise<DirectLineCaller> {
  const { credential, origin } = given;
  if (credential === undefined || credential === "") {
    throw new DirectLineRefusal(401, "BadArgument", "Missing token or secret");
  }
  if (secretShape.test(credential)) {
    const secret = await parts.apiTokens.authenticate(credential, "direct-line");
    if (secret === undefined) throw unknownCredential();
    return { kind: "secret", site: secret.id };
  }
  const grant = await parts.tokens.read(credential);
  if (grant.origins !== undefined && origin !== undefined && !grant.origins.includes(origin)) {
    throw new DirectLineRefusal(403, "Forbidden", "The token does not count on this origin");
  }
  return { kind: "token", ...grant };
}

/** A token is for its own talk; any other one does not exist for it. */
export function requireTalk(caller: DirectLineCaller, talkId: string | undefined): TalkKey {
  if (talkId === undefined || (caller.kind === "token" && caller.talkId !== talkId)) throw notFound();
  return { site: caller.site, talkId };
}
