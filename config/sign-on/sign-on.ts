import type {
  Account,
  Locale,
  SignOnAdmin,
  SignOnRefusal,
  SignOnRules,
  WaysIn,
} from "../../contract/index.js";
import type { Store } from "../../store/index.js";
import { type Accounts, newToken } from "../accounts/index.js";
import type { Config } from "../load.js";
import type { Log } from "../logger.js";
import { type Admission, admitPerson } from "./admit.js";
import { newProofs, sweepBegun, takeBegun, writeBegun } from "./begun.js";
import { type ProviderPerson, readPerson } from "./claims.js";
import { endByToken, isOver, noteSession, readIdToken, sweepEnded } from "./ended.js";
import { createProvider, type Proofs, type Provider, type ProviderSettings } from "./provider.js";
import { toProviderError } from "./provider-error.js";
import { readRules, saveRules } from "./rules.js";
import { unlink } from "./unlink.js";

export type BegunSignOn =
  | { readonly status: "begun"; readonly url: string; readonly browser: string }
  | { readonly status: "refused"; readonly why: SignOnRefusal };

export type FinishedSignOn =
  | {
      readonly status: "in";
      readonly token: string;
      readonly account: Account;
      readonly returnTo: string | undefined;
    }
  | { readonly status: "refused"; readonly why: SignOnRefusal; readonly returnTo?: string | undefined };

/** Log-in by an identity provider (OpenID Connect). Without one in the configuration everything here is refused. */
export interface SignOn {
  ways(): WaysIn;
  /** Sends a browser to the provider. `browser` is what this browser brought from an earlier try. */
  begin(wish: {
    readonly returnTo: string | undefined;
    readonly browser: string | undefined;
    readonly locale: Locale;
  }): Promise<BegunSignOn>;
  /**
   * Takes a browser that came back with this query. Once for each log-in that began, in the browser it began in; the
   * session is one like all others.
   */
  finish(came: {
    readonly query: URLSearchParams;
    readonly browser: string | undefined;
  }): Promise<FinishedSignOn>;
  /** Where the browser goes to be logged out at the provider too. Ask before the session is ended. */
  leaveTo(sessionId: string): Promise<string | undefined>;
  /** Ends what a log-out token of the provider names, everywhere; tells why not when it is not to be believed. */
  endByProvider(token: string): Promise<"ended" | "refused" | "away">;
  admin(): Promise<SignOnAdmin>;
  /** Throws `sign-on/changed` and `sign-on/refused`. Holds from each person's next log-in on. */
  save(change: {
    readonly settings: SignOnRules;
    readonly version: number;
    readonly by: string;
  }): Promise<SignOnAdmin>;
  /** Whoever used the account by single sign-on is asked for their address again; all its sessions end. */
  unlink(accountId: string, by: string): Promise<void>;
  /** Run it now and then: forgets what is over, and asks a provider again that did not answer. */
  look(): Promise<void>;
}

const paths = {
  callback: "/api/v1/session/oidc/callback",
  backChannel: "/api/v1/session/oidc/log-out",
  afterwards: "/login",
} as const;

