import type { ActionValue } from "../../contract/action.js";
import type { Conversation, Message } from "../../contract/conversation.js";
import type { Request } from "../../contract/events.js";
import type { FileAttachment } from "../../contract/file.js";
import { createCatchUp } from "./catch-up.js";
import type { ChatClient } from "./chat-client.js";
import { type Keeping, keepInTab } from "./keeping.js";
import { createMessageLog } from "./message-log.js";
import { newId } from "./new-id.js";
import { newerConversation, withAttendance, withOwner, withReadMark } from "./newer-conversation.js";
import { createOutbox } from "./outbox.js";
import type { OutboxEntry } from "./outbox-entry.js";
import { createReadMark } from "./read-mark.js";
import type { Readable } from "./readable.js";
import { listenToTalk } from "./talk-facts.js";
import type { Me } from "./talk-items.js";
import { keepJoined } from "./talk-joining.js";
import { createTalkView, type TalkSnapshot } from "./talk-view.js";
import { createTypingHeard, createTypingTold } from "./typing.js";

export interface TalkOptions {
  /** Whose words are "own": an agent's carry the epoch by themselves. */
  readonly me: Me;
  readonly keeping?: Keeping;
  /** What `conversation:open` or `attendance:accept` has just answered, to show it at once. */
  readonly conversation?: Conversation;
}

/** One conversation as its reader sees it: whole, in order, each message once, through any loss of connection. */
export interface Talk extends Readable<TalkSnapshot> {
  readonly conversationId: string;
  /** Shows it at once as pending and keeps it until the server answers. Answers its `clientMessageId`. */
  send(text: string, value?: ActionValue): string;
  /** The same for words with uploaded files, or files alone. */
  sendFiles(text: string, files: readonly FileAttachment[]): string;
  /** The same with an article as a card; only agents can. */
  sendWithArticle(text: string, articleId: string): string;
  resend(clientMessageId: string): void;
  discard(clientMessageId: string): void;
  markRead(): void;
  /** What stands in the composer; kept through a refresh, and told to the other side as typing. */
  setDraft(text: string): void;
  /** Reads what may be missing, for example when the page becomes visible again. */
  refresh(): void;
  stop(): void;
}

export function createTalk(client: ChatClient, conversationId: string, options: TalkOptions): Talk {
  const parts = createParts(client, conversationId, options);
  const { outbox, view, catchUp, readMark, told, draftKey, keeping } = parts;
  const leave = [...follow(client, conversationId, parts), told.rest, outbox.stop, catchUp.stop];

  function presentEpoch(): { epoch?: number } {
    const epoch = options.me.side === "agent" ? view.getSnapshot().conversation?.epoch : undefined;
    return epoch ? { epoch } : {};
  }

  function add(words: Pick<OutboxEntry, "text" | "value" | "files" | "articleId">): string {
    const clientMessageId = newId();
    outbox.add({ clientMessageId, ...words, ...presentEpoch() });
    told.rest();
    return clientMessageId;
  }

  return {
    getSnapshot: view.getSnapshot,
    subscribe: view.subscribe,
    conversationId,
    send: (text, value) => add({ text, ...(value ? { value } : {}) }),
    sendFiles: (text, files) => add({ text, ...(files.length > 0 ? { files } : {}) }),
    sendWithArticle: (text, articleId) => add({ text, articleId }),
    resend(clientMessageId) {
      client.connect();
      outbox.resend(clientMessageId, presentEpoch());
    },
    discard: outbox.discard,
    markRead() {
      const { unread, lastSeq } = view.getSnapshot();
      if (unread === 0) return;
      readMark.mark(lastSeq);
      view.show();
    },
    setDraft(draft) {
      keeping.write(draftKey, draft || undefined);
      if (draft) told.touch();
      else told.rest();
      view.show({ draft });
    },
    refresh() {
      if (parts.isOnline()) catchUp.start();
    },
    stop() {
      for (const end of leave) end();
    },
  };
}

type Parts = ReturnType<typeof createParts>;

