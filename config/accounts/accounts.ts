import { type Account, AppError, type Principal } from "../../contract/index.js";
import type { Bell, Store } from "../../store/index.js";
import { createListeners } from "../listeners.js";
import { type ChannelPerson, ensureChannelAccount } from "./channel-accounts.js";
import { createGroups, type Groups } from "./groups.js";
import { createGuests, type NewGuest, sweepGuests } from "./guests.js";
import { createIdentities, endIdentity, type Identity, sweepIdentities } from "./identities.js";
import { createLiveSessions, type LiveSessions } from "./live-sessions.js";
import type { LogInLimits } from "./log-in-limits.js";
import { countMoves } from "./moves.js";
import { createPasswordCheck, hashPassword } from "./passwords.js";
import { createPeople, type People, plainUsername } from "./people.js";
import { createSessions, type EndedSession, type Sessions } from "./sessions.js";

export interface LogIn {
  readonly username: string;
  readonly password: string;
  /** From `clientAddress`, never from a header a client can write. */
  readonly address: string;
}

export interface Accounts extends People, Groups, LiveSessions, Pick<Sessions, "authenticate" | "sweep"> {
  /**
   * Begins a session. Throws `session/wrong-credentials`, alike and after the same work for an unknown name, a wrong
   * password and a deactivated account (S32), and `request/too-many` for somebody who guesses.
   */
  logIn(who: LogIn): Promise<{ readonly token: string; readonly account: Account }>;
  /** Ends the token's session everywhere; a token that is no session's changes nothing. */
  logOut(token: string): Promise<void>;
  /** Begins a session for somebody proved by other means. */
  beginSession: Sessions["begin"];
  /** A guest as this account: an account of their own, with the groups of that one. */
  beginGuest(guest: NewGuest): Promise<{ readonly token: string; readonly account: Account }>;
  /** Ends the sessions of all guests. */
  endGuests(): Promise<void>;
  /** Logs in whom a portal vouches for; throws `identity/ended` for a token that was logged out. */
  logInByIdentity(identity: Identity): Promise<{ readonly token: string; readonly account: Account }>;
  /** The account may not come in any more; all its sessions end at once. */
  deactivate(accountId: string): Promise<void>;
  reactivate(accountId: string): Promise<void>;
  /** Ends all sessions of the account, everywhere. */
  endSessionsOf(accountId: string, reason: EndedSession["reason"]): Promise<void>;
  /** For sessions that were ended in a transaction elsewhere: forgotten and told of, on every node. */
  tellEnded(ends: readonly EndedSession[]): void;
  /** What is known of the person is read anew, on every node. */
  personChanged(accountId: string): void;
  /** Ends all sessions of the account: who knew the old password must not stay inside. */
  setPassword(accountId: string, password: string): Promise<void>;
  ensureChannelAccount(person: ChannelPerson): Promise<Account>;
  /** Which of these active accounts still have that password, e.g. the demo desk's. */
  withPassword(usernames: readonly string[], password: string): Promise<string[]>;
  /** Told at once of each session that ends, on this node or, by bell, on another. */
  onSessionEnded(listener: (ended: EndedSession) => void): () => void;
  /** Told at once of whose groups may have changed, on this node or, by bell, on another; of everybody by `lookForMoves`. */
  onMoved(listener: (who: Moved) => void): () => void;
  /** Finds out whether groups of people were changed anywhere; for a node that was not told. Run it every second. */
  lookForMoves(): Promise<void>;
}

export type Moved = { readonly accountId: string } | "anybody";

export interface AccountsOptions {
  readonly store: Store;
  readonly now: () => number;
  /** Life of a session that is not used. */
  readonly sessionMs: () => number;
  readonly limits: LogInLimits;
  /** Whose password counts; everybody's where nothing is said. */
  readonly mayUsePassword?:
    | ((person: { readonly username: string; readonly role: string }) => boolean)
    | undefined;
  readonly bell?: Bell | undefined;
}

const endedTopic = "session-ended";
const groupsTopic = "groups-changed";

