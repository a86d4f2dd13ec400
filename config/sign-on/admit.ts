import { AppError, type SignOnRefusal, type SignOnRules } from "../../contract/index.js";
import type { Db, Row } from "../../store/index.js";
import { lockPeople, plainUsername, requireAdmin } from "../accounts/index.js";
import {
  fromGiven,
  joinClaimed,
  joinGiven,
  nothingGiven,
  readDirectoryRights,
  toGiven,
  writeDirectoryRights,
} from "./directory-rights.js";
import type { ProviderPerson } from "./claims.js";
import { dropCredentials, endSessions } from "./drop-credentials.js";
import { type Claimed, claimRights } from "./rights.js";
import { makePerson, renewPerson } from "./write-person.js";

export interface AdmitOptions {
  readonly rules: SignOnRules;
  readonly makesAccounts: boolean;
  /** Of an account that single sign-on never reaches. */
  readonly breakGlass: string | undefined;
  /** Groups of people who come for the first time and only ask for help. */
  readonly firstGroupIds: readonly string[];
  readonly at: number;
}

export type Admission =
  | { readonly status: "admitted"; readonly accountId: string; readonly endedSessionIds: readonly string[] }
  | {
      readonly status: "refused";
      readonly why: Extract<SignOnRefusal, "unverified" | "unknown" | "not-assigned" | "closed">;
      /** Whose sessions may not go on either. */
      readonly accountId?: string | undefined;
    };

/**
 * The account of a person the provider vouches for, with the rights the provider gives now: the linked one; the one that
 * the company's directory keeps under the same id; the one with their verified address, which is linked and loses whatever others may have used to get in (S33); or a fresh one. All of
 * it or nothing.
 */
export async function admitPerson(db: Db, person: ProviderPerson, options: AdmitOptions): Promise<Admission> {
  try {
    return await db.transaction().execute((trx) => admitIn(trx, person, options));
  } catch (error) {
    if (error instanceof AppError && error.code === "account/refused")
      return { status: "refused", why: "closed" };
    throw error;
  }
}

async function admitIn(trx: Db, person: ProviderPerson, options: AdmitOptions): Promise<Admission> {
  // Two first log-ins at once must not make two accounts.
  await lockPeople(trx);
  const { at } = options;
  const claimed = person.words === undefined ? undefined : claimRights(options.rules, person.words);
  const link = await findLink(trx, person);
  const found = link === undefined ? await findUnlinked(trx, person) : [await read(trx, link.account_id)];
  const [account] = found;
  const isTaken = link === undefined && account !== undefined && (await isLinked(trx, person, account));
  const kept = account === undefined ? undefined : await readDirectoryRights(trx, options.rules, account.id);
  const joined = joinAll(claimed, kept?.claimed);
  const why = isTaken ? "unknown" : refusalOf(found, { person, claimed: joined, link, options });
  if (why !== undefined) {
    const accountId = why === "not-assigned" ? link?.account_id : undefined;
    return { status: "refused", why, accountId };
  }
  if (account === undefined) {
    const accountId = await makePerson(trx, person, { ...options, claimed });
    await writeLink(trx, { person, accountId, claimed, at });
    return { status: "admitted", accountId, endedSessionIds: [] };
  }
  const given = joinGiven(link === undefined ? nothingGiven : toGiven(link), kept?.given ?? nothingGiven);
  const { isLess } = await renewPerson(trx, account, { person, given, claimed: joined, at });
  if (kept !== undefined && joined !== undefined) await writeDirectoryRights(trx, account.id, kept.claimed);
  // Nobody could undo it; nothing of the log-in holds then.
  await requireAdmin(trx);
  await writeLink(trx, { person, accountId: account.id, claimed, at });
  const endedSessionIds = await endWhatWas(trx, account.id, { isNew: link === undefined, isLess, at });
  return { status: "admitted", accountId: account.id, endedSessionIds };
}

/** Whoever had a way into an account that is linked now has it no more; nor do sessions outlive the rights they had. */
async function endWhatWas(
  trx: Db,
  accountId: string,
  { isNew, isLess, at }: { readonly isNew: boolean; readonly isLess: boolean; readonly at: number },
): Promise<string[]> {
  if (isNew) return dropCredentials(trx, accountId, at);
  return isLess ? endSessions(trx, accountId) : [];
}

