import type { Accounts, Moved } from "../config/index.js";
import type { Principal } from "../contract/index.js";
import { sideOf } from "../conversation/index.js";
import type { Sockets } from "../sockets.js";
import { inPieces } from "../store/index.js";
import type { Domains } from "./domains.js";
import { onceStoreAnswers } from "./once-store-answers.js";

/** Longer than a socket takes from being recognized to being welcomed. */
const handshakeMs = 60_000;
/** No account's id. */
const anybody = "";

export interface Regroup {
  /** Somebody's groups may be others now: what their sockets here hear follows, one change after the other. */
  moved(who: Moved): void;
  /** For a socket that was recognized before a change and welcomed after it. */
  connected(accountId: string): void;
}

/** For a node that heard no bell: whose session is over, and whose groups are others. Run it every 600 ms. */
export async function lookAfterSockets(
  accounts: Pick<Accounts, "endedAmong" | "lookForMoves">,
  sockets: Pick<Sockets, "sessions" | "endSession">,
): Promise<void> {
  for (const id of await accounts.endedAmong(sockets.sessions())) sockets.endSession(id, "expired");
  await accounts.lookForMoves();
}

/** Open sockets follow the directory: whoever is no member any more hears nothing of the group from then on (S12, S39). */
export function createRegroup(
  parts: Pick<Domains, "accounts" | "store" | "failed"> & {
    readonly now: () => number;
    readonly signal: AbortSignal;
  },
  socketsOf: () => Sockets,
): Regroup {
  const { accounts, store, failed, now, signal } = parts;
  const isWanted = () => !signal.aborted;
  const recent = new Map<string, number>();
  let waiting = new Set<string>();
  let arrived = new Set<string>();
  let isAtWork = false;

  /** Those of them who have a socket here, guests who stand for them included. */
  async function namedHere(names: ReadonlySet<string>): Promise<string[]> {
    const here = new Map(
      socketsOf()
        .present()
        .map((one) => [one.accountId, one.guest === true]),
    );
    if (names.has(anybody)) return [...here.keys()];
    const guests = ![...here.values()].includes(true)
      ? []
      : await store.db
          .selectFrom("account")
          .select("id")
          .where("stands_for", "in", [...names])
          .execute();
    return [...names, ...guests.map(({ id }) => id)].filter((id) => here.has(id));
  }

  /** Newcomers need not be looked for among all who are here: thousands may come in the minute after a change. */
  async function follow(names: ReadonlySet<string>, newcomers: ReadonlySet<string>): Promise<void> {
    const named = names.size === 0 ? [] : await namedHere(names);
    const ids = [...new Set([...named, ...newcomers])];
    await inPieces(ids, async (some) => {
      const people = await accounts.accountsByIds(some);
      for (const { id, name, role, groupIds } of people) {
        const isOther = socketsOf().regroup(id, { name, groupIds });
        if (!isOther && !names.has(id) && !newcomers.has(id)) continue;
        const person = { accountId: id, name, role, groupIds, sessionId: "" };
        await onceStoreAnswers(() => leaveTalks(person), isWanted);
        // Last of all: whoever hears it hears nothing of the former groups any more.
        if (isOther) socketsOf().toAccount(id, "groups:changed", { groupIds });
      }
    });
  }

  async function leaveTalks(person: Principal): Promise<void> {
    const { accountId } = person;
    for (const conversationId of socketsOf().followedBy(accountId)) {
      const side = await sideOf(store.db, person, conversationId);
      if (side !== "agent") socketsOf().forget(conversationId, accountId);
    }
  }

  async function work(): Promise<void> {
    if (isAtWork) return;
    isAtWork = true;
    try {
      while (waiting.size > 0 || arrived.size > 0) {
        const [names, newcomers] = [waiting, arrived];
        [waiting, arrived] = [new Set(), new Set()];
        await onceStoreAnswers(() => follow(names, newcomers), isWanted).catch(failed);
      }
    } finally {
      isAtWork = false;
    }
  }

  function forgetOld(): void {
    for (const [name, at] of recent) if (at < now() - handshakeMs) recent.delete(name);
  }

  return {
    moved: (who) => {
      const name = who === "anybody" ? anybody : who.accountId;
      forgetOld();
      recent.set(name, now());
      waiting.add(name);
      void work();
    },
    connected: (accountId) => {
      forgetOld();
      if (!recent.has(accountId) && !recent.has(anybody)) return;
      arrived.add(accountId);
      void work();
    },
  };
}