/** People, their groups and their sessions. */
export function createAccounts(options: AccountsOptions): Accounts {
  const { store, now, limits, mayUsePassword = () => true, bell } = options;
  const { db } = store;
  const people = createPeople({ db, now });
  const sessions = createSessions({ db, now, sessionMs: options.sessionMs });
  const live = createLiveSessions({ db, now, sessionMs: options.sessionMs });
  const ended = createListeners<EndedSession>();
  const moved = createListeners<Moved>();
  let moves: number | undefined;
  const check = createPasswordCheck();
  const groups = createGroups({ db, now, changed: groupsChanged });
  bell?.on(endedTopic, hearEnded);
  bell?.on(groupsTopic, hearMoved);

  function hearMoved(accountId: string): void {
    sessions.forget({ accountId });
    moved.tell({ accountId });
  }

  function groupsChanged(accountId: string): void {
    hearMoved(accountId);
    bell?.ring(groupsTopic, accountId);
  }

  function announce(end: EndedSession): void {
    ended.tell(end);
    bell?.ring(endedTopic, [end.sessionId, end.accountId, end.reason].join(" "));
  }

  function hearEnded(text: string): void {
    const [sessionId = "", accountId = "", reason] = text.split(" ");
    sessions.forget({ sessionId });
    ended.tell({ sessionId, accountId, reason: reason === "deactivated" ? reason : "logged-out" });
  }

  async function prove(username: string, password: string): Promise<string | undefined> {
    const row = await db
      .selectFrom("account")
      .select(["id", "username", "role", "active", "password_hash"])
      .where("username", "=", username)
      .executeTakeFirst();
    const isRight = await check.matches(row?.password_hash ?? null, password);
    // After the work, so that its length does not tell whose password counts (S32).
    return isRight && row?.active === 1 && mayUsePassword(row) ? row.id : undefined;
  }

  async function endAll(accountId: string, reason: EndedSession["reason"]): Promise<void> {
    for (const end of await sessions.endAllOf(accountId, reason)) announce(end);
  }

  async function setActive(accountId: string, active: number): Promise<void> {
    await db.updateTable("account").set({ active }).where("id", "=", accountId).execute();
  }

  return {
    ...people,
    ...groups,
    ...live,
    authenticate: sessions.authenticate,
    sweep: async () => {
      await sweepGuests(db);
      await sweepIdentities(db, now());
      return sessions.sweep();
    },
    beginSession: sessions.begin,
    onSessionEnded: ended.add,
    onMoved: moved.add,
    lookForMoves: async () => {
      const count = await countMoves(db);
      if (count === moves) return;
      // The first look is made before anybody can come in.
      const isFirst = moves === undefined;
      moves = count;
      sessions.forgetAll();
      if (!isFirst) moved.tell("anybody");
    },
    logIn: async (who) => {
      const username = plainUsername(who.username);
      let accountId: string | undefined;
      await limits.attempt({ username, address: who.address }, async () => {
        accountId = await prove(username, who.password);
        return accountId !== undefined;
      });
      const account = accountId === undefined ? undefined : await people.accountById(accountId);
      if (account === undefined) throw wrongCredentials();
      const { token } = await sessions.begin(account.id);
      return { token, account };
    },
    ...createGuests({ db, now, people, sessions, announce }),
    ...createIdentities({ db, now, people, sessions, changed: groupsChanged }),
    logOut: async (token) => {
      const end = await sessions.end(token);
      if (end === undefined) return;
      const { identityHash: hash, ...ended } = end;
      announce(ended);
      if (hash === null) return;
      // First of all written down: a token that is shown at this moment finds it, or its session is found below.
      await endIdentity(db, { hash, at: now() });
      for (const other of await sessions.endAllOfIdentity(hash)) announce(other);
    },
    deactivate: async (accountId) => {
      await setActive(accountId, 0);
      await endAll(accountId, "deactivated");
    },
    reactivate: (accountId) => setActive(accountId, 1),
    endSessionsOf: endAll,
    tellEnded: (ends) => {
      for (const end of ends) {
        sessions.forget({ sessionId: end.sessionId });
        announce(end);
      }
    },
    personChanged: groupsChanged,
    setPassword: async (accountId, password) => {
      const row = { password_hash: await hashPassword(password) };
      await db.updateTable("account").set(row).where("id", "=", accountId).execute();
      await endAll(accountId, "logged-out");
    },
    ensureChannelAccount: async (person) => {
      const account = await ensureChannelAccount({ db, now, people }, person);
      if (account === undefined) throw new Error("The account that was just made cannot be found.");
      return account;
    },
    withPassword: async (usernames, password) => {
      const proved = await Promise.all(usernames.map((name) => prove(plainUsername(name), password)));
      return usernames.filter((_, index) => proved[index] !== undefined);
    },
  };
}

/** Throws `session/required` when nobody is there: an absent person never passes a check by being absent (S16). */
export function requirePrincipal(principal: Principal | undefined): Principal {
  if (principal === undefined) throw new AppError("session/required", "Log in first.");
  return principal;
}

function wrongCredentials(): AppError {
  return new AppError("session/wrong-credentials", "The name or the password is not right.");
}