/** A token that could not name all groups says nothing about rights, whatever the directory says beside it. */
function joinAll(claimed: Claimed | undefined, kept: Claimed | undefined): Claimed | undefined {
  return claimed === undefined || kept === undefined ? claimed : joinClaimed(claimed, kept);
}

type Link = Row<"sign_on_link">;
type AccountRow = Row<"account">;

async function findLink(trx: Db, { issuer, subject }: ProviderPerson): Promise<Link | undefined> {
  return trx
    .selectFrom("sign_on_link")
    .selectAll()
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .executeTakeFirst();
}

async function read(trx: Db, id: string): Promise<AccountRow> {
  return trx.selectFrom("account").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

/** Whom the directory keeps under the provider's own id is known by more than an address. */
async function findUnlinked(trx: Db, person: ProviderPerson): Promise<AccountRow[]> {
  const kept = await findByExternalId(trx, person);
  return kept.length === 1 ? kept : findByEmail(trx, person);
}

async function findByExternalId(trx: Db, { externalId }: ProviderPerson): Promise<AccountRow[]> {
  if (externalId === undefined) return [];
  return trx
    .selectFrom("provisioned_person")
    .innerJoin("account", "account.id", "provisioned_person.account_id")
    .selectAll("account")
    .where("provisioned_person.external_id", "=", externalId)
    .where("provisioned_person.is_gone", "=", 0)
    .limit(2)
    .execute();
}

/** People one can log in as: those of channels and portals, with a colon in their name, and guests are none. */
async function findByEmail(trx: Db, { email }: ProviderPerson): Promise<AccountRow[]> {
  if (email === undefined) return [];
  return trx
    .selectFrom("account")
    .selectAll()
    .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", email))
    .where("stands_for", "is", null)
    .where("username", "not like", "%:%")
    .limit(2)
    .execute();
}

/** To somebody else of the same provider: an address that was given to a new colleague opens nothing of the former one. */
async function isLinked(trx: Db, { issuer }: ProviderPerson, { id }: AccountRow): Promise<boolean> {
  const row = await trx
    .selectFrom("sign_on_link")
    .select("subject")
    .where("issuer", "=", issuer)
    .where("account_id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

function refusalOf(
  found: readonly AccountRow[],
  known: {
    readonly person: ProviderPerson;
    readonly claimed: Claimed | undefined;
    readonly link: Link | undefined;
    readonly options: AdmitOptions;
  },
): Extract<Admission, { status: "refused" }>["why"] | undefined {
  const { person, claimed, link, options } = known;
  const [account, another] = found;
  // Two accounts with one address: which of them it is, is for an admin to say.
  if (another !== undefined) return "unknown";
  if (account === undefined && person.email === undefined) return "unverified";
  if (account === undefined && !options.makesAccounts) return "unknown";
  if (account !== undefined && (account.active !== 1 || isBreakGlass(account, options))) return "closed";
  const isMapped = claimed === undefined ? link !== undefined : claimed.isMapped;
  return options.rules.onlyMapped && !isMapped ? "not-assigned" : undefined;
}

function isBreakGlass({ username }: AccountRow, { breakGlass }: AdmitOptions): boolean {
  return breakGlass !== undefined && username === plainUsername(breakGlass);
}

async function writeLink(
  trx: Db,
  link: {
    readonly person: ProviderPerson;
    readonly accountId: string;
    readonly claimed: Claimed | undefined;
    readonly at: number;
  },
): Promise<void> {
  const { person, accountId, claimed, at } = link;
  const gave = claimed === undefined ? {} : fromGiven(claimed);
  const { issuer, subject } = person;
  await trx
    .insertInto("sign_on_link")
    .values({
      issuer,
      subject,
      account_id: accountId,
      given_role: null,
      given_groups_json: "[]",
      ...gave,
      created_at: at,
      last_used_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(["issuer", "subject"]).doUpdateSet({ ...gave, last_used_at: at }),
    )
    .execute();
}
