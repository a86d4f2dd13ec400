import { createHash } from "node:crypto";
import { errors, jwtVerify } from "jose";
import { z } from "zod";
import { AppError, toLocale } from "../../contract/index.js";
import { plainName } from "../plain-name.js";

/** What a portal says of a person, its signature checked. */
export interface ReadIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly name: string;
  readonly email?: string | undefined;
  readonly locale: ReturnType<typeof toLocale>;
  /** The portal's own words for groups; they count as far as an admin has mapped them. */
  readonly groups: readonly string[];
  readonly hash: string;
  readonly endsAt: number;
}

/** A token that is good for longer is as good as a password; some minutes are left for clocks. */
const longestSeconds = 24 * 3600 + 300;
const clockToleranceSeconds = 30;

const claimsSchema = z.object({
  iss: z.string().max(300).default("portal"),
  sub: z.string().min(1).max(300),
  name: plainName,
  email: z.email().max(320).optional(),
  locale: z.string().max(40).optional(),
  groups: z.array(z.string().max(100)).max(100).default([]),
  exp: z.number(),
});

/**
 * Reads a token signed with one of the desk's secrets (HS256 and nothing else). Throws `identity/not-configured`,
 * `identity/refused`, `identity/expired`, or `identity/unusable` with what the claims lack.
 */
export async function readIdentity(
  token: string,
  { secrets, now }: { readonly secrets: readonly string[]; readonly now: number },
): Promise<ReadIdentity> {
  if (secrets.length === 0) {
    throw new AppError(
      "identity/not-configured",
      "This desk has no key for identities; an admin can make one.",
    );
  }
  const { iss, sub, locale, exp, ...rest } = toClaims(await verify(token, secrets, now));
  if (exp - now / 1000 > longestSeconds) {
    throw new AppError("identity/unusable", "An identity may be valid for 24 hours at most (exp).");
  }
  // The signature follows from the rest and could be written in several ways.
  const hash = createHash("sha256")
    .update(token.slice(0, token.lastIndexOf(".")))
    .digest("hex");
  return { ...rest, issuer: iss, subject: sub, locale: toLocale(locale), endsAt: exp * 1000, hash };
}

async function verify(token: string, secrets: readonly string[], now: number): Promise<unknown> {
  for (const secret of secrets) {
    try {
      const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
        algorithms: ["HS256"],
        requiredClaims: ["exp", "sub"],
        currentDate: new Date(now),
        clockTolerance: clockToleranceSeconds,
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) {
        throw new AppError("identity/expired", "This identity has expired; ask the portal for a new token.");
      }
      if (error instanceof errors.JWTClaimValidationFailed) {
        throw new AppError(
          "identity/unusable",
          `This identity cannot be used: ${error.claim} is missing or wrong.`,
        );
      }
    }
  }
  throw new AppError("identity/refused", "This identity is not signed with a key of this desk.");
}

function toClaims(payload: unknown): z.infer<typeof claimsSchema> {
  const parsed = claimsSchema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const wrong = [...new Set(parsed.error.issues.map(({ path }) => path.join(".")))].join(", ");
  throw new AppError("identity/unusable", `This identity cannot be used; see these claims: ${wrong}.`);
}
