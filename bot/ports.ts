import type {
  Action,
  Activity,
  ActivityField,
  Article,
  ErrorBody,
  HandoverContext,
  InitialAction,
  Locale,
  Mode,
  Principal,
  Ticket,
} from "../contract/index.js";

export interface RankedIntent {
  readonly intent: string;
  /** Calibrated, 0..1. */
  readonly score: number;
  readonly why?: string | undefined;
}

/** What a sentence was taken for. */
export interface Heard {
  readonly language: Locale;
  /** Best first; `activity:<id>` for activities. */
  readonly intents: readonly RankedIntent[];
  /** From this score on an intent counts as understood. */
  readonly threshold: number;
  readonly ticketNumber?: string | undefined;
  /** What is no surer than this counts as not understood (parameter 9002); without it the desk's own marks hold. */
  readonly minimum?: number | undefined;
}

export interface Passage {
  readonly text: string;
  /** Where in it the sentence stands that matches. */
  readonly marked?: { readonly from: number; readonly to: number };
}

export interface FoundArticle {
  readonly id: string;
  readonly title: string;
  readonly language: Locale;
  /** Calibrated, 0..1. */
  readonly score: number;
  /** The sentences that answer best, as plain text; worked out when asked for. */
  readonly passage: () => Passage;
  readonly matched: readonly string[];
}

export type ParsedField =
  | { readonly ok: true; readonly value: string; readonly display: string }
  | { readonly ok: false; readonly problem: string };

export interface SaidFields {
  readonly fields: readonly { readonly name: string; readonly value: string; readonly display: string }[];
  /** Whether the sentence says anything beside that. */
  readonly saysMore: boolean;
}

export interface TicketWish {
  readonly person: Principal;
  readonly locale: Locale;
  readonly activityId: string | undefined;
  readonly description: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly conversationId: string;
  /** Names the message that caused it: a turn run twice opens one ticket. */
  readonly causeId: string;
}

export interface HandOverWish {
  readonly person: Principal;
  readonly conversationId: string;
  readonly epoch: number;
  readonly locale: Locale;
  readonly ticket: Ticket;
  readonly context: HandoverContext;
  readonly causeId: string;
}

export type ResumeOutcome = "resumed" | "none" | "busy" | "off" | "no-chat";

/** What a person would be asked about; its activity decides to which group's queue that goes. */
export interface Matter {
  readonly person: Principal;
  /** Rules may send each language to a group of its own. */
  readonly locale: Locale;
  /** The open ticket of this conversation counts; left out when a new ticket is meant. */
  readonly conversationId?: string | undefined;
  /** Of the conversation, where the caller knows it: `null` when it is about none. */
  readonly ticketId?: string | null | undefined;
  readonly activityId?: string | undefined;
}

/** What an assistant of another house says. */
export interface ExternalReply {
  readonly text: string;
  readonly actions?: readonly Action[];
}

/** What stays with a turn for which a language model was asked. */
export interface WritingRecord {
  readonly outcome: string;
  readonly reason?: string;
  /** What stood in the way, in the words of the answer. */
  readonly because?: string;
  /** What the model wrote, shown or not. */
  readonly written?: string;
}

/** An answer written from articles, each sentence checked against the one it names; or none. */
export type Writing =
  /** Nobody was asked. */
  | { readonly status: "off" }
  | { readonly status: "none"; readonly record: WritingRecord }
  | {
      readonly status: "written";
      readonly text: string;
      readonly sources: readonly { readonly number: number; readonly id: string; readonly title: string }[];
      readonly record: WritingRecord;
    };

export interface OfferedActivity extends Activity {
  /** The name as `fold` makes it. */
  readonly folded: string;
}

