import { WebSocket } from "ws";
import type { RunningDesk } from "./desk.js";

export interface Activity {
  readonly type: string;
  readonly id: string;
  readonly text?: string;
  readonly timestamp: string;
  readonly from: { readonly id: string; readonly role: string; readonly name?: string };
  readonly conversation: { readonly id: string };
  readonly channelData?: { readonly clientActivityID?: string };
  readonly suggestedActions?: {
    readonly actions: readonly { readonly title: string; readonly type: string; readonly value: unknown }[];
  };
  readonly attachments?: readonly {
    readonly contentType: string;
    readonly contentUrl?: string;
    readonly name?: string;
    readonly content?: unknown;
  }[];
  readonly name?: string;
  readonly value?: unknown;
}

export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark: string;
}

export interface Began {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
  readonly streamUrl: string;
}

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface Choice {
  readonly title: string;
  readonly value: { readonly kind?: string };
}

/** What can be pressed on this activity, on its cards and beside it. */
export function choicesOf({ attachments = [], suggestedActions }: Activity): Choice[] {
  const beside = (suggestedActions?.actions ?? []).map(({ title, value }) => ({ title, value }));
  const submits = attachments.flatMap(({ content }) => submitsIn(content));
  return [...submits, ...beside].map(({ title, value }) => ({ title, value: Object(value) }));
}

function submitsIn(part: unknown): { title: string; value: unknown }[] {
  if (typeof part !== "object" || part === null) return [];
  const { type, title, data } = part as { type?: string; title?: string; data?: unknown };
  if (type === "Action.Submit") return [{ title: title ?? "", value: data }];
  return Object.values(part).flatMap(submitsIn);
}

/** A secret of Direct Line, made by an admin as on the page of integrations. */
export async function makeSecret(
  desk: Pick<RunningDesk, "connect">,
  name = "Shop",
): Promise<{ id: string; secret: string }> {
  const admin = await desk.connect("admin");
  const { body } = await admin.rest("POST", "/api/v1/api-tokens", { name, scopes: ["direct-line"] });
  const { token, item } = body as { token: string; item: { id: string } };
  return { id: item.id, secret: token };
}

/** Speaks Direct Line 3.0 by its published names. */
export function directLineAt(url: string) {
  const call = async (
    method: string,
    path: string,
    {
      credential,
      body,
      headers,
    }: { credential?: string; body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Told> => {
    const response = await fetch(`${url}/v3/directline${path}`, {
      method,
      headers: {
        ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === "" ? undefined : JSON.parse(text),
    };
  };
  return {
    call,
    generate: async (secret: string, body?: unknown) =>
      (await call("POST", "/tokens/generate", { credential: secret, body })).body as Began,
    start: async (credential: string, body: unknown = {}) =>
      (await call("POST", "/conversations", { credential, body })).body as Began,
    say: async (credential: string, id: string, text: string, more: object = {}) => {
      const body = { type: "message", from: { id: "me" }, text, ...more };
      return (await call("POST", `/conversations/${id}/activities`, { credential, body })).body as {
        id: string;
      };
    },
    read: async (credential: string, id: string, watermark = "") =>
      (await call("GET", `/conversations/${id}/activities?watermark=${watermark}`, { credential }))
        .body as ActivitySet,
    reconnect: async (credential: string, id: string, watermark = "") =>
      (await call("GET", `/conversations/${id}?watermark=${watermark}`, { credential })).body as Began,
  };
}

/** An open line, and what came over it. */
export class Line {
  readonly socket: WebSocket;
  readonly sets: ActivitySet[] = [];
  readonly #waiting = new Set<() => void>();

  private constructor(url: string, headers: Record<string, string>) {
    this.socket = new WebSocket(url, { headers });
    this.socket.on("message", (data) => {
      if (String(data) !== "") this.sets.push(JSON.parse(String(data)) as ActivitySet);
      for (const look of this.#waiting) look();
    });
  }

  static async open(url: string, headers: Record<string, string> = {}): Promise<Line> {
    const line = new Line(url, headers);
    await new Promise<void>((resolve, reject) => {
      line.socket.once("open", () => resolve());
      line.socket.once("error", reject);
    });
    return line;
  }

  get activities(): Activity[] {
    return this.sets.flatMap(({ activities }) => activities);
  }

  get watermark(): string {
    return this.sets.at(-1)?.watermark ?? "";
  }

  /** Told of each that comes from here on, and of those that have come. */
  onActivity(hear: (activity: Activity) => void): void {
    for (const activity of this.activities) hear(activity);
    this.socket.on("message", (data) => {
      if (String(data) === "") return;
      for (const activity of (JSON.parse(String(data)) as ActivitySet).activities) hear(activity);
    });
  }

  hear(fits: (activity: Activity) => boolean, waitMs = 10_000): Promise<Activity> {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = this.activities.find(fits);
        if (found === undefined) return;
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(found);
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(look);
        reject(new Error(`not heard among ${JSON.stringify(this.activities.map(({ text }) => text))}`));
      }, waitMs);
      this.#waiting.add(look);
      look();
    });
  }

  closed(): Promise<number> {
    return new Promise((resolve) => this.socket.once("close", resolve));
  }

  close(): void {
    this.socket.terminate();
  }
}
