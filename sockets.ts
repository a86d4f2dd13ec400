import { randomUUID } from "node:crypto";
import type { Server as HttpServer, IncomingHttpHeaders } from "node:http";
import { Server, type Socket } from "socket.io";
import {
  AppError,
  busyBody,
  type ClientToServer,
  type ErrorBody,
  type FactName,
  type Facts,
  failedBody,
  isStaff,
  type Principal,
  readSessionCookie,
  type ServerToClient,
} from "./contract/index.js";
import { type AnswerOptions, answerTo, localeOf } from "./sockets/answer.js";
import { forgetHandshake } from "./sockets/forget-handshake.js";
import { type CallerOptions, createCaller } from "./sockets/caller.js";
import { createIntake, type Intake } from "./sockets/intake.js";
import { regroup } from "./sockets/regroup.js";
import { conversationOf, rooms } from "./sockets/rooms.js";
import { dropSlowReaders, watchWhileTelling } from "./sockets/slow-readers.js";
import { createTally } from "./sockets/tally.js";
import type { Sockets } from "./sockets/telling.js";

export type { Sockets } from "./sockets/telling.js";

const slowReaderCheckMs = 1000;
/** Above the longest message with room for its frame; larger frames end the socket. */
const maxFrameBytes = 100_000;

export interface SocketsOptions extends AnswerOptions, CallerOptions {
  readonly server: HttpServer;
  authenticate(token: string): Promise<Principal | undefined>;
  /** Whether a page of this origin may open a socket, and whether the cookie counts there (reliability S17). */
  originOf(headers: IncomingHttpHeaders): "own" | "known" | "foreign";
  readonly allowedOrigins: () => readonly string[];
  connected(principal: Principal, socketId: string): Promise<void>;
  disconnected(principal: Principal, socketId: string): Promise<void>;
  /** The last socket of this node has left it; `followed` is told of the first. */
  unfollowed(conversationId: string): void;
  addressOf(request: { remoteAddress: string | undefined; forwardedFor: string | undefined }): string;
}

type DeskServer = Server<
  ClientToServer,
  ServerToClient,
  Record<never, never>,
  { principal: Principal; heard: number }
>;
type DeskSocket = Socket<
  ClientToServer,
  ServerToClient,
  Record<never, never>,
  { principal: Principal; heard: number }
>;

/** The live side of the desk. The only place that knows socket.io. */
export function createSockets(options: SocketsOptions): Sockets {
  const io: DeskServer = new Server(options.server, {
    serveClient: false,
    // Upgrades to other paths are refused, or taken, in http/streams.ts.
    destroyUpgrade: false,
    maxHttpBufferSize: maxFrameBytes,
    perMessageDeflate: false,
    // Nothing relies on it: every client asks for what it missed by `seq` (D14).
    connectionStateRecovery: undefined,
    cors: { origin: (origin, decide) => decide(null, options.allowedOrigins().includes(origin ?? "")) },
    allowRequest: (request, decide) => {
      const known = options.originOf(request.headers) !== "foreign";
      decide(known ? null : "foreign origin", known);
    },
  });
  io.use((socket, next) => {
    identify(socket, options)
      .then((principal) => {
        if (principal === undefined) return next(refusal(socket, options));
        socket.data.principal = principal;
        socket.data.heard = Date.now();
        next();
      })
      // Whoever cannot be recognized just now has not lost their session: they come again by themselves (F12).
      .catch((error: unknown) => {
        if (!options.isPassing(error)) options.log.error({ err: error }, "A socket could not be welcomed.");
        next(refusalWith(options.isPassing(error) ? busyBody() : failedBody(randomUUID()), socket, options));
      });
  });
  const intake = createIntake();
  const leaving = new Set<Promise<void>>();
  const sessions = createTally();
  io.on("connection", (socket) => {
    const { sessionId } = socket.data.principal;
    sessions.add(sessionId);
    socket.on("disconnect", () => sessions.remove(sessionId));
    welcome(socket, options, intake, leaving);
  });
  const { sockets: open, adapter } = io.of("/");
  adapter.on("create-room", (room: string) => {
    const id = conversationOf(room);
    if (id !== undefined)
      options.followed(id).catch((error: unknown) => options.log.error({ err: error }, "Following failed."));
  });
  adapter.on("delete-room", (room: string) => {
    const id = conversationOf(room);
    if (id !== undefined && !hasFollowers(io, id)) options.unfollowed(id);
  });
  const slowReaderCheck = setInterval(
    () => dropSlowReaders(open.values(), options.log),
    slowReaderCheckMs,
  ).unref();
  const linesOf = (accountId: string) =>
    [...(adapter.rooms.get(rooms.account(accountId)) ?? [])].flatMap((id) => open.get(id) ?? []);

  return {
    toSide: (id, side, name, fact) => emit(io, [rooms.conversation(id, side)], name, fact),
    toConversation: (id, name, fact, exceptSocket) =>
      emit(
        io,
        [rooms.conversation(id, "requester"), rooms.conversation(id, "agent")],
        name,
        fact,
        exceptSocket,
      ),
    toAccount: (id, name, fact) => emit(io, [rooms.account(id)], name, fact),
    toGroups: (ids, name, fact) => emit(io, [...ids.map(rooms.group), rooms.supervisors], name, fact),
    toStaff: (name, fact) => emit(io, ["staff"], name, fact),
    toRooms: (names, name, fact) => emit(io, names, name, fact),
    toSocket: (id, name, fact) => emit(io, [id], name, fact),
    regroup: (accountId, news) => regroup(linesOf(accountId), news),
    followedBy: (accountId) => {
      const names = linesOf(accountId).flatMap((line) => [...line.rooms]);
      return [...new Set(names.flatMap((room) => conversationOf(room, "agent") ?? []))];
    },
    forget: (id, accountId) => {
      const left = [rooms.conversation(id, "requester"), rooms.conversation(id, "agent")];
      io.local.in(rooms.account(accountId)).socketsLeave(left);
    },
    endSession: (id, reason) => {
      emit(io, [rooms.session(id)], "session:ended", { reason });
      io.in(rooms.session(id)).disconnectSockets(true);
    },
    isHere: (id) => open.has(id),
    isFollowed: (id, side) => hasFollowers(io, id, side),
    isOnline: (id) => adapter.rooms.has(rooms.account(id)),
    present: () =>
      [...open.values()].map(({ id, data: { principal } }) => ({
        socketId: id,
        accountId: principal.accountId,
        guest: principal.guest,
      })),
    sessions: sessions.names,
    drain: intake.drain,
    close: async () => {
      clearInterval(slowReaderCheck);
      io.disconnectSockets(true);
      io.engine.close();
      await Promise.all(leaving);
    },
  };
}

