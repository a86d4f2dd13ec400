import { z } from "zod";
import { type Locale, toLocale } from "../../contract/index.js";
import { plainName } from "../plain-name.js";

const text = z.string().max(300);

/** A person as the directory writes them, as far as the desk keeps it. */
export const saidPersonSchema = z.object({
  userName: z
    .string()
    .trim()
    .min(1)
    .max(254)
    .regex(/^[^\s:]+$/, "no spaces and no colon"),
  externalId: text.min(1).optional(),
  active: z.boolean().default(true),
  displayName: text.optional(),
  name: z
    .object({ formatted: text.optional(), givenName: text.optional(), familyName: text.optional() })
    .optional(),
  emails: z
    .array(
      z.object({
        value: z.email().max(254),
        type: z.string().max(50).optional(),
        primary: z.boolean().optional(),
      }),
    )
    .max(20)
    .default([]),
  preferredLanguage: text.optional(),
  locale: text.optional(),
  department: text.optional(),
  organization: text.optional(),
});
export type SaidPerson = z.infer<typeof saidPersonSchema>;

/** What of it stands in the account. */
export interface Shown {
  readonly name: string;
  readonly email: string | undefined;
  readonly locale: Locale | undefined;
  readonly department: string | undefined;
  readonly company: string | undefined;
}

const placeChars = 120;

export function toShown(said: SaidPerson): Shown {
  const { emails, userName, department, organization } = said;
  const chosen =
    emails.find(({ primary }) => primary === true) ?? emails.find(({ type }) => type === "work") ?? emails[0];
  const named = z.email().max(254).safeParse(userName).data;
  return {
    name: nameOf(said),
    email: (chosen?.value ?? named)?.toLowerCase(),
    locale: toLocale(said.preferredLanguage) ?? toLocale(said.locale),
    department: placeOf(department),
    company: placeOf(organization),
  };
}

function nameOf({ displayName, name = {}, userName }: SaidPerson): string {
  const { formatted, givenName, familyName } = name;
  const both = [givenName, familyName].filter((part) => part !== undefined).join(" ");
  for (const wish of [displayName, formatted, both, userName]) {
    const plain = plainName.safeParse(wish);
    if (plain.success) return plain.data;
  }
  return "?";
}

function placeOf(said: string | undefined): string | undefined {
  return plainName.safeParse(said).data?.slice(0, placeChars);
}
