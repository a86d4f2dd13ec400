import type { Kysely, Transaction } from "kysely";
import type {
  Action,
  ActionValue,
  Attachment,
  Mark,
  Message,
  Notice,
  Owner,
  Sender,
} from "../contract/index.js";
import type { Tables } from "../store/index.js";

/** A running transaction; every function that ends in `In` works inside the caller's. */
export type Trx = Transaction<Tables> | Kysely<Tables>;

/** A message that has not been given its `seq` yet. */
export interface MessageDraft {
  readonly conversationId: string;
  /** Unique per conversation and sender; a second message under the same name is the first one again (D1). */
  readonly clientMessageId: string;
  readonly sender: Sender;
  readonly text: string;
  readonly actions?: readonly Action[] | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
  readonly notice?: Notice | undefined;
  readonly marked?: Mark | undefined;
  /** It came by e-mail. */
  readonly via?: Message["via"];
  /** And nobody knows whether from the person it names. */
  readonly isUnproven?: Message["isUnproven"];
  /** The choice the requester made, for the assistant's turn; never shown. */
  readonly value?: ActionValue | undefined;
  /** The ownership this was written under; required of agents and the assistant. */
  readonly epoch?: number | undefined;
  /** When the person first sent it, ms UTC (D12). */
  readonly firstSentAt?: number | undefined;
}

export type AppendResult =
  /** `isAsked`: the assistant has the talk, and must answer it. */
  | { readonly status: "stored"; readonly message: Message; readonly isAsked: boolean }
  /** Sent before: the stored message again, and whether this copy says something else (D2). */
  | { readonly status: "repeat"; readonly message: Message; readonly differs: boolean }
  /** Written by somebody who no longer owns the conversation. */
  | { readonly status: "stale"; readonly epoch: number; readonly owner: Owner }
  | { readonly status: "closed"; readonly epoch: number; readonly owner: Owner }
  /** A direct talk whose two people have not both linked each other (S2-43). */
  | { readonly status: "unlinked" }
  | { readonly status: "missing" };
