import type { Message, Principal, Role } from "../contract/index.js";
import type { Conversations, Trx } from "../conversation/index.js";
import type { Engine, Store } from "../store/index.js";
import type { Presence } from "./presence.js";
import type { QueueIndex } from "./queue.js";
import type { AttendanceRecord } from "./record.js";

/** The person who does something with an attendance. */
export type Actor = Pick<Principal, "accountId" | "name" | "role">;

/** The desk itself, where it does something unasked. */
export const system: Actor = { accountId: "system", name: "Deskhand", role: "admin" };

export interface Agent {
  readonly id: string;
  readonly name: string;
}

export const factKinds = [
  "requested",
  "accepted",
  "transferred",
  "returned",
  "cancelled",
  "ended",
  "resumed",
  "reclaimed",
  "overflowed",
] as const;
export type FactKind = (typeof factKinds)[number];

/** What has just happened to an attendance, told inside the transaction that makes it true. */
export interface HandoffFact {
  readonly kind: FactKind;
  readonly attendance: AttendanceRecord;
  /** Who did it. */
  readonly actor: { readonly id: string; readonly name: string; readonly role: Role };
  /** Who has it now, where it is a person. */
  readonly agent?: Agent | undefined;
  readonly reason?: string | undefined;
  /** For colleagues only. */
  readonly note?: string | undefined;
  /** For which of the agent's groups it was accepted, where that was said; the group that is asked besides. */
  readonly groupId?: string | undefined;
  /** How an attendant ended it. */
  readonly completionCodeId?: string | undefined;
  readonly now: number;
  /** Runs after the commit, and not when there is none. */
  readonly afterCommit: (run: () => void) => void;
}

/**
 * Work that must stand or fall with a change of an attendance (a ticket gets its assignee). It runs in the same
 * transaction, after the conversation has moved; when it throws nothing of the change stays.
 */
export type HandoffHooks = {
  readonly [K in FactKind]?: (trx: Trx, fact: HandoffFact) => Promise<void>;
};

/** Whether people of a group can be asked for now (S2-4); what waits or talks already is not touched by a no. */
export type Admits = (groupId: string) => boolean;

/** An agent who had a conversation has it no more. */
export interface Loss {
  readonly accountId: string;
  readonly epoch: number;
  /** Why, where it is worth telling. */
  readonly reason?: "silent" | undefined;
}

/** What a committed verb has changed, for everybody who shows it. */
export interface Change {
  readonly record: AttendanceRecord;
  /** Its place in the queue is as before; the index need not learn of it. */
  readonly place?: "same";
  /** Groups it was offered to before, where they are others now. */
  readonly formerGroupIds?: readonly string[];
  readonly conversationIds: readonly string[];
  readonly messages: readonly Message[];
  /** The agent who had the conversation until now. */
  readonly lost?: Loss | undefined;
  readonly afterCommit: readonly (() => void)[];
}

/** What every verb needs. */
export interface Desk {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly presence: Presence;
  readonly index: QueueIndex;
  readonly hooks: HandoffHooks;
  readonly admits: Admits;
  readonly now: () => number;
  /** Whether groups take new ones now, and when those that do not will. */
  readonly reception: (groupIds: readonly string[]) => Promise<Reception>;
  /** Told about what failed and is tried again in another way. */
  readonly failed: (error: unknown) => void;
  /** Tells this node and the others; resolves when the queue index knows it too. Never rejects. */
  readonly publish: (change: Change) => Promise<void>;
}

export interface Reception {
  /** Those that take new ones now. */
  readonly openIds: readonly string[];
  /** When the first of the others opens; ms UTC. */
  readonly opensAt?: number | undefined;
  /** In which people read that time. */
  readonly timeZone?: string | undefined;
}

export interface Verdict<Outcome> {
  readonly outcome: Outcome;
  /** Left out where nothing has changed. */
  readonly change?: Change | undefined;
}

/** One verb at work inside its transaction. */
export interface Work<Outcome> {
  readonly trx: Trx;
  readonly engine: Engine;
  /** ms UTC, the same for everything this verb writes. */
  readonly now: number;
  /** Takes back everything the transaction has done and answers this. */
  readonly withdraw: (outcome: Outcome) => never;
}

class Withdrawn extends Error {
  override readonly name = "Withdrawn";
}

/** Runs one verb in one transaction and tells everybody after its commit. */
export async function transact<Outcome>(
  desk: Desk,
  verb: (work: Work<Outcome>) => Promise<Verdict<Outcome>>,
): Promise<Outcome> {
  const { db, engine } = desk.store;
  const withdrawn: { outcome?: { readonly value: Outcome } } = {};
  const withdraw = (value: Outcome): never => {
    withdrawn.outcome = { value };
    throw new Withdrawn();
  };
  try {
    const run = (trx: Trx) => verb({ trx, engine, now: desk.now(), withdraw });
    const { outcome, change } = await db.transaction().execute(run);
    if (change !== undefined) await desk.publish(change);
    return outcome;
  } catch (error) {
    if (error instanceof Withdrawn && withdrawn.outcome !== undefined) return withdrawn.outcome.value;
    throw error;
  }
}