/** What the assistant can do in the desk; the composition root hands it in. */
export interface Desk {
  /** Which mode holds for this person now, before anything is chosen. */
  mode(person: Pick<Principal, "guest">): Mode;
  /** The mode of the group to whose queue this would go, as it holds for the person who asks. */
  modeOf(matter: Matter): Promise<Mode>;
  /** The admin's own greeting, in place of the assistant's. */
  welcome(person: Pick<Principal, "guest">, locale: Locale): string | undefined;
  initialAction(person: Pick<Principal, "guest">): InitialAction;
  /** The fallback texts an admin has set (parameter 453), at least one. */
  fallbackTexts(locale: Locale): readonly string[];
  hear(text: string, prior: Locale): Heard;
  /** Which language a text is in, as far as it leaves no doubt; for turns without the recognizer. */
  languageOf(text: string, prior: Locale): Locale;
  /** A refusal in the language of the talk. */
  tell(refusal: ErrorBody, locale: Locale): ErrorBody;
  /** Whether search knows every article by now; after a start it may take a while. */
  knowsAllArticles(): boolean;
  /** Only what this person may read. */
  findArticles(person: Principal, text: string, locale: Locale): Promise<readonly FoundArticle[]>;
  /** The same for the name of an activity. */
  findNamed(person: Principal, name: string, locale: Locale): Promise<readonly FoundArticle[]>;
  /** Typed titles and parts of titles, with typos (S2-24). */
  findTitles(person: Principal, text: string, locale: Locale): Promise<readonly FoundArticle[]>;
  /**
   * What an external assistant answers; `undefined` where none is set, nothing where it failed or has no answer.
   */
  askElsewhere(wish: {
    readonly conversationId: string;
    readonly text: string;
    readonly locale: Locale;
    readonly person: Principal;
    /** The first words of this conversation. */
    readonly isFirst: boolean;
  }): Promise<readonly ExternalReply[] | undefined>;
  /** Counts that an article was opened in the chat. */
  articleOpened(id: string): Promise<void>;
  /** In this language where there is a translation into it. */
  readArticle(person: Principal, id: string, locale: Locale): Promise<Article | undefined>;
  /** Only what is available by chat and permitted. */
  activities(person: Principal, locale: Locale): Promise<readonly OfferedActivity[]>;
  parseField(field: ActivityField, text: string, locale: Locale): ParsedField;
  /** What a sentence says of these fields without having been asked: only what leaves no doubt. */
  findFields(fields: readonly ActivityField[], sentence: string, locale: Locale): Promise<SaidFields>;
  openTicket(wish: TicketWish): Promise<Ticket>;
  findTicket(person: Principal, number: string, locale: Locale): Promise<Ticket | undefined>;
  /** The ticket this conversation is about and that is still open. */
  ticketOf(person: Principal, conversationId: string): Promise<Ticket | undefined>;
  /** The person's own tickets that are not finished, newest first. */
  openTickets(person: Principal, locale: Locale): Promise<readonly Ticket[]>;
  /**
   * Throws `chat/off`, `attendance/off`, `attendance/not-configured` (S0-3), or `attendance/closed` with when it opens
   * (S1-26),
   * before anything is registered.
   */
  requireHandOver(matter: Matter): Promise<void>;
  handOver(wish: HandOverWish): Promise<void>;
  resume(wish: {
    readonly person: Principal;
    readonly conversationId: string;
    readonly ticketNumber: string | undefined;
    readonly causeId: string;
  }): Promise<ResumeOutcome>;
  /** Attaches what was sent in this conversation to a ticket; nothing when it is not an open one of the person's. */
  attachFiles(
    person: Principal,
    wish: { readonly conversationId: string; readonly ticketNumber: string },
  ): Promise<readonly string[] | undefined>;
  /**
   * Lets a language model write from these articles, where an admin wants that. Reads of them only what this person may
   * read now. Within a time limit, and never throws because the model failed.
   */
  writeAnswer(wish: {
    readonly person: Principal;
    readonly conversationId: string;
    readonly channel: string;
    readonly messageId: string;
    readonly seq: number;
    readonly question: string;
    readonly locale: Locale;
    readonly articles: readonly FoundArticle[];
  }): Promise<Writing>;
  /** Takes down whether what a model wrote for this message helped; false where that was not for this person. */
  judgeAnswer(person: Principal, messageId: string, helped: boolean): Promise<boolean>;
  setLocale(conversationId: string, locale: Locale): Promise<void>;
  articleFeedback(person: Principal, articleId: string, helped: boolean): Promise<void>;
}
