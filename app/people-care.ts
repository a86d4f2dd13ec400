import {
  type ApiTokens,
  type Config,
  createProvisioning,
  createSignOn,
  type SignOn,
} from "../config/index.js";
import { type Audit, createNoteLogIn, type NoteLogIn } from "./audit/index.js";
import { createScim, type Scim } from "./scim/index.js";
import type { Team } from "./team/index.js";

type SignOnParts = Parameters<typeof createSignOn>[0];

/** Log-in by an identity provider, people whom a directory keeps, and what is looked after for people every few seconds. */
export function createPeopleCare(
  parts: SignOnParts & {
    readonly config: Config;
    readonly team: Pick<Team, "viewing">;
    readonly apiTokens: ApiTokens;
    readonly audit: Audit;
  },
): {
  readonly signOn: SignOn;
  readonly scim: Scim;
  readonly noteLogIn: NoteLogIn;
  /** Run it every 15 seconds. */
  readonly lookAfterPeople: () => Promise<void>;
} {
  const { config, store, now, accounts, apiTokens, audit, baseUrl: deskUrl } = parts;
  const signOn = createSignOn(parts);
  const { breakGlass } = config.passwords;
  const hasSignOn = config.signOn !== undefined;
  const provisioning = createProvisioning({ store, now, accounts, breakGlass, hasSignOn });
  return {
    signOn,
    noteLogIn: createNoteLogIn({ audit, breakGlass }),
    scim: createScim({ provisioning, apiTokens, audit, deskUrl }),
    lookAfterPeople: async () => {
      parts.team.viewing.sweep();
      await signOn.look();
    },
  };
}
