import type { Memo, Message, Principal } from "../contract/index.js";
import type { Conversations, Trx } from "../conversation/index.js";
import type { Store } from "../store/index.js";

/** The colleague who does something. */
export type Colleague = Pick<Principal, "accountId" | "name" | "role" | "groupIds">;

/** What must be true together with the end of a consult, in the same transaction. */
export interface ConsultHooks {
  /** A consult about a ticket has ended: its length and transcript belong to the ticket (S4-28, S4-29). */
  readonly endedIn: (
    trx: Trx,
    fact: {
      readonly ticketId: string;
      readonly author: { readonly id: string; readonly name: string };
      readonly at: number;
      readonly memo: Memo;
    },
  ) => Promise<void>;
}

/** What a committed verb has changed. */
export interface Change {
  readonly conversationId: string;
  readonly messages: readonly Message[];
}

/** What every verb needs. */
export interface ConsultDesk {
  readonly store: Store;
  readonly conversations: Conversations;
  readonly hooks: ConsultHooks;
  readonly now: () => number;
  /** Tells this node and the others. */
  readonly publish: (change: Change) => void;
}
