import { type Db, newId, recordChange, type Row, toJson } from "../../store/index.js";
import { type EndedSession, plainUsername, setGroups } from "../accounts/index.js";
import { dropCredentials, endSessions } from "../sign-on/drop-credentials.js";
import { ProvisioningRefusal } from "./refusal.js";
import { ended, isBreakGlass, type Under } from "./renew-rights.js";
import { type SaidPerson, toShown } from "./said.js";

export interface AdmitUnder extends Under {
  /** Whether people come in by single sign-on: without it an account that has a password is left to its owner. */
  readonly hasSignOn: boolean;
  /** Groups of people who come for the first time and only ask for help. */
  readonly firstGroupIds: readonly string[];
}

const newCapacity = 3;

/**
 * Takes a person whom the directory names for the first time: a fresh account; the one that exists with this name and
 * address, which loses whatever others may have used to get in (S33); or the closed one of the same person, whom the
 * directory had deleted. Two are never guessed between. Runs in a transaction that holds `lockPeople`.
 */
export async function admitSaid(
  trx: Db,
  said: SaidPerson,
  under: AdmitUnder,
): Promise<{ readonly accountId: string; readonly ended: readonly EndedSession[] }> {
  const former = await findFormer(trx, said);
  if (former !== undefined) return reopen(trx, former, { said, under });
  const account = await findExisting(trx, said, under);
  if (account === undefined) return { accountId: await make(trx, said, under), ended: [] };
  const sessions = await adopt(trx, account, { said, under });
  return { accountId: account.id, ended: sessions };
}

/** A person of the directory who was deleted there and comes back under the directory's own id and name. */
async function findFormer(trx: Db, { userName, externalId }: SaidPerson): Promise<string | undefined> {
  const rows = await trx
    .selectFrom("provisioned_person")
    .select(["account_id", "external_id", "is_gone"])
    .where("user_name_key", "=", plainUsername(userName))
    .execute();
  if (rows.some((row) => row.is_gone === 0)) throw taken(userName);
  const same = rows.find((row) => externalId !== undefined && row.external_id === externalId);
  return same?.account_id;
}

async function findExisting(
  trx: Db,
  said: SaidPerson,
  under: AdmitUnder,
): Promise<Row<"account"> | undefined> {
  const { email } = toShown(said);
  const username = plainUsername(said.userName);
  const [account, another] = await trx
    .selectFrom("account")
    .selectAll()
    .where((eb) =>
      eb.or([
        eb("username", "=", username),
        ...(email === undefined ? [] : [eb(eb.fn<string>("lower", ["email"]), "=", email)]),
      ]),
    )
    .where("stands_for", "is", null)
    .where("username", "not like", "%:%")
    .limit(2)
    .execute();
  if (account === undefined) return undefined;
  const isElsewhere = account.email !== null && account.email.toLowerCase() !== email;
  const isRefused =
    another !== undefined ||
    isElsewhere ||
    account.active !== 1 ||
    !under.hasSignOn ||
    isBreakGlass(account, under) ||
    (await isKept(trx, account.id));
  if (isRefused) throw taken(said.userName);
  return account;
}

async function isKept(trx: Db, accountId: string): Promise<boolean> {
  const row = await trx
    .selectFrom("provisioned_person")
    .select("account_id")
    .where("account_id", "=", accountId)
    .executeTakeFirst();
  return row !== undefined;
}

async function make(trx: Db, said: SaidPerson, under: AdmitUnder): Promise<string> {
  const id = newId();
  const { name, email, locale, department, company } = toShown(said);
  const username = plainUsername(said.userName);
  const { at, by, firstGroupIds } = under;
  await trx
    .insertInto("account")
    .values({
      id,
      username,
      name,
      email: email ?? null,
      role: "requester",
      locale: locale ?? null,
      photo_url: null,
      password_hash: null,
      active: said.active ? 1 : 0,
      availability: "available",
      capacity: newCapacity,
      created_at: at,
      department: department ?? null,
      company: company ?? null,
    })
    .execute();
  await setGroups(trx, id, firstGroupIds);
  await writeNew(trx, { accountId: id, said, at });
  const after = { username, name, email, role: "requester", active: said.active, groupIds: firstGroupIds };
  await recordChange(trx, { type: "account", id, name, after, at, by });
  return id;
}

async function adopt(
  trx: Db,
  account: Row<"account">,
  { said, under }: { readonly said: SaidPerson; readonly under: AdmitUnder },
): Promise<EndedSession[]> {
  const { id, name } = account;
  const { at, by } = under;
  const link = await trx
    .selectFrom("sign_on_link")
    .select("subject")
    .where("account_id", "=", id)
    .limit(1)
    .executeTakeFirst();
  const sessions = link === undefined ? await dropCredentials(trx, id, at) : [];
  const closed = said.active ? [] : await endSessions(trx, id);
  if (!said.active) await trx.updateTable("account").set({ active: 0 }).where("id", "=", id).execute();
  await writeNew(trx, { accountId: id, said, at });
  const before = { directory: false, active: true };
  const after = { directory: true, active: said.active };
  await recordChange(trx, { type: "account", id, name, before, after, at, by });
  return ended(id, [...sessions, ...closed], said.active ? "logged-out" : "deactivated");
}

async function reopen(
  trx: Db,
  accountId: string,
  { said, under }: { readonly said: SaidPerson; readonly under: AdmitUnder },
) {
  const { at, by } = under;
  const { name, ...shown } = toShown(said);
  const active = said.active ? 1 : 0;
  await trx
    .updateTable("account")
    .set({ name, email: shown.email ?? null, active })
    .where("id", "=", accountId)
    .execute();
  await trx
    .updateTable("provisioned_person")
    .set((eb) => ({ ...toRow(said), is_gone: 0, version: eb("version", "+", 1), updated_at: at }))
    .where("account_id", "=", accountId)
    .execute();
  const change = { type: "account", id: accountId, name, at, by };
  await recordChange(trx, { ...change, before: { active: false }, after: { active: said.active } });
  return { accountId, ended: [] };
}

async function writeNew(
  trx: Db,
  { accountId, said, at }: { readonly accountId: string; readonly said: SaidPerson; readonly at: number },
): Promise<void> {
  await trx
    .insertInto("provisioned_person")
    .values({
      ...toRow(said),
      account_id: accountId,
      is_gone: 0,
      given_role: null,
      given_groups_json: "[]",
      version: 1,
      created_at: at,
      updated_at: at,
    })
    .execute();
}

/** What the directory said, as it stands in its row. */
export function toRow(said: SaidPerson) {
  return {
    external_id: said.externalId ?? null,
    user_name: said.userName,
    user_name_key: plainUsername(said.userName),
    said_json: toJson(said),
    is_active: said.active ? 1 : 0,
  };
}

export function taken(userName: string): ProvisioningRefusal {
  return new ProvisioningRefusal(
    "taken",
    `The desk has an account with the name or address of ${userName} that the directory may not take over.`,
  );
}