function addressOf({ handshake }: DeskSocket, options: SocketsOptions): string {
  const forwardedFor = [handshake.headers["x-forwarded-for"]].flat().join(",") || undefined;
  return options.addressOf({ remoteAddress: handshake.address, forwardedFor });
}

function refusal(socket: DeskSocket, options: SocketsOptions): Error {
  return refusalWith(new AppError("session/required", "Please log in first.").toBody(), socket, options);
}

function refusalWith(body: ErrorBody, { handshake }: DeskSocket, { tell }: SocketsOptions): Error {
  return Object.assign(new Error(body.code), { data: tell(body, localeOf(handshake)) });
}

/** The token of the handshake, or the cookie where the page is our own: same rules as HTTP (S14). */
async function identify(socket: DeskSocket, options: SocketsOptions): Promise<Principal | undefined> {
  const { token } = socket.handshake.auth;
  const { headers } = socket.handshake;
  const cookie = options.originOf(headers) === "own" ? readSessionCookie(headers.cookie) : undefined;
  const known = typeof token === "string" && token !== "" ? token : cookie;
  return known === undefined ? undefined : options.authenticate(known);
}

function welcome(
  socket: DeskSocket,
  options: SocketsOptions,
  intake: Intake,
  leaving: Set<Promise<void>>,
): void {
  const { principal } = socket.data;
  const locale = localeOf(socket.handshake);
  const mine = [rooms.account(principal.accountId), rooms.session(principal.sessionId)];
  if (isStaff(principal)) mine.push("staff", ...principal.groupIds.map(rooms.group));
  if (principal.role === "supervisor" || principal.role === "admin") mine.push(rooms.supervisors);
  socket.join(mine);
  const address = addressOf(socket, options);
  forgetHandshake(socket);
  watchWhileTelling(socket, options.log);
  // Without a listener an error of one socket would end the process (S24).
  socket.on("error", () => socket.disconnect(true));
  socket.onAny((name: string, ...args: unknown[]) => {
    const answer = args.findLast((arg) => typeof arg === "function");
    intake
      .take(() => {
        const caller = createCaller(socket, address, options);
        return answerTo({ name, payload: args[0], note: args[1], caller, locale }, options);
      })
      .then((result) => answer?.(result))
      .catch((error: unknown) =>
        options.log.error({ err: error, event: name }, "An answer could not be given."),
      );
  });
  const report = (error: unknown) => options.log.error({ err: error }, "Presence could not be kept.");
  options.connected(principal, socket.id).catch(report);
  socket.on("disconnect", () => {
    const left: Promise<void> = options
      .disconnected(principal, socket.id)
      .catch(report)
      .finally(() => leaving.delete(left));
    leaving.add(left);
  });
}

function emit<N extends FactName>(
  io: DeskServer,
  targets: readonly string[],
  name: N,
  fact: Facts[N],
  exceptSocket?: string,
): void {
  const to = exceptSocket === undefined ? io.local : io.local.except(exceptSocket);
  to.to([...targets]).emit(name, ...([fact] as Parameters<ServerToClient[N]>));
}

function hasFollowers(io: DeskServer, conversationId: string, only?: "requester" | "agent"): boolean {
  const { rooms: present } = io.of("/").adapter;
  const sides = only === undefined ? (["requester", "agent"] as const) : [only];
  return sides.some((side) => present.has(rooms.conversation(conversationId, side)));
}
