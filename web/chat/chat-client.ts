import type { ErrorBody } from "../../contract/errors.js";
import type { FactName, Facts, Request, RequestName } from "../../contract/events.js";
import { openSocket as openRealSocket } from "./open-socket.js";
import { lostAnswer, type Outcome, parseAck, parseErrorBody } from "./outcome.js";
import { createWritable, type Readable } from "./readable.js";
import type { OpenSocket, SocketOptions } from "./socket-port.js";
import { systemTimers, type Timers } from "./timers.js";

const answerTimeoutMs = 10_000;
const retryRefusalMs = 2000;

export type ConnectionStatus = "connecting" | "online" | "offline" | "refused";

export interface Connection {
  readonly status: ConnectionStatus;
  /** Counts the connections made; a talk reads itself again for each. */
  readonly round: number;
  /** When the connection was lost, ms UTC. */
  readonly since?: number;
  /** Why the server refuses this person. */
  readonly error?: ErrorBody;
}

export interface ChatClientOptions extends SocketOptions {
  readonly openSocket?: OpenSocket;
  readonly timers?: Timers;
}

export interface ChatClient {
  readonly connection: Readable<Connection>;
  readonly timers: Timers;
  /** Answers always, within the timeout: a lost answer has a code `client/…`. Never buffers while offline. */
  request<N extends RequestName>(
    name: N,
    payload: Request<N>,
    options?: { timeoutMs?: number },
  ): Promise<Outcome<N>>;
  /** Hears a fact until the answer is called. Facts of a connection come in the server's order. */
  on<N extends FactName>(name: N, listener: (fact: Facts[N]) => void): () => void;
  /** Starts, or tries again at once. */
  connect(): void;
  close(): void;
}

// biome-ignore lint/suspicious/noExplicitAny: the public `on` types the fact from its name.
type Listener = (fact: any) => void;

/** One socket for one person; does nothing until `connect`. Relies on no recovery of the transport (D14). */
export function createChatClient(options: ChatClientOptions): ChatClient {
  const timers = options.timers ?? systemTimers();
  const socket = (options.openSocket ?? openRealSocket)(options);
  const connection = createWritable<Connection>({ status: "connecting", round: 0 });
  const waiting = new Set<() => void>();
  const heard = new Map<string, Set<Listener>>();
  let cancelRetry = (): void => {};

  function move(status: ConnectionStatus, error?: ErrorBody): void {
    const { round, since } = connection.getSnapshot();
    if (status === "online") connection.set({ status, round: round + 1 });
    else connection.set({ status, round, since: since ?? timers.now(), ...(error ? { error } : {}) });
  }

  function lose(): void {
    socket.dropBuffer();
    for (const giveUp of [...waiting]) giveUp();
  }

  function retryLater(): void {
    cancelRetry();
    cancelRetry = timers.after(retryRefusalMs, () => socket.connect());
  }

  function hear(name: string, listener: Listener): () => void {
    const known = heard.get(name);
    const listeners = known ?? new Set<Listener>();
    listeners.add(listener);
    if (!known) {
      heard.set(name, listeners);
      socket.on(name, (fact) => {
        for (const each of [...listeners]) each(fact);
      });
    }
    return () => {
      listeners.delete(listener);
    };
  }

  socket.on("connect", () => move("online"));
  socket.on("disconnect", (reason: string) => {
    lose();
    if (connection.getSnapshot().status === "refused") return;
    move("offline");
    if (reason === "io server disconnect") retryLater();
  });
  socket.on("connect_error", (fault: { data?: unknown }) => {
    const error = parseErrorBody(fault.data);
    if (error?.code.startsWith("session/")) return move("refused", error);
    move("offline", error);
    if (!socket.active) retryLater();
  });
  socket.on("session:ended", ({ reason }: Facts["session:ended"]) => {
    move("refused", { code: "session/expired", message: `The session ended (${reason}).` });
    socket.disconnect();
  });

  return {
    connection,
    timers,
    request<N extends RequestName>(name: N, payload: Request<N>, { timeoutMs = answerTimeoutMs } = {}) {
      return new Promise<Outcome<N>>((resolve) => {
        if (!socket.connected) return resolve(lostAnswer("client/offline"));
        const settle = (outcome: Outcome<N>): void => {
          waiting.delete(giveUp);
          cancel();
          resolve(outcome);
        };
        const giveUp = (): void => settle(lostAnswer("client/offline"));
        const cancel = timers.after(timeoutMs, () => settle(lostAnswer("client/timeout")));
        waiting.add(giveUp);
        socket.emit(name, payload, (answer) => settle(parseAck<N>(answer)));
      });
    },
    on(name, listener) {
      return hear(name, listener);
    },
    connect() {
      cancelRetry();
      if (socket.connected) return;
      if (connection.getSnapshot().status === "refused") move("connecting");
      socket.connect();
    },
    close() {
      cancelRetry();
      socket.disconnect();
      lose();
    },
  };
}
