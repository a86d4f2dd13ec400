import type { ActionValue } from "../../contract/action.js";
import type { Conversation } from "../../contract/conversation.js";
import { type ChatClient, type Connection, createChatClient } from "../chat/chat-client.js";
import { type Keeping, keepInBrowser, keepInMemory, keepInTab } from "../chat/keeping.js";
import { isLost } from "../chat/outcome.js";
import { createWritable, type Readable } from "../chat/readable.js";
import type { OpenSocket } from "../chat/socket-port.js";
import { createTalk, type Talk } from "../chat/talk.js";
import type { Locale } from "../texts/index.js";
import type { GuestDoor } from "./guest-door.js";

const conversationKey = "deskhand:conversation";
const tokenKey = "deskhand:token";

export interface ChatState {
  /** `idle` before anybody asked for the chat; `log-in` when the desk does not know who talks. */
  readonly stage: "idle" | "opening" | "log-in" | "talking" | "failed";
  readonly connection: Connection;
  readonly talk?: Talk | undefined;
  /** Nobody known talks. */
  readonly guest: boolean;
  /** Was a guest here before, and may take that talk along. */
  readonly claimable: boolean;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
}

export interface FirstWords {
  readonly text: string;
  readonly value: ActionValue;
}

export interface DeskLineOptions {
  readonly url: string;
  /** The desk's own pages: the cookie speaks for the person, and no token has to be kept. */
  readonly isOwnPage?: boolean;
  readonly openSocket?: OpenSocket;
  readonly token?: string | undefined;
  /** How people come in whom the desk does not know. */
  readonly guests?: GuestDoor | undefined;
  readonly readLocale: () => Locale;
}

/** The connection to the desk and the one conversation that is held over it. */
export interface DeskLine extends Readable<ChatState> {
  readToken(): string | undefined;
  /** From now on this person talks, kept for this tab; without a token, whoever the desk finds. */
  changeToken(token: string | undefined): void;
  /** Asks who talks, though guests are admitted. */
  askForLogIn(): void;
  connect(): ChatClient;
  /** Takes up the conversation of an earlier visit without showing it; does nothing without one. */
  recall(): void;
  /** Opens that conversation, or without an id the present one or a new one, and says the first words there. */
  openConversation(id?: string, first?: FirstWords): Promise<void>;
  /** The open conversation as it is known now. */
  present(): Conversation | undefined;
  show(change: Partial<ChatState>): void;
  stop(): void;
}

export function createDeskLine(options: DeskLineOptions): DeskLine {
  const { url, readLocale } = options;
  const kept: Keeping = keepInBrowser();
  const tab: Keeping = options.isOwnPage ? keepInMemory() : keepInTab();
  const state = createWritable<ChatState>({
    stage: "idle",
    guest: false,
    claimable: false,
    connection: { status: "connecting", round: 0 },
  });
  const { guests } = options;
  let token = options.token ?? tab.read(tokenKey) ?? (options.isOwnPage ? undefined : guests?.kept());
  let client: ChatClient | undefined;
  let unfollow = (): void => {};
  let opening = false;
  /** Which conversation to open at the next connection; `undefined` means the present one. */
  let wish: string | undefined;
  let firstWords: FirstWords | undefined;

  const show = (change: Partial<ChatState>): void => state.set({ ...state.getSnapshot(), ...change });
  const present = (): Conversation | undefined => state.getSnapshot().talk?.getSnapshot().conversation;

  function connect(): ChatClient {
    if (client) return client;
    const guest = guests?.kept();
    show({
      guest: guest !== undefined && token === guest,
      claimable: guest !== undefined && token !== guest,
    });
    const made = createChatClient({ url, token, locale: readLocale(), ...socketOf(options) });
    client = made;
    unfollow = made.connection.subscribe(() => {
      const connection = made.connection.getSnapshot();
      show({ connection });
      if (connection.status === "refused") askWho();
      else if (connection.status === "online" && !state.getSnapshot().talk) void openWish(made);
    });
    made.on("conversation:changed", ({ conversation }) => follow(conversation));
    made.connect();
    return made;
  }

  function disconnect(): void {
    unfollow();
    state.getSnapshot().talk?.stop();
    client?.close();
    client = undefined;
    opening = false;
    show({ talk: undefined });
  }

  function askWho(): void {
    disconnect();
    const isIdle = state.getSnapshot().stage === "idle";
    if (token !== undefined && token === guests?.kept()) guests.forget();
    token = undefined;
    tab.write(tokenKey, undefined);
    // Nobody becomes a guest by looking at a page: only who was one, or who opens the chat.
    if (isIdle || !guests?.isOpen) goOnAs(guests?.kept());
    else void guests.enter().then(goOnAs);
  }

  function goOnAs(guest: string | undefined): void {
    if (client) return;
    token = guest;
    if (guest) connect();
    else show({ stage: state.getSnapshot().stage === "idle" ? "idle" : "log-in", guest: false });
  }

  // Resuming an attendance brings its own conversation back; another tab may have started one.
  function follow({ id, owner }: Conversation): void {
    const shown = present();
    const isWithPeople = owner.kind === "queue" || owner.kind === "agent";
    if (shown && shown.id !== id && isWithPeople) void openConversation(id);
  }

  async function openWish(line: ChatClient): Promise<void> {
    if (opening) return;
    opening = true;
    const asked = wish;
    const conversation = asked ? { conversationId: asked } : {};
    const outcome = await line.request("conversation:open", { ...conversation, locale: readLocale() });
    if (line !== client) return;
    opening = false;
    if (asked !== wish) return openWish(line);
    if (outcome.ok) hold(line, outcome.conversation);
    else if (isLost(outcome)) return;
    else if (asked) forget(line);
    else show({ stage: "failed", error: outcome.error });
  }

  // A conversation of an earlier visit that is not there any more is no fault to show.
  function forget(line: ChatClient): void {
    wish = undefined;
    kept.write(conversationKey, undefined);
    if (state.getSnapshot().stage === "idle") disconnect();
    else void openWish(line);
  }

  function hold(line: ChatClient, conversation: Conversation): void {
    const { requester, id } = conversation;
    state.getSnapshot().talk?.stop();
    const talk = createTalk(line, id, { me: { id: requester.id, side: "requester" }, conversation });
    wish = id;
    kept.write(conversationKey, id);
    const stage = state.getSnapshot().stage === "idle" ? "idle" : "talking";
    show({ stage, talk, error: undefined });
    if (firstWords) talk.send(firstWords.text, firstWords.value);
    firstWords = undefined;
  }

  async function openConversation(id?: string, first?: FirstWords): Promise<void> {
    wish = id;
    firstWords = first ?? firstWords;
    state.getSnapshot().talk?.stop();
    const stage = id && state.getSnapshot().stage === "idle" ? "idle" : "opening";
    show({ stage, talk: undefined, error: undefined });
    const line = connect();
    line.connect();
    if (line.connection.getSnapshot().status === "online") await openWish(line);
  }

  return {
    getSnapshot: state.getSnapshot,
    subscribe: state.subscribe,
    readToken: () => token,
    changeToken(next) {
      disconnect();
      token = next;
      tab.write(tokenKey, next);
    },
    askForLogIn() {
      disconnect();
      show({ stage: "log-in", guest: false });
    },
    connect,
    recall() {
      wish = kept.read(conversationKey);
      if (wish) connect();
    },
    openConversation,
    present,
    show,
    stop: disconnect,
  };
}

function socketOf({ openSocket }: DeskLineOptions): { openSocket?: OpenSocket } {
  return openSocket ? { openSocket } : {};
}
