import { z } from "zod";
import { toLocale } from "../../contract/index.js";
import { plainName } from "../plain-name.js";
import type { Claims } from "./provider.js";

export interface ClaimNames {
  readonly name: string;
  readonly email: string;
  readonly groups: string;
  readonly externalId: string;
}

/** A person as the identity provider knows them. */
export interface ProviderPerson {
  readonly issuer: string;
  readonly subject: string;
  /** By what the company's directory names them. */
  readonly externalId: string | undefined;
  /** The provider's name for its session with this person. */
  readonly sid: string | undefined;
  /** When it vouched for the person, ms UTC. */
  readonly issuedAt: number;
  readonly name: string;
  /** Only an address that the provider vouches for. */
  readonly email: string | undefined;
  readonly locale: ReturnType<typeof toLocale>;
  /** The provider's words for groups and roles; nothing when it could not say them all. */
  readonly words: readonly string[] | undefined;
}

const ownSchema = z.object({
  iss: z.string().min(1).max(300),
  sub: z.string().min(1).max(300),
  sid: z.string().min(1).max(300).optional().catch(undefined),
  iat: z.number(),
});
const emailSchema = z.email().max(254);
const externalIdSchema = z.string().min(1).max(300);
const text = z.string();
const wordsMost = 1000;
const wordCharsMost = 200;

/**
 * Reads what the ID token and, for what that lacks, the provider's answer about the person say. Throws where not even
 * issuer and subject can be read.
 */
export function readPerson(
  { claims, userInfo }: { readonly claims: Claims; readonly userInfo: Claims },
  options: { readonly names: ClaimNames; readonly isEmailAlwaysVerified: boolean },
): ProviderPerson {
  const { names, isEmailAlwaysVerified } = options;
  const { iss, sub, sid, iat } = ownSchema.parse(claims);
  const find = (name: string) => claimAt(claims, name) ?? claimAt(userInfo, name);
  const email = [claims, userInfo].flatMap((from) => emailOf(from, names.email, isEmailAlwaysVerified))[0];
  return {
    issuer: iss,
    subject: sub,
    // From the token alone, which is signed.
    externalId: externalIdSchema.safeParse(claimAt(claims, names.externalId)).data,
    sid,
    issuedAt: iat * 1000,
    name: nameOf(find, names.name, email),
    email,
    locale: toLocale(text.safeParse(find("locale")).data),
    words: saysTooMany(claims) || saysTooMany(userInfo) ? undefined : wordsOf(find(names.groups)),
  };
}

/** By its whole name, for names may be addresses with dots; otherwise dots lead into objects. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  let value: unknown = claims;
  for (const part of name.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Claims)[part];
  }
  return value;
}

/** Address and promise from one and the same answer: the promise of one must not vouch for the address of another. */
function emailOf(from: Claims, name: string, isAlwaysVerified: boolean): string[] {
  const email = emailSchema.safeParse(claimAt(from, name));
  const isVerified = isAlwaysVerified || from.email_verified === true || from.email_verified === "true";
  return email.success && isVerified ? [email.data.toLowerCase()] : [];
}

function nameOf(find: (name: string) => unknown, claim: string, email: string | undefined): string {
  const both = ["given_name", "family_name"].map(find).filter((part) => typeof part === "string");
  const found = [find(claim), both.join(" "), find("preferred_username"), email, "?"];
  for (const name of found) {
    const plain = plainName.safeParse(name);
    if (plain.success) return plain.data;
  }
  return "?";
}

function wordsOf(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const words = list.filter(
    (word) => typeof word === "string" && word !== "" && word.length <= wordCharsMost,
  );
  return [...new Set(words as string[])].slice(0, wordsMost);
}

/** Microsoft leaves the groups of people who have very many out of the token, and says so with these. */
function saysTooMany(claims: Claims): boolean {
  const elsewhere = claims._claim_names;
  return (
    claims.hasgroups === true ||
    (typeof elsewhere === "object" && elsewhere !== null && Object.hasOwn(elsewhere, "groups"))
  );
}
