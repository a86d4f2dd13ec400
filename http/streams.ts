import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { AppError } from "../contract/index.js";

/** Clients have nothing to say on these lines but that they are still there. */
const maxFrameBytes = 4096;
const maxFramesPerMinute = 120;
const maxOpen = 10_000;
/** NATs forget silent connections at 60 s; a peer that is gone, or does not read, is known after two rounds (D13). */
const beatMs = 22_000;

/** A request for a line, before it is opened. */
export interface StreamRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage["headers"];
  readonly address: string;
}

/** An open line to one client. */
export interface StreamLine {
  /** Resolves when the network has taken it: whoever waits for this never fills the memory with a slow reader's news. */
  send(text: string): Promise<void>;
  onClosed(hear: () => void): void;
  /** `code` as RFC 6455 has them: 1000 done, 1001 going away, 1008 not allowed any more. */
  close(code: number): void;
}

export interface StreamRoute {
  /** With one group per parameter. */
  readonly path: RegExp;
  /** Throws an `AppError` to refuse; answers what to do with the line once it is open. */
  readonly open: (request: StreamRequest) => Promise<(line: StreamLine) => void>;
}

export interface StreamOptions {
  readonly streams: readonly StreamRoute[];
  readonly log: { error(fields: object, text: string): void };
  addressOf(request: { remoteAddress: string | undefined; forwardedFor: string | undefined }): string;
  admits(caller: { readonly principal: undefined; readonly address: string }, path: string): Promise<boolean>;
  isPassing(error: unknown): boolean;
}

/**
 * Every upgrade to a WebSocket that is not socket.io's: only to the paths there are, after the check of each, and
 * nothing a caller sends ends the process (reliability, finding 1). Answers how to close all lines.
 */
export function serveStreams(server: Server, options: StreamOptions): () => void {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
    clientTracking: false,
  });
  const open = new Map<WebSocket, { isAlive: boolean; frames: number }>();
  const beat = setInterval(() => {
    for (const [socket, state] of open) {
      if (!state.isAlive) {
        socket.terminate();
        continue;
      }
      state.isAlive = false;
      state.frames = 0;
      socket.ping();
    }
  }, beatMs);
  beat.unref();

  function begin(socket: WebSocket, start: (line: StreamLine) => void): void {
    const state = { isAlive: true, frames: 0 };
    open.set(socket, state);
    socket.on("pong", () => {
      state.isAlive = true;
    });
    socket.on("message", () => {
      state.frames += 1;
      if (state.frames > (maxFramesPerMinute * beatMs) / 60_000) socket.close(1008);
    });
    // Without a listener an error of one line would end the process (S24).
    socket.on("error", () => socket.terminate());
    socket.once("close", () => open.delete(socket));
    start({
      send: (text) =>
        new Promise((resolve, reject) => {
          socket.send(text, (error) => (error === undefined || error === null ? resolve() : reject(error)));
        }),
      onClosed: (hear) => void socket.once("close", hear),
      close: (code) => socket.close(code),
    });
  }

  async function answer(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const url = new URL(request.url ?? "/", "http://desk");
    const found = find(options.streams, url.pathname);
    if (found === undefined) return refuse(socket, 404);
    const forwardedFor = [request.headers["x-forwarded-for"]].flat().join(",") || undefined;
    const { remoteAddress } = request.socket;
    const address = options.addressOf({ remoteAddress, forwardedFor });
    if (!(await options.admits({ principal: undefined, address }, url.pathname))) return refuse(socket, 429);
    if (open.size >= maxOpen) return refuse(socket, 503);
    const { params, route } = found;
    const query = Object.fromEntries(url.searchParams);
    const start = await route.open({ params, query, headers: request.headers, address });
    if (socket.destroyed) return;
    sockets.handleUpgrade(request, socket, head, (line) => begin(line, start));
  }

  server.on("upgrade", (request, socket, head) => {
    if (isSocketIo(request.url)) return;
    // Without a listener a peer that goes away in between would end the process.
    socket.on("error", () => socket.destroy());
    answer(request, socket, head).catch((error: unknown) => refuse(socket, statusFor(error, options)));
  });

  return () => {
    clearInterval(beat);
    for (const socket of open.keys()) socket.close(1001);
  };
}

function statusFor(error: unknown, { log, isPassing }: Pick<StreamOptions, "log" | "isPassing">): number {
  if (error instanceof AppError) return error.status;
  if (isPassing(error)) return 503;
  log.error({ err: error }, "A line could not be opened.");
  return 500;
}

function isSocketIo(url: string | undefined): boolean {
  return url?.startsWith("/socket.io/") ?? false;
}

function find(routes: readonly StreamRoute[], path: string) {
  for (const route of routes) {
    const match = route.path.exec(path);
    if (match !== null) return { route, params: { ...match.groups } };
  }
  return undefined;
}

function refuse(socket: Duplex, status: number): void {
  if (socket.destroyed) return;
  socket.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
    socket.destroy(),
  );
}
