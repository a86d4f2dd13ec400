import { roleSchema, type SignOnRules } from "../../contract/index.js";
import { type Db, recordChange } from "../../store/index.js";
import { type EndedSession, groupIdsOf, plainUsername, setGroups } from "../accounts/index.js";
import {
  joinClaimed,
  joinGiven,
  readDirectoryRights,
  readSignOnGiven,
  writeDirectoryRights,
} from "../sign-on/directory-rights.js";
import { endSessions } from "../sign-on/drop-credentials.js";
import { applyRights } from "../sign-on/rights.js";
import { existingGroups } from "../sign-on/write-person.js";

/** Under what a change of the directory is made. */
export interface Under {
  readonly rules: SignOnRules;
  /** The account that no directory reaches. */
  readonly breakGlass: string | undefined;
  readonly at: number;
  /** As the record of changes shows it. */
  readonly by: string;
  /** Told of each person who may do more or less now; what is known of them is read anew when all is written. */
  renewed(accountId: string): void;
}

/**
 * Gives a person what the directory's groups give by the rules of now, beside what single sign-on gave at the last
 * log-in; answers with the sessions that ended because the person may do less.
 */
export async function renewRights(trx: Db, accountId: string, under: Under): Promise<EndedSession[]> {
  const { rules, at, by } = under;
  const kept = await readDirectoryRights(trx, rules, accountId);
  const account = await trx
    .selectFrom("account")
    .select(["username", "name", "role"])
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  if (kept === undefined || isBreakGlass(account, under)) return [];
  const beside = await readSignOnGiven(trx, accountId);
  const had = { role: roleSchema.parse(account.role), groupIds: (await groupIdsOf(trx, accountId)).sort() };
  const has = applyRights(had, joinGiven(kept.given, beside), joinClaimed(kept.claimed, beside));
  const groupIds = await existingGroups(trx, has.groupIds);
  await writeDirectoryRights(trx, accountId, kept.claimed);
  const after = { role: has.role, groupIds };
  if (has.role !== had.role)
    await trx.updateTable("account").set({ role: has.role }).where("id", "=", accountId).execute();
  if (groupIds.join() !== had.groupIds.join()) await setGroups(trx, accountId, groupIds);
  await recordChange(trx, { type: "account", id: accountId, name: account.name, before: had, after, at, by });
  under.renewed(accountId);
  const isLess = had.role !== has.role || had.groupIds.some((group) => !groupIds.includes(group));
  return isLess ? ended(accountId, await endSessions(trx, accountId), "logged-out") : [];
}

export function isBreakGlass(
  { username }: { readonly username: string },
  { breakGlass }: Pick<Under, "breakGlass">,
): boolean {
  return breakGlass !== undefined && username === plainUsername(breakGlass);
}

export function ended(
  accountId: string,
  sessionIds: readonly string[],
  reason: EndedSession["reason"],
): EndedSession[] {
  return sessionIds.map((sessionId) => ({ sessionId, accountId, reason }));
}
