import { type Locale, localeSchema, type Principal } from "../../contract/index.js";
import type { Db } from "../../store/index.js";
import type { MailParts } from "./mail-parts.js";

/** Who wrote, as far as an address can tell. */
export type FoundSender =
  | { readonly status: "known"; readonly person: Principal }
  /** Nobody has this address. */
  | { readonly status: "unknown" }
  /** Whoever had it may not use the desk any more. */
  | { readonly status: "gone" };

/** The account of this address. Where several have it, that of a requester, and of those the oldest. */
export async function findSender(
  { store, personOf }: Pick<MailParts, "store" | "personOf">,
  address: string,
): Promise<FoundSender> {
  const rows = await store.db
    .selectFrom("account")
    .select(["id", "role", "active"])
    .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", address))
    .where("stands_for", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  if (rows.length === 0) return { status: "unknown" };
  const active = rows.filter((row) => row.active === 1);
  const chosen = active.find(({ role }) => role === "requester") ?? active[0];
  const person = chosen === undefined ? undefined : await personOf(chosen.id);
  return person === undefined ? { status: "gone" } : { status: "known", person };
}

/** The account of somebody who wrote for the first time: they are written to at this address from now on. */
export async function admitSender(
  { store, ensureStranger, personOf }: Pick<MailParts, "store" | "ensureStranger" | "personOf">,
  sender: { readonly address: string; readonly name: string },
): Promise<Principal> {
  const { address } = sender;
  const account = await ensureStranger({
    channelId: "mail",
    externalId: address,
    name: sender.name === "" ? address : sender.name,
  });
  await store.db
    .updateTable("account")
    .set({ email: address })
    .where("id", "=", account.id)
    .where("email", "is", null)
    .execute();
  const person = await personOf(account.id);
  if (person === undefined) throw new Error("The account that was just made cannot be found.");
  return person;
}

/** In which language to answer: the person's own, or that of what they wrote. */
export async function languageFor(
  { accounts, detectLanguage }: Pick<MailParts, "accounts" | "detectLanguage">,
  text: string,
  accountId?: string,
): Promise<Locale> {
  const account = accountId === undefined ? undefined : await accounts.accountById(accountId);
  if (account?.locale !== undefined) return account.locale;
  return detectLanguage(text.slice(0, 2000), { prior: localeSchema.parse("en") }).language;
}

/** People of channels have no password: a link to log in leads them nowhere. */
export async function canLogIn(db: Db, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom("account")
    .select("username")
    .where("id", "=", accountId)
    .executeTakeFirst();
  return row !== undefined && !row.username.startsWith("mail:");
}