export function createSignOn(options: {
  readonly config: Config;
  readonly store: Store;
  readonly log: Log;
  readonly now: () => number;
  readonly accounts: Accounts;
  /** Where people reach the desk. */
  readonly baseUrl: () => string;
}): SignOn {
  const { config, store, log, now, accounts, baseUrl } = options;
  const { db } = store;
  const { signOn: settings, passwords } = config;
  const active =
    settings === undefined
      ? undefined
      : { settings, provider: createProvider(toProvider(config, settings), now) };

  function refuse(why: SignOnRefusal, reason: string, returnTo?: string) {
    log.warn({ why, reason }, "A log-in by the identity provider was refused.");
    return { status: "refused", why, returnTo } as const;
  }

  async function admit(person: ProviderPerson): Promise<Admission> {
    const { settings: rules } = await readRules(store);
    const firstGroupIds = (await accounts.requesterGroups()).map(({ id }) => id);
    const makesAccounts = settings?.makesAccounts ?? false;
    const { breakGlass } = passwords;
    return admitPerson(db, person, { rules, makesAccounts, breakGlass, firstGroupIds, at: now() });
  }

  /** `undefined` when the provider has ended it meanwhile. */
  async function beginSession({ person, idToken }: Vouched, accountId: string): Promise<string | undefined> {
    const { token, sessionId } = await accounts.beginSession(accountId);
    await noteSession(db, sessionId, { ...person, idToken });
    if (!(await isOver(db, person))) return token;
    await accounts.logOut(token);
    return undefined;
  }

  async function welcome(vouched: Vouched, returnTo: string | undefined): Promise<FinishedSignOn> {
    const { person } = vouched;
    const admission = await admit(person);
    if (admission.status === "refused") {
      if (admission.accountId !== undefined) await accounts.endSessionsOf(admission.accountId, "logged-out");
      return refuse(admission.why, `This is about ${person.subject}.`, returnTo);
    }
    const { accountId, endedSessionIds } = admission;
    accounts.tellEnded(
      endedSessionIds.map((sessionId) => ({ sessionId, accountId, reason: "logged-out" }) as const),
    );
    accounts.personChanged(accountId);
    const token = await beginSession(vouched, accountId);
    const account = await accounts.accountById(accountId);
    if (token === undefined || account === undefined) {
      return refuse("interrupted", "The provider has ended this log-in meanwhile.", returnTo);
    }
    return { status: "in", token, account, returnTo };
  }

  async function admin(): Promise<SignOnAdmin> {
    const { settings: rules, version } = await readRules(store);
    const shown = active === undefined ? {} : { provider: toShown(active, baseUrl()) };
    return { ...shown, passwords: passwords.areAllowed, settings: rules, version };
  }

  return {
    ways: () => ({
      password: passwords.areAllowed,
      ...(settings === undefined ? {} : { signOn: { name: settings.name } }),
    }),
    begin: async ({ returnTo, browser = newToken(), locale }) => {
      if (active === undefined) return refuse("failed", "There is no identity provider.");
      const proofs = newProofs();
      const redirectUri = baseUrl() + paths.callback;
      const url = await active.provider.begin({ ...proofs, redirectUri, locale }).catch(toProviderError);
      if (url instanceof Error) return refuse(url.why, url.message, returnTo);
      await writeBegun(db, proofs, { browser, returnTo, at: now() });
      return { status: "begun", url, browser };
    },
    finish: async ({ query, browser }) => {
      if (active === undefined) return refuse("failed", "There is no identity provider.");
      const state = query.get("state") ?? "";
      const begun = browser === undefined ? undefined : await takeBegun(db, { state, browser, at: now() });
      if (begun === undefined) return refuse("interrupted", "Nothing is known of this log-in.");
      const back = new URL(`${baseUrl()}${paths.callback}?${query}`);
      const vouched = await vouch(active, back, begun).catch(toProviderError);
      if (vouched instanceof Error) return refuse(vouched.why, vouched.message, begun.returnTo);
      return welcome(vouched, begun.returnTo);
    },
    leaveTo: async (sessionId) => {
      const session = active === undefined ? undefined : await readIdToken(db, sessionId);
      if (session === undefined) return undefined;
      return active?.provider.leave({ ...session, returnTo: baseUrl() + paths.afterwards });
    },
    endByProvider: async (token) => {
      if (active === undefined) return "refused";
      const read = await active.provider.readLogOut(token).catch(toProviderError);
      const ended = read instanceof Error ? read : await endByToken(db, read);
      if (ended === undefined || ended instanceof Error) {
        const reason = ended?.message ?? "It was shown before.";
        log.warn({ reason }, "A log-out of the identity provider was refused.");
        return ended?.why === "away" ? "away" : "refused";
      }
      accounts.tellEnded(ended);
      return "ended";
    },
    admin,
    save: async (change) => {
      await saveRules(store, { ...change, at: now() });
      return admin();
    },
    unlink: async (accountId, by) => {
      if (await unlink(db, { accountId, by, at: now() })) {
        await accounts.endSessionsOf(accountId, "logged-out");
      }
    },
    look: async () => {
      await sweepBegun(db, now());
      await sweepEnded(db, now());
      await active?.provider.look();
    },
  };
}

interface Active {
  readonly settings: SignOnSettings;
  readonly provider: Provider;
}
type SignOnSettings = NonNullable<Config["signOn"]>;

/** A person, and what the provider vouched with. */
interface Vouched {
  readonly person: ProviderPerson;
  readonly idToken: string;
}

async function vouch({ settings, provider }: Active, back: URL, proofs: Proofs): Promise<Vouched> {
  const { idToken, ...said } = await provider.finish(back, proofs);
  const { claims: names, isEmailAlwaysVerified } = settings;
  return { idToken, person: readPerson(said, { names, isEmailAlwaysVerified }) };
}

function toProvider({ secrets }: Config, settings: SignOnSettings): ProviderSettings {
  const { claims, isEmailAlwaysVerified } = settings;
  const wantedClaims = [...Object.values(claims), ...(isEmailAlwaysVerified ? [] : ["email_verified"])];
  return { ...settings, clientSecret: secrets.oidcClientSecret, wantedClaims };
}

function toShown({ settings, provider }: Active, base: string): NonNullable<SignOnAdmin["provider"]> {
  const { name, issuer, clientId, claims } = settings;
  return {
    name,
    issuer,
    clientId,
    groupsClaim: claims.groups,
    isReachable: provider.isReachable(),
    redirectUri: base + paths.callback,
    postLogoutUri: base + paths.afterwards,
    backChannelUri: base + paths.backChannel,
  };
}
