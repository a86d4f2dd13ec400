import type {
  Action,
  ActionValue,
  Attachment,
  FileAttachment,
  HandoverContext,
  Locale,
  Mark,
  Mode,
  Principal,
} from "../contract/index.js";
import type { Dialog } from "./dialog.js";
import type { Desk, FoundArticle, Heard, WritingRecord } from "./ports.js";
import type { Texts } from "./replies/index.js";

/** What the requester wrote. */
export interface Incoming {
  readonly messageId: string;
  readonly seq: number;
  readonly text: string;
  readonly value: ActionValue | undefined;
  readonly files: readonly FileAttachment[];
}

export interface Reply {
  readonly text: string;
  readonly actions?: readonly Action[] | undefined;
  readonly attachments?: readonly Attachment[] | undefined;
  /** Where in the text the sentence stands that answers best. */
  readonly marked?: Mark | undefined;
}

/** What happened in this turn, for the record that admins read. */
export type Outcome =
  | "small-talk"
  | "answered"
  /** What was shown did not help. */
  | "refused"
  | "asked-back"
  | "fallback"
  | "form"
  | "ticket"
  | "handed-over"
  | "resumed"
  | "command"
  | "failed";

/** One message of a requester, and everything a step may do about it. */
export interface Turn {
  readonly incoming: Incoming;
  readonly conversationId: string;
  /** Where the requester writes; "web" for the desk's own pages and the widget. */
  readonly channel: string;
  readonly epoch: number;
  readonly person: Principal;
  /** Of the desk: who answers first. */
  readonly mode: Mode;
  /** Of the group to whose queue this talk would go: whether a person can be asked for. */
  readonly groupMode: Mode;
  readonly desk: Desk;
  /** Of the reply; changes when the requester changes language. */
  readonly locale: Locale;
  readonly texts: Texts;
  readonly dialog: Dialog;
  readonly heard: Heard;
  /** Ranked once per turn, when a step first asks. */
  articles(): Promise<readonly FoundArticle[]>;
  reply(reply: Reply): Promise<void>;
  /** Changes what the assistant remembers; saved once, with the replies. */
  remember(change: Partial<Dialog>): void;
  /** Takes down which offer this message takes up, pressed or typed. */
  chose(value: ActionValue): void;
  /** Takes down what became of asking a language model. */
  wrote(record: WritingRecord): void;
  /** Says what this turn came to. */
  conclude(outcome: Outcome): void;
  switchLocale(locale: Locale): Promise<void>;
  /** Gives the conversation to people: tells so, opens the ticket if there is none, and queues it with all it knows. */
  handOver(reason: HandoverContext["reason"]): Promise<void>;
}

export type StepResult = "handled" | "pass";

/** Decides one thing about a turn. The first that handles it ends the turn. */
export type Step = (turn: Turn) => Promise<StepResult>;
