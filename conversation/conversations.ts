import { type Locale, type Message, noTrail, type Trail, type Way } from "../contract/index.js";
import type { Bell } from "../store/index.js";
import { type Batcher, createLanes, type Row, type Store } from "../store/index.js";
import { createAppend, type Mask } from "./append.js";
import { createAppendQueries } from "./append-queries.js";
import type { AppendResult, MessageDraft, Trx } from "./draft.js";
import { sendWithFiles } from "./files/index.js";
import { type Move, type MoveResult, moveOwnerIn, moveOwnersIn } from "./moves.js";
import { findOpen, type Opening, openConversation, openOf } from "./open.js";
import { type MessagePage, readAfter } from "./read-after.js";
import { markRead, type ReadMark, readMarks } from "./receipts.js";
import { type Asked, type FinishedTurn, findUnanswered, finishTurn, nextAsked } from "./turns.js";
import { createTypedEvents, type TypedEvents } from "./typed-events.js";
import { createWatch, type Watch } from "./watch.js";

/** How many messages one transaction takes: keeps the statements few and their texts in the cache. */
const batchMessages = 64;
/** PostgreSQL commits side by side, so that one batch's wait for the disk is the next one's work; SQLite has one writer. */
const lanesOf = { sqlite: 1, postgres: 4 };

export interface ConversationEvents {
  /** A message of a followed conversation, once each, in order. */
  posted: [message: Message];
  /** Owner, epoch, attendance or ticket of a conversation may be different: read it again. */
  changed: [conversationId: string];
  "was-read": [mark: ReadMark];
  /** A requester wrote something that the assistant must answer; told on the node that stored it. */
  asked: [conversationId: string, messageId: string];
  /** A message was committed, followed or not; told on the node that stored it. */
  stored: [message: Message];
}

export interface Conversations {
  readonly events: TypedEvents<ConversationEvents>;
  /** Stores one message together with whatever else arrives now; resolves after COMMIT, never before (D3). */
  append(draft: MessageDraft): Promise<AppendResult>;
  /** The same for a message with files; see `sendWithFiles`. */
  appendWithFiles(draft: MessageDraft, fileIds: readonly string[]): Promise<AppendResult>;
  /** For a caller with a transaction of its own; call `announce` after its commit. */
  appendIn(trx: Trx, drafts: readonly MessageDraft[], now: number): Promise<AppendResult[]>;
  /** See `moveOwnerIn`; call `announce` after the commit. */
  moveOwnerIn(trx: Trx, move: Move): Promise<MoveResult>;
  moveOwnersIn(trx: Trx, moves: readonly Move[]): Promise<MoveResult[]>;
  /** Tells this node and the others what a committed transaction has changed. */
  announce(change: {
    readonly conversationIds?: readonly string[];
    readonly messages?: readonly Message[];
  }): void;
  /** The requester's open conversation on this channel, or a new one with the assistant. */
  open(opening: Opening): Promise<Row<"conversation">>;
  findOpen(requesterId: string, channel: string): Promise<Row<"conversation"> | undefined>;
  /** The open conversations in which this person is the requester or the agent. */
  openOf(...accountIds: readonly string[]): Promise<string[]>;
  byId(id: string): Promise<Row<"conversation"> | undefined>;
  /** Names the ticket this conversation is about; call `announce` after the commit. */
  linkTicketIn(trx: Trx, id: string, ticketId: string): Promise<void>;
  setLocale(id: string, locale: Locale): Promise<void>;
  /** See `nextAsked`. */
  nextAsked(id: string): Promise<Asked | undefined>;
  findUnanswered(limit: number): Promise<string[]>;
  /** See `finishTurn`; tells everybody after the commit. Answers whether the turn was in time. */
  finishTurn(turn: FinishedTurn): Promise<boolean>;
  /** The messages after `afterSeq`, paged; `resync` when the reader knows more than there is (D9). */
  after(id: string, afterSeq: number): Promise<MessagePage>;
  markRead(mark: ReadMark): Promise<void>;
  readMarks(id: string): Promise<{ requester: number; agent: number }>;
  /** Follow before you read (D8): from here on `posted` tells every message of it. */
  follow(id: string): Promise<void>;
  unfollow(id: string): void;
  /** Finds what no bell told; run it every two seconds at most. */
  catchUp(): Promise<void>;
  /** Resolves when nothing is being stored, and nothing read to be told. */
  idle(): Promise<void>;
}

/** A message on its way into a batch, and the request it comes from. */
interface Waiting {
  readonly draft: MessageDraft;
  readonly way: Way | undefined;
}

