import { decodeJwt, errors, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { ApiTokens } from "../../config/index.js";
import { DirectLineRefusal } from "./refusals.js";

/** What Direct Line gives a token: half an hour; clients renew it in half of that. */
export const tokenSeconds = 1800;
const issuer = "deskhand/directline";
const clockSkewSeconds = 5;

const claimsSchema = z.object({
  /** Whose secret it was made with. */
  site: z.string().max(100),
  conv: z.string().max(100),
  user: z.string().optional(),
  name: z.string().optional(),
  origins: z.array(z.string()).optional(),
});

export interface TalkUser {
  readonly id: string;
  readonly name?: string | undefined;
}

/** What a token says: one talk of one site, and, where the site vouches for it, whose. */
export interface Grant {
  readonly site: string;
  readonly talkId: string;
  readonly user: TalkUser | undefined;
  readonly origins: readonly string[] | undefined;
}

export interface Tokens {
  sign(grant: Grant): Promise<string>;
  /** Throws what the protocol says of a token that has ended, or is none, or whose secret was revoked. */
  read(token: string): Promise<Grant>;
}

/** Tokens as the clients of Direct Line expect them: JWTs whose `user` they read, signed in the name of a secret. */
export function createTokens(options: {
  readonly apiTokens: Pick<ApiTokens, "keyOf">;
  readonly now: () => number;
}): Tokens {
  const { now } = options;

  async function keyOf(site: string): Promise<Uint8Array> {
    const key = await options.apiTokens.keyOf(site, "direct-line");
    if (key === undefined) throw unknownCredential();
    return key;
  }

  return {
    sign: async ({ site, talkId, user, origins }) => {
      const seconds = Math.floor(now() / 1000);
      return new SignJWT({ bot: "deskhand", site, conv: talkId, user: user?.id, name: user?.name, origins })
        .setProtectedHeader({ alg: "HS256", typ: "JWT" })
        .setIssuer(issuer)
        .setAudience(issuer)
        .setNotBefore(seconds)
        .setExpirationTime(seconds + tokenSeconds)
        .sign(await keyOf(site));
    },
    read: async (token) => {
      const key = await keyOf(siteOf(token));
      const bounds = { issuer, audience: issuer, algorithms: ["HS256"], clockTolerance: clockSkewSeconds };
      try {
        const { payload } = await jwtVerify(token, key, { ...bounds, currentDate: new Date(now()) });
        const { site, conv: talkId, user: id, name, origins } = claimsSchema.parse(payload);
        return { site, talkId, user: id === undefined ? undefined : { id, name }, origins };
      } catch (error) {
        if (error instanceof errors.JWTExpired)
          throw new DirectLineRefusal(403, "TokenExpired", "Token has expired");
        throw unknownCredential();
      }
    },
  };
}

export function unknownCredential(): DirectLineRefusal {
  return new DirectLineRefusal(403, "BadArgument", "Invalid token or secret");
}

/** Not believed yet: it only tells whose key to check the token with. */
function siteOf(token: string): string {
  try {
    return claimsSchema.parse(decodeJwt(token)).site;
  } catch {
    throw unknownCredential();
  }
}
