import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from "jose";
import { z } from "zod";
import { ProviderError, toProviderError } from "./provider-error.js";

/** A log-out as the provider tells of it: of one session there, or of all of a person. */
export interface LogOutToken {
  readonly issuer: string;
  readonly jti: string;
  readonly sid: string | undefined;
  readonly subject: string | undefined;
  /** ms UTC. */
  readonly issuedAt: number;
}

/** Of OpenID Connect Back-Channel Logout 1.0. */
const event = "http://schemas.openid.net/event/backchannel-logout";
/** Keys of providers are public: a secret both sides know, or none, signs nothing here. */
const algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];
const clockToleranceSeconds = 30;
/** Older ones may have been overheard; providers send them at once. */
export const logOutFreshSeconds = 600;

const name = z.string().min(1).max(300);
const claimsSchema = z
  .object({
    jti: name,
    iat: z.number(),
    sid: name.optional(),
    sub: name.optional(),
    events: z.record(z.string(), z.unknown()).refine((events) => {
      const said = events[event];
      return typeof said === "object" && said !== null && !Array.isArray(said);
    }),
    // An ID token has one: it must not pass for a log-out.
    nonce: z.never().optional(),
  })
  .refine(({ sid, sub }) => sid !== undefined || sub !== undefined);

/**
 * Reads a log-out token: signature, issuer, audience, age, event, and whom it is about. Throws `ProviderError`: "away"
 * when the provider's keys cannot be had, "failed" for every token that is not to be believed.
 */
export function createReadLogOut(options: {
  readonly clientId: string;
  readonly timeoutMs: number;
  readonly now: () => number;
}): (token: string, from: { readonly issuer: string; readonly keys: string }) => Promise<LogOutToken> {
  const { clientId, timeoutMs, now } = options;
  let keys: { readonly url: string; readonly find: JWTVerifyGetKey } | undefined;

  function keysAt(url: string): JWTVerifyGetKey {
    if (keys?.url !== url) {
      keys = { url, find: createRemoteJWKSet(new URL(url), { timeoutDuration: timeoutMs }) };
    }
    return keys.find;
  }

  return async (token, from) => {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keysAt(from.keys), {
        algorithms,
        issuer: from.issuer,
        audience: clientId,
        requiredClaims: ["iat", "jti", "events"],
        maxTokenAge: logOutFreshSeconds,
        currentDate: new Date(now()),
        clockTolerance: clockToleranceSeconds,
      });
      const { typ = "logout+jwt" } = protectedHeader;
      if (!/^(?:application\/)?(?:logout\+)?jwt$/i.test(typ)) {
        throw new ProviderError("failed", `A token of type ${typ} is no log-out.`);
      }
      const { jti, sid, sub, iat } = claimsSchema.parse(payload);
      return { issuer: from.issuer, jti, sid, subject: sub, issuedAt: iat * 1000 };
    } catch (error) {
      throw toProviderError(error);
    }
  };
}
