import { setTimeout as wait } from "node:timers/promises";
import { io, type Socket } from "socket.io-client";
import type { Conversation, FactName, Facts, Request, RequestName } from "../../contract/index.js";
import type { Store } from "../../store/index.js";
import { type ChatClient, createChatClient } from "../../web/chat/chat-client.js";
import { keepInMemory } from "../../web/chat/keeping.js";
import type { Outcome } from "../../web/chat/outcome.js";
import type { OpenSocket } from "../../web/chat/socket-port.js";
import { createTalk, type Talk } from "../../web/chat/talk.js";
import type { History } from "./oracles/history.js";
import type { LoggedIn } from "./people.js";
import { until } from "./until.js";

const retryMs = 50;
/** A bell that was not heard is made up for within two seconds (design section 4); the rest is a busy machine. */
const screenWithinMs = 20_000;
const passing = ["client/offline", "client/timeout", "server/failed", "server/busy", "request/too-many"];

/**
 * Somebody at the wire with the chat that the pages use: its outbox, its log and its way of joining again. Only the
 * pauses between connections are shorter, so that a fault costs a test less time.
 */
export class Person {
  readonly id: string;
  readonly side: "requester" | "agent";
  readonly talks = new Map<string, Talk>();
  readonly #client: ChatClient;
  readonly #history: History;
  readonly #openSocket: OpenSocket;
  readonly #firstTried = new Map<string, number>();
  #closed = false;

  constructor(url: string, who: LoggedIn, history: History) {
    this.id = who.id;
    this.side = who.role;
    this.#history = history;
    this.#openSocket = openSocketFor((frame) => history.canaries.receive(who.id, frame, frame.slice(0, 24)));
    this.#client = this.#record(createChatClient({ url, token: who.token, openSocket: this.#openSocket }));
    this.#client.connect();
  }

  get isOnline(): boolean {
    return this.#client.connection.getSnapshot().status === "online";
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  on<N extends FactName>(name: N, hear: (fact: Facts[N]) => void): void {
    this.#client.on(name, hear);
  }

  /** Told of each connection, before anything is heard over it. */
  onConnected(hear: () => void): void {
    let round = 0;
    this.#client.connection.subscribe(() => {
      const now = this.#client.connection.getSnapshot();
      if (now.status !== "online" || now.round === round) return;
      round = now.round;
      hear();
    });
  }

  /** Asks until somebody knows the answer: the same request again is safe. */
  async ask<N extends RequestName>(name: N, payload: Request<N>): Promise<Outcome<N>> {
    for (;;) {
      const outcome = await this.#client.request(name, payload, { timeoutMs: 5000 });
      if (this.#closed || outcome.ok || !passing.includes(outcome.error.code)) return outcome;
      await wait(retryMs);
    }
  }

  /** Asks once, and answers whatever came of it. */
  tryOnce<N extends RequestName>(name: N, payload: Request<N>): Promise<Outcome<N>> {
    return this.#client.request(name, payload, { timeoutMs: 15_000 });
  }

  /** The conversation on this person's screen; the same one when it is there already. */
  show(conversation: Conversation): Talk {
    const known = this.talks.get(conversation.id);
    if (known !== undefined) return known;
    const me = { id: this.id, side: this.side };
    const talk = createTalk(this.#client, conversation.id, { me, keeping: keepInMemory(), conversation });
    this.talks.set(conversation.id, talk);
    return talk;
  }

  /** The requester's present conversation, or a new one. */
  async open(): Promise<Talk> {
    const outcome = await this.ask("conversation:open", { locale: "en" });
    if (!outcome.ok) throw new Error(`conversation:open: ${outcome.error.code}`);
    return this.show(outcome.conversation);
  }

  /** Resolves when nothing waits to be sent in this talk: each message was stored or refused. */
  async sent(talk: Talk, withinMs?: number): Promise<void> {
    const isPending = () =>
      talk.getSnapshot().items.some((item) => item.kind === "outgoing" && item.state === "pending");
    await until(`${this.side} ${this.id} has sent everything`, () => this.#closed || !isPending(), withinMs);
  }

  /** Resolves when everything is sent and every screen shows as much as the store has, without being asked to look. */
  async settle(store: Store, withinMs = screenWithinMs, sentWithinMs?: number): Promise<void> {
    for (const [id, talk] of this.talks) {
      await this.sent(talk, sentWithinMs);
      const shows = async () => talk.getSnapshot().lastSeq >= (await lastSeqOf(store, id));
      await until(`the screen of ${this.side} ${this.id} shows all of ${id}`, shows, withinMs);
    }
  }

  /** Writes down what the screens show now. */
  tell(): void {
    for (const [conversationId, talk] of this.talks) {
      const { items } = talk.getSnapshot();
      const ids = items.flatMap((item) => (item.kind === "posted" ? [item.message.id] : []));
      this.#history.show({ conversationId, ids });
    }
  }

  close(): void {
    this.#closed = true;
    for (const talk of this.talks.values()) talk.stop();
    this.#client.close();
  }

  /** Writes down each acknowledgement, and how long it took since the message was first tried. */
  #record(client: ChatClient): ChatClient {
    return {
      ...client,
      request: async (name, payload, options) => {
        if ("text" in payload) this.#history.canaries.write(this.id, payload.text);
        const key = "clientMessageId" in payload ? payload.clientMessageId : "";
        const since = this.#firstTried.get(key) ?? performance.now();
        this.#firstTried.set(key, since);
        const outcome = await client.request(name, payload, options);
        if (outcome.ok && "message" in outcome) this.#history.ack(outcome.message, performance.now() - since);
        return outcome;
      },
    };
  }
}

async function lastSeqOf({ db }: Store, id: string): Promise<number> {
  const row = await db.selectFrom("conversation").select("last_seq").where("id", "=", id).executeTakeFirst();
  return row?.last_seq ?? 0;
}

/** A socket that shows every frame it receives, as it comes, to whoever looks for what should not be there. */
export function openSocketFor(look: (frame: string) => void): OpenSocket {
  return ({ url = "", token }) => {
    const socket = io(url, {
      transports: ["websocket"],
      autoConnect: false,
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 200,
      auth: { token },
    });
    socket.io.on("open", () => {
      socket.io.engine.on("data", (frame) => look(String(frame)));
    });
    return toPort(socket);
  };
}

function toPort(socket: Socket): ReturnType<OpenSocket> {
  return {
    get connected() {
      return socket.connected;
    },
    get active() {
      return socket.active;
    },
    connect: () => void socket.connect(),
    disconnect: () => void socket.disconnect(),
    emit: (name, payload, ack) => void socket.emit(name, payload, ack),
    on: (name, listener) => void socket.on(name, listener),
    dropBuffer() {
      socket.sendBuffer = [];
    },
  };
}
