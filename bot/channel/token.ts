import { decodeJwt, decodeProtectedHeader } from "jose";

const clockSkewMs = 5 * 60 * 1000;
const algorithms = ["RS256", "RS384", "RS512"];

export interface TokenFault {
  readonly status: 401 | 403;
  readonly reason: string;
}

/** What a channel's token must say of itself. */
export interface ExpectedToken {
  readonly appId: string;
  readonly issuer: string;
  readonly serviceUrl: string;
  readonly now: number;
}

/**
 * Refuses a token by what it claims, before its signature is looked at (S22). It only ever refuses: the SDK checks the
 * signature afterwards. It closes what the SDK leaves open: tokens of the Emulator and of skills are taken by the SDK
 * without a look at `serviceUrl`, and for a wrong algorithm or an expired token it prints key and stack to the console.
 */
export function findTokenFault(header: string | undefined, expected: ExpectedToken): TokenFault | undefined {
  const [scheme, token, ...rest] = header?.split(" ") ?? [];
  if (scheme !== "Bearer" || token === undefined || token === "" || rest.length > 0) {
    return { status: 401, reason: "no bearer token" };
  }
  const read = readToken(token);
  if (read === undefined) return { status: 401, reason: "unreadable token" };
  const { alg, kid, claims } = read;
  if (!algorithms.includes(alg) || kid === "") return { status: 401, reason: "unsigned or wrongly signed" };
  if (claims.exp === undefined || claims.exp * 1000 + clockSkewMs < expected.now) {
    return { status: 401, reason: "expired" };
  }
  if (claims.iss !== expected.issuer) return { status: 403, reason: "another issuer" };
  if (claims.aud !== expected.appId) return { status: 403, reason: "for another bot" };
  if (claims.serviceurl !== expected.serviceUrl) return { status: 403, reason: "for another service URL" };
  return undefined;
}

function readToken(token: string) {
  try {
    const { alg = "", kid = "" } = decodeProtectedHeader(token);
    return { alg, kid, claims: decodeJwt(token) };
  } catch {
    return undefined;
  }
}