function createParts(client: ChatClient, conversationId: string, options: TalkOptions) {
  const { me, keeping = keepInTab(), conversation } = options;
  const { timers } = client;
  const isOnline = (): boolean => client.connection.getSnapshot().status === "online";
  const draftKey = `deskhand:draft:${me.id}:${conversationId}`;
  const log = createMessageLog();
  const typing = createTypingHeard(timers);
  const told = createTypingTold(timers, (on) => void client.request("typing:set", { conversationId, on }));
  const readMark = createReadMark((upToSeq) => client.request("message:read", { conversationId, upToSeq }));
  const outbox = createOutbox({
    keeping,
    key: `deskhand:outbox:${me.id}:${conversationId}`,
    timers,
    isOnline,
    send: (entry) => client.request("message:send", toRequest(conversationId, entry)),
    onSent: (message) => hear(message),
  });
  const draft = keeping.read(draftKey) ?? "";
  const view = createTalkView(
    { me, log, outbox, typing, readMark },
    conversation ? { draft, conversation } : { draft },
  );
  const catchUp = createCatchUp({
    log,
    timers,
    isOnline,
    sync: (afterSeq) => client.request("conversation:sync", { conversationId, afterSeq }),
    onMessages: () => view.show(),
    onCaughtUp: () => view.show({ phase: "ready", caughtUp: true, error: undefined }),
    onFailed: (error) => view.show({ phase: "failed", error }),
  });

  /** Wherever a message comes from: a fact, or the answer to its sending. */
  function hear(message: Message): void {
    typing.forget(message.sender.id);
    if (message.sender.id === me.id && message.clientMessageId) outbox.settle(message.clientMessageId);
    const applied = log.apply([message]);
    if (applied === "hole") catchUp.start();
    if (applied === "conflict") catchUp.startAnew();
    view.show(applied === "whole" ? {} : { caughtUp: false });
  }

  return { me, log, typing, told, readMark, outbox, view, catchUp, hear, isOnline, draftKey, keeping };
}

function toRequest(conversationId: string, entry: OutboxEntry): Request<"message:send"> {
  const { clientMessageId, text, value, files, epoch, firstSentAt, articleId } = entry;
  const message = { conversationId, clientMessageId, text, firstSentAt };
  const attachments = files?.map(({ fileId }) => fileId);
  return {
    ...message,
    ...(value ? { value } : {}),
    ...(attachments ? { attachments } : {}),
    ...(epoch ? { epoch } : {}),
    ...(articleId ? { articleId } : {}),
  };
}

/** Connects the parts with the line; facts that come before the first page wait in the log (D8). */
function follow(client: ChatClient, conversationId: string, parts: Parts): (() => void)[] {
  const { me, log, typing, readMark, outbox, view, catchUp, hear, isOnline } = parts;

  function update(change: (known: Conversation) => Conversation): void {
    const { conversation } = view.getSnapshot();
    if (conversation) view.show({ conversation: change(conversation) });
  }

  const listening = listenToTalk(client, conversationId, {
    posted: ({ message }) => hear(message),
    changed({ conversation }) {
      view.show({ conversation: newerConversation(view.getSnapshot().conversation, conversation) });
      if (conversation.lastSeq > log.lastSeq && isOnline()) catchUp.start();
    },
    attendance: (fact) => update((known) => withAttendance(known, fact)),
    wasRead(fact) {
      // What a colleague on the own side has read is still new to this reader.
      if (fact.side === me.side && fact.accountId !== me.id) return;
      update((known) => withReadMark(known, fact));
    },
    ownershipLost: (fact) => update((known) => withOwner(known, fact)),
    typing: typing.hear,
  });
  const watching = [outbox.entries.subscribe(() => view.show()), typing.typists.subscribe(() => view.show())];
  view.show();
  const joining = keepJoined({
    client,
    conversationId,
    onJoined({ conversation }) {
      // A shorter log than ours is a restored one: its word counts, whatever its age.
      const restored = conversation.lastSeq < log.lastSeq;
      const known = restored ? undefined : view.getSnapshot().conversation;
      view.show({ conversation: newerConversation(known, conversation), caughtUp: false });
      catchUp.start();
      outbox.flush();
      readMark.retell();
    },
    onRefused: (error) => view.show({ phase: "failed", error }),
    onOffline: () => view.show({ caughtUp: false }),
  });
  return [listening, ...watching, joining, typing.stop];
}
