import type { LeftElsewhere } from "../../contract/index.js";

type LeftReason = NonNullable<LeftElsewhere["reason"]>;

/** A ticket as one desk tells another of it. */
export interface NewDeskTicket {
  /** Names it among all that we open there: a second ticket under it is never wanted. */
  readonly reference: string;
  readonly title: string;
  readonly text: string;
  /** States, priorities and places in the words of the desk that is asked. */
  readonly state: string;
  readonly priority: string;
  readonly place: string;
  readonly kind: "request" | "incident";
  readonly requester: DeskPerson;
}

export interface DeskPerson {
  readonly name: string;
  readonly email: string | undefined;
}

export interface DeskTicketRef {
  readonly id: string;
  /** What people call it there. */
  readonly number: string;
  /** Where staff look at it. */
  readonly url?: string | undefined;
}

export interface DeskTicket extends DeskTicketRef {
  readonly state: string;
  readonly priority: string;
  /** The name of who works on it. */
  readonly assignee: string | undefined;
  /** Grows with every change, in the words of that desk. */
  readonly updated: string;
  /** Oldest first. */
  readonly comments: readonly DeskComment[];
}

export interface DeskComment {
  readonly id: string;
  readonly author: string;
  readonly text: string;
  /** For those who work there alone. */
  readonly isInternal: boolean;
  /** Written by us, through this interface. */
  readonly isOwn: boolean;
  /** The requester wrote it, by whatever way they have there. */
  readonly isRequesters: boolean;
  /** The names of what hangs on it. */
  readonly files: readonly string[];
}

export interface NewDeskComment {
  readonly text: string;
  readonly isInternal: boolean;
  readonly author: string;
  /** The requester's own words, as far as that desk can tell them apart. */
  readonly isRequesters: boolean;
}

export interface DeskFile {
  /** Says who has sent which file, and names it among all of its ticket. */
  readonly caption: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export interface DeskChange {
  readonly state?: string | undefined;
  readonly priority?: string | undefined;
}

/** Where a ticket lives: our own store, and the desks of other houses. What fails there is a `DeskError`. */
export interface TicketDesk {
  read(id: string): Promise<DeskTicket>;
  /** Answers the new comment's id. */
  comment(id: string, comment: NewDeskComment): Promise<string>;
  change(id: string, change: DeskChange): Promise<void>;
}

/** A choice of that desk; `value` is what the mapping keeps. */
export interface DeskChoice {
  readonly value: string;
  readonly label: string;
}

export interface DeskOffer {
  /** As whom we act there. */
  readonly account: string;
  readonly states: readonly DeskChoice[];
  readonly priorities: readonly DeskChoice[];
  /** Groups or categories; nothing where our account may not list them. */
  readonly places: readonly DeskChoice[];
}

export interface DeskNews {
  readonly changed: readonly { readonly id: string; readonly updated: string }[];
  /** Up to where was read; the next look begins here. */
  readonly lookedTo: string | undefined;
}

/** A desk of another house. One is made for each round of work, and closed after it. */
export interface OtherTicketDesk extends TicketDesk {
  /** Logs in and reads what can be chosen. */
  check(): Promise<DeskOffer>;
  /** What changed there since the last look; without one only where things stand. */
  news(lookedTo: string | undefined): Promise<DeskNews>;
  open(wish: NewDeskTicket): Promise<DeskTicketRef>;
  /** The ticket that was opened under a reference, if there is one. */
  find(reference: string): Promise<DeskTicketRef | undefined>;
  /** Answers the id of what hangs on the ticket then. */
  attach(id: string, file: DeskFile): Promise<string>;
  /** The same for a file that may have been attached before. */
  findAttached(id: string, file: Omit<DeskFile, "bytes">): Promise<string | undefined>;
  /** Asks that desk to delete the person these tickets are of, with them and nothing else. */
  forget(ids: readonly string[]): Promise<Forgetting>;
  close(): Promise<void>;
}

export type Forgetting =
  | { readonly state: "asked" | "gone" }
  | { readonly state: "remains"; readonly reason: LeftReason };

/**
 * - `away`: not reached, overloaded, or it does not let us in: nothing is wrong with what was asked. Ask again later.
 * - `failed`: it broke over this one; others may go well.
 * - `refused`: it will not do this, however often it is asked.
 * - `gone`: the ticket is not there any more.
 */
export type DeskErrorKind = "away" | "failed" | "refused" | "gone";

export class DeskError extends Error {
  override readonly name = "DeskError";
  readonly kind: DeskErrorKind;
  /** Of an `away` or `failed`: what was asked for may have been done all the same. */
  readonly isUnsure: boolean;
  /** When that desk wants to be asked again. */
  readonly afterMs: number | undefined;

  constructor(
    kind: DeskErrorKind,
    message: string,
    options: { isUnsure?: boolean; afterMs?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.isUnsure = options.isUnsure ?? false;
    this.afterMs = options.afterMs;
  }
}
