import { type Db, recordChange, type Row } from "../../store/index.js";
import { type EndedSession, plainUsername } from "../accounts/index.js";
import { endSessions } from "../sign-on/drop-credentials.js";
import { taken, toRow } from "./admit-said.js";
import { noSuchPerson, readSaid } from "./read-people.js";
import { ProvisioningRefusal } from "./refusal.js";
import { ended, isBreakGlass, type Under } from "./renew-rights.js";
import { type SaidPerson, toShown } from "./said.js";

/** What becomes of a person; `undefined` for one whom the directory deletes. */
export type SaidChange = (said: SaidPerson) => SaidPerson | undefined;

export interface ChangeWish {
  readonly id: string;
  /** Only while this is the version; any when left out. */
  readonly version: number | undefined;
  readonly change: SaidChange;
}

/**
 * Writes what the directory says of a person now. Only what differs from what it said before changes the account, so
 * that what an admin set by hand beside it stays: an account closed by hand is opened by nothing but the directory's
 * closing and opening it. Runs in a transaction that holds `lockPeople`.
 */
export async function changeSaid(
  trx: Db,
  { id, version, change }: ChangeWish,
  under: Under,
): Promise<readonly EndedSession[]> {
  const row = await trx
    .selectFrom("provisioned_person")
    .selectAll()
    .where("account_id", "=", id)
    .where("is_gone", "=", 0)
    .executeTakeFirst();
  if (row === undefined) throw noSuchPerson(id);
  requireVersion(row, version);
  const account = await trx.selectFrom("account").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  if (isBreakGlass(account, under)) {
    throw new ProvisioningRefusal(
      "protected",
      "This account is kept for emergencies; no directory changes it.",
    );
  }
  const was = readSaid(row);
  const next = change(was);
  if (next === undefined) return remove(trx, { row, account, under });
  if (sameJson(was, next)) return [];
  await requireFree(trx, { id, was, next });
  await writeSaid(trx, { row, next, at: under.at });
  return writeAccount(trx, account, { was, next, under });
}

export function requireVersion(row: { readonly version: number }, wanted: number | undefined): void {
  if (wanted !== undefined && row.version !== wanted) {
    throw new ProvisioningRefusal("changed", "This has changed since it was read.");
  }
}

async function remove(
  trx: Db,
  known: { readonly row: Row<"provisioned_person">; readonly account: Row<"account">; readonly under: Under },
): Promise<EndedSession[]> {
  const { row, account, under } = known;
  const { id, name } = account;
  await trx.deleteFrom("provisioned_member").where("account_id", "=", id).execute();
  await trx
    .updateTable("provisioned_person")
    .set({ is_gone: 1, is_active: 0, version: row.version + 1, updated_at: under.at })
    .where("account_id", "=", id)
    .execute();
  await trx.updateTable("account").set({ active: 0 }).where("id", "=", id).execute();
  const change = { type: "account", id, name, at: under.at, by: under.by };
  const before = { directory: true, active: account.active === 1 };
  await recordChange(trx, { ...change, before, after: { directory: false, active: false } });
  return ended(id, await endSessions(trx, id), "deactivated");
}

async function requireFree(
  trx: Db,
  { id, was, next }: { readonly id: string; readonly was: SaidPerson; readonly next: SaidPerson },
): Promise<void> {
  const key = plainUsername(next.userName);
  if (key === plainUsername(was.userName)) return;
  const other = await trx
    .selectFrom("account")
    .select("id")
    .where("username", "=", key)
    .where("id", "<>", id)
    .executeTakeFirst();
  const kept = await trx
    .selectFrom("provisioned_person")
    .select("account_id")
    .where("user_name_key", "=", key)
    .where("account_id", "<>", id)
    .executeTakeFirst();
  if (other !== undefined || kept !== undefined) throw taken(next.userName);
}

async function writeSaid(
  trx: Db,
  {
    row,
    next,
    at,
  }: { readonly row: Row<"provisioned_person">; readonly next: SaidPerson; readonly at: number },
): Promise<void> {
  await trx
    .updateTable("provisioned_person")
    .set({ ...toRow(next), version: row.version + 1, updated_at: at })
    .where("account_id", "=", row.account_id)
    .execute();
}

async function writeAccount(
  trx: Db,
  account: Row<"account">,
  { was, next, under }: { readonly was: SaidPerson; readonly next: SaidPerson; readonly under: Under },
): Promise<EndedSession[]> {
  const [before, after] = [inAccount(was), inAccount(next)];
  const changed = Object.fromEntries(
    Object.entries(after).filter(([name, value]) => value !== before[name as keyof typeof before]),
  );
  // Somebody who was here before the directory keeps the name they log in with.
  const isNamedSo = account.username === plainUsername(was.userName);
  const { username: _, ...rest } = changed;
  const row: Partial<Row<"account">> = isNamedSo ? changed : rest;
  if (Object.keys(row).length === 0) return [];
  await trx.updateTable("account").set(row).where("id", "=", account.id).execute();
  const had = Object.fromEntries(
    Object.keys(row).map((name) => [name, account[name as keyof typeof account]]),
  );
  const { at, by } = under;
  const change = { type: "account", id: account.id, name: row.name ?? account.name, at, by };
  await recordChange(trx, { ...change, before: withFlag(had), after: withFlag(row) });
  return row.active === 0 ? ended(account.id, await endSessions(trx, account.id), "deactivated") : [];
}

function inAccount(said: SaidPerson) {
  const { name, email = null, locale = null, department = null, company = null } = toShown(said);
  const username = plainUsername(said.userName);
  return { username, name, email, locale, department, company, active: said.active ? 1 : 0 };
}

/** As the record of changes has it wherever an account is opened or closed. */
function withFlag(row: Partial<Row<"account">>): Readonly<Record<string, unknown>> {
  return row.active === undefined ? row : { ...row, active: row.active === 1 };
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
