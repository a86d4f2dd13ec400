import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import type {
  Ack,
  ActionValue,
  Attendance,
  ClientToServer,
  Conversation,
  FactName,
  Facts,
  Message,
  Request,
  RequestName,
  ServerToClient,
} from "../../contract/index.js";

/** Only what never comes is given up; a slow machine is no failure. */
const waitMs = 60_000;

type Known = { readonly name: FactName; readonly fact: Facts[FactName] };

/** A person at the wire: knows the names of design section 8 and nothing else. */
export class DeskClient {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  readonly token: string;
  readonly url: string;
  readonly heard: Known[] = [];
  readonly #waiting = new Set<() => void>();

  private constructor(url: string, token: string) {
    this.url = url;
    this.token = token;
    this.socket = io(url, { auth: { token }, transports: ["websocket"], forceNew: true });
    this.socket.onAny((name: FactName, fact: Facts[FactName]) => {
      this.heard.push({ name, fact });
      for (const look of this.#waiting) look();
    });
  }

  static async connect(url: string, username: string, password?: string): Promise<DeskClient> {
    return DeskClient.connectWith(url, await logIn(url, username, password));
  }

  /** Somebody who came in another way than by name and password. */
  static async connectWith(url: string, token: string): Promise<DeskClient> {
    const client = new DeskClient(url, token);
    await new Promise<void>((resolve, reject) => {
      client.socket.once("connect", () => resolve());
      client.socket.once("connect_error", reject);
    });
    return client;
  }

  async ask<N extends RequestName>(name: N, payload: Request<N>): Promise<Ack<N>> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no answer to ${name}`)), waitMs);
      const answer = (ack: Ack<N>) => {
        clearTimeout(timer);
        resolve(ack);
      };
      Reflect.apply(this.socket.emit, this.socket, [name, payload, answer]);
    });
  }

  /** The answer, or an error with the refusal's code. */
  async get<N extends RequestName>(name: N, payload: Request<N>): Promise<Extract<Ack<N>, { ok: true }>> {
    const ack = await this.ask(name, payload);
    if (!ack.ok) throw new Error(`${name}: ${ack.error.code} ${ack.error.message}`);
    return ack as Extract<Ack<N>, { ok: true }>;
  }

  async rest(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
    const response = await fetch(this.url + path, {
      method,
      headers: { authorization: `Bearer ${this.token}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  }

  /** The first fact of this kind that fits, heard already or still to come. */
  async hear<N extends FactName>(name: N, fits: (fact: Facts[N]) => boolean = () => true): Promise<Facts[N]> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.#factsOf(name).find(fits);
        if (found === undefined) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(found);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`${name} was not heard`));
      }, waitMs);
      this.#waiting.add(look);
      look();
    });
  }

  #factsOf<N extends FactName>(name: N): Facts[N][] {
    return this.heard.flatMap((one) => (one.name === name ? [one.fact as Facts[N]] : []));
  }

  close(): void {
    this.socket.close();
  }
}

export async function logIn(url: string, username: string, password = "demo"): Promise<string> {
  const response = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
  const { token } = (await response.json()) as { token: string };
  return token;
}

/** A requester in a talk of their own. */
export class Talk {
  readonly client: DeskClient;
  readonly id: string;
  seq: number;

  private constructor(client: DeskClient, conversation: Conversation) {
    this.client = client;
    this.id = conversation.id;
    this.seq = conversation.lastSeq;
  }

  /** A fresh conversation: an open one is ended first. */
  static async begin(client: DeskClient, locale: "en" | "es" | "pt" = "en"): Promise<Talk> {
    const open = await client.get("conversation:open", { locale });
    if (open.lastSeq <= 1 && open.conversation.locale === locale) return new Talk(client, open.conversation);
    await client.ask("conversation:close", { conversationId: open.conversation.id });
    return new Talk(client, (await client.get("conversation:open", { locale })).conversation);
  }

  /** Says something and answers with what the assistant replied to it. */
  async say(text: string, value?: ActionValue): Promise<Message> {
    const { message } = await this.send(text, value);
    const { message: reply } = await this.client.hear(
      "message:posted",
      (fact) =>
        fact.message.conversationId === this.id &&
        fact.message.seq > message.seq &&
        fact.message.sender.kind !== "requester",
    );
    this.seq = reply.seq;
    return reply;
  }

  send(text: string, value?: ActionValue) {
    return this.client.get("message:send", {
      conversationId: this.id,
      clientMessageId: randomUUID(),
      text,
      ...(value === undefined ? {} : { value }),
    });
  }

  /** Asks for a person and answers with the attendance, as the requester is told of it. */
  async askForPerson(): Promise<Attendance> {
    await this.send("Talk to an attendant", { kind: "talk-to-attendant" });
    const { attendance } = await this.client.hear(
      "attendance:changed",
      (fact) => fact.attendance.conversationId === this.id && fact.attendance.status === "pending",
    );
    return attendance;
  }
}
