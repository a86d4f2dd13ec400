import type { Accounts } from "../config/index.js";
import type { Principal } from "../contract/index.js";

/** A person as the desk knows them now, outside any session. */
export function createPersonOf(accounts: Pick<Accounts, "accountById">) {
  return async (accountId: string): Promise<Principal | undefined> => {
    const account = await accounts.accountById(accountId);
    if (account === undefined) return undefined;
    const { id, name, role, groupIds, guest } = account;
    return { accountId: id, name, role, groupIds, sessionId: "", guest };
  };
}
