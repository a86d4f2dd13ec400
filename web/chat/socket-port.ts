import type { RequestName } from "../../contract/events.js";

/** What the chat needs of a socket: the whole surface a test has to imitate. */
export interface SocketPort {
  readonly connected: boolean;
  /** False when the transport will not try again by itself. */
  readonly active: boolean;
  connect(): void;
  disconnect(): void;
  emit(name: RequestName, payload: unknown, ack: (answer: unknown) => void): void;
  // biome-ignore lint/suspicious/noExplicitAny: a fact's payload is typed by the client from its name.
  on(name: string, listener: (payload: any) => void): void;
  /** Forgets what the transport buffered: only the outbox resends. */
  dropBuffer(): void;
}

export interface SocketOptions {
  readonly url?: string | undefined;
  readonly token?: string | undefined;
  readonly locale?: string | undefined;
}

export type OpenSocket = (options: SocketOptions) => SocketPort;
