import type { Account } from "../../contract/index.js";
import { plainUsername } from "../../config/index.js";
import type { Audit } from "./audit.js";

/** As it stands in the record, where HTTP has its methods and addresses. */
export const emergencyAct = {
  method: "LOG-IN",
  path: "session:emergency",
  summary: "Log in with the password of the emergency admin",
} as const;

/** Writes down that somebody came in as this person with a password; throws where that could not be written. */
export type NoteLogIn = (
  account: Pick<Account, "id" | "username" | "role">,
  address: string,
) => Promise<void>;

/**
 * The log-ins of the one admin whom single sign-on never reaches have an entry of their own: they are rare, and somebody
 * should know of each. Others' log-ins are no administrative acts.
 */
export function createNoteLogIn(options: {
  readonly audit: Pick<Audit, "during">;
  readonly breakGlass: string | undefined;
}): NoteLogIn {
  const { audit, breakGlass } = options;
  const emergency = breakGlass === undefined ? undefined : plainUsername(breakGlass);
  return async ({ id, username, role }, address) => {
    if (username !== emergency) return;
    const { method, path } = emergencyAct;
    const act = { person: { accountId: id, role }, method, path, params: { address }, asked: null };
    await audit.during(act, async () => undefined);
  };
}
