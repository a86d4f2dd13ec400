import type { Accounts, Parameters } from "../config/index.js";
import type { Account } from "../contract/index.js";

export interface Stranger {
  readonly channelId: string;
  readonly externalId: string;
  readonly name: string;
}

/** The account of somebody who writes from outside; made at the first message, the same ever after. */
export type EnsureStranger = (stranger: Stranger) => Promise<Account>;

const defaultUser = 388;
const defaultUnit = 390;

/**
 * People from outside are not in the desk's directory. The account of parameter 388 is their pattern: they get its groups
 * and language, so that group permissions apply (S0-5, S0-6); without it, the groups that may ask by chat. They belong to
 * the unit of parameter 390.
 */
export function createStrangers(parts: {
  readonly accounts: Pick<Accounts, "accountById" | "ensureChannelAccount" | "requesterGroups">;
  readonly parameters: Pick<Parameters, "idOf">;
}): EnsureStranger {
  const { accounts, parameters } = parts;
  return async (stranger) => {
    const patternId = parameters.idOf(defaultUser);
    const pattern = patternId === undefined ? undefined : await accounts.accountById(patternId);
    const groupIds = pattern?.groupIds ?? (await accounts.requesterGroups()).map(({ id }) => id);
    return accounts.ensureChannelAccount({
      ...stranger,
      groupIds,
      locale: pattern?.locale,
      department: parameters.idOf(defaultUnit),
    });
  };
}