/** The message log of all conversations: the delivery contract of design section 4. */
export function createConversations(options: {
  readonly store: Store;
  readonly bell: Bell;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
  readonly trail?: Trail;
  /** Takes out of what people write, by whatever way it comes, what must not be stored. */
  readonly mask?: Mask;
}): Conversations {
  const { store, bell, now, trail = noTrail } = options;
  const { db, engine } = store;
  const appendIn = createAppend(createAppendQueries(store), options.mask);
  const events = createTypedEvents<ConversationEvents>();
  const watch: Watch = createWatch({
    db,
    tell: (message) => events.emit("posted", message),
    changed: (id) => events.emit("changed", id),
    failed: options.failed,
  });
  const batcher: Batcher<Waiting, AppendResult> = createLanes({
    count: lanesOf[engine],
    nameOf: ({ draft }) => draft.conversationId,
    maxItems: batchMessages,
    run: (waiting) => {
      const drafts = waiting.map(({ draft }) => draft);
      const store = () => db.transaction().execute((trx) => appendIn(trx, drafts, now()));
      return trail.goOn(
        waiting.map(({ way }) => way),
        () => trail.span("append messages", { messages: drafts.length }, store),
      );
    },
  });

  const tell = (message: Message, isAsked: boolean) => {
    watch.committed(message);
    bell.ring("conversation", message.conversationId);
    events.emit("stored", message);
    if (isAsked) events.emit("asked", message.conversationId, message.id);
  };
  /** Of what another transaction stored it is not known whom it asks. */
  const posted = (messages: readonly Message[]) => {
    for (const message of messages) tell(message, message.sender.kind === "requester");
  };

  bell.on("conversation", (id) => watch.look(id));
  bell.on("conversation-changed", (id) => {
    watch.look(id);
    events.emit("changed", id);
  });
  bell.on("read", (payload) => {
    const [conversationId = "", accountId = "", side = "", upToSeq = ""] = payload.split(" ");
    if (side !== "requester" && side !== "agent") return;
    events.emit("was-read", { conversationId, accountId, side, upToSeq: Number(upToSeq) });
  });

  const changed = (ids: readonly string[]) => {
    for (const id of ids) {
      events.emit("changed", id);
      bell.ring("conversation-changed", id);
    }
  };

  return {
    events,
    append: async (draft) => {
      const result = await batcher.add({ draft, way: trail.here() });
      if (result.status === "stored") tell(result.message, result.isAsked);
      return result;
    },
    appendWithFiles: async (draft, fileIds) => {
      const result = await sendWithFiles({ db, append: appendIn, now: now() }, draft, fileIds);
      if (result.status === "stored") tell(result.message, result.isAsked);
      return result;
    },
    appendIn,
    moveOwnerIn: (trx, move) => moveOwnerIn(trx, engine, move),
    moveOwnersIn: (trx, moves) => moveOwnersIn(trx, engine, moves),
    announce: ({ conversationIds = [], messages = [] }) => {
      posted(messages);
      changed(conversationIds);
    },
    open: (opening) => openConversation(db, opening, now()),
    findOpen: (requesterId, channel) => findOpen(db, requesterId, channel),
    openOf: (...accountIds) => openOf(db, accountIds),
    byId: (id) => db.selectFrom("conversation").selectAll().where("id", "=", id).executeTakeFirst(),
    linkTicketIn: async (trx, id, ticketId) => {
      const link = { ticket_id: ticketId, updated_at: now() };
      await trx.updateTable("conversation").set(link).where("id", "=", id).execute();
    },
    setLocale: async (id, locale) => {
      await db.updateTable("conversation").set({ locale, updated_at: now() }).where("id", "=", id).execute();
      changed([id]);
    },
    nextAsked: (id) => nextAsked(db, id),
    findUnanswered: (limit) => findUnanswered(db, limit),
    finishTurn: async (turn) => {
      const messages = await finishTurn(db, appendIn, turn, now());
      if (messages === undefined) return false;
      posted(messages);
      const { id, locale } = turn.asked.conversation;
      if (turn.locale !== locale) changed([id]);
      return true;
    },
    after: (id, afterSeq) => readAfter(db, id, afterSeq),
    markRead: async (mark) => {
      if (!(await markRead(db, mark))) return;
      events.emit("was-read", mark);
      bell.ring("read", `${mark.conversationId} ${mark.accountId} ${mark.side} ${mark.upToSeq}`);
    },
    readMarks: (id) => readMarks(db, id),
    follow: (id) => watch.add(id),
    unfollow: (id) => watch.remove(id),
    catchUp: () => watch.poll(),
    idle: async () => {
      await batcher.idle();
      await watch.idle();
    },
  };
}
