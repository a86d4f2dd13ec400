import { existsSync } from "node:fs";
import type { Server } from "node:http";
import type { Socket } from "node:net";
import { join } from "node:path";
import restify from "restify";
import {
  AppError,
  type ErrorBody,
  type Locale,
  type Principal,
  readRequestId,
  readSessionCookie,
  type TellError,
  toLocale,
  type Trail,
} from "./contract/index.js";
import { admit } from "./http/admit.js";
import { boundConnections } from "./http/bound-connections.js";
import { createFiles } from "./http/files.js";
import { createPage, lost, pagePaths } from "./http/pages.js";
import { drain, rawBody } from "./http/raw-body.js";
import { toAppError } from "./http/refusal.js";
import { type FaultLog, sendAnswer, toErrorAnswer } from "./http/reply.js";
import type { Answer, Call, Route } from "./http/route.js";
import { createSecure, isSameOrigin, newNonce, type Secure, type SecureOptions } from "./http/security.js";
import { type StreamOptions, serveStreams } from "./http/streams.js";

/** How long connections may take to end by themselves when the desk stops. */
const closeWithinMs = 3000;
const requestIdHeader = "X-Request-Id";

export interface HttpOptions extends SecureOptions, Pick<StreamOptions, "streams"> {
  readonly routes: readonly Route[];
  /** The built pages; without it the API is served alone. */
  readonly webFolder: string | undefined;
  readonly maxBodyBytes: number;
  readonly log: FaultLog;
  /** Says a refusal in the language of who asked. */
  readonly tell: TellError;
  readonly trail: Trail;
  /** A name for a request whose client gave it none. */
  newRequestId(): string;
  /** Whether what failed is away just now, so that the same request may succeed in a moment. */
  isPassing(error: unknown): boolean;
  /** An error in the form of the protocol that is spoken at its address. */
  shape(path: string, answer: Answer): Answer;
  /** Told how long each answer of a route took, ms. */
  took(route: Pick<Route, "method" | "path">, status: number, ms: number): void;
  authenticate(token: string): Promise<Principal | undefined>;
  addressOf(request: { remoteAddress: string | undefined; forwardedFor: string | undefined }): string;
  /** Whether this identity, or this address without one, may ask one thing more now. */
  admits(caller: Pick<Call<unknown, unknown>, "principal" | "address">, path: string): Promise<boolean>;
}

export interface Http {
  /** The bare server, for the sockets to attach to. */
  readonly server: Server;
  listen(port: number, host: string): Promise<number>;
  /** Takes no new connections; resolves when those under way are done. */
  close(): Promise<void>;
}

/** The HTTP side of the desk. The only place that knows restify. */
export function createHttp(options: HttpOptions): Http {
  const server = restify.createServer({ name: "deskhand", handleUncaughtExceptions: false });
  const secure = createSecure(options);
  server.pre((request, response, next) => {
    secure(request, response);
    // The answer tells the id under which the log knows the request.
    response.setHeader(
      requestIdHeader,
      readRequestId(request.headers["x-request-id"]) ?? options.newRequestId(),
    );
    next();
  });
  server.on("restifyError", (request, response, error, done) => {
    refuse(toAppError(error), { request, response, where: request.path() }, options);
    done();
  });
  const readBody = ({ maxBodyBytes = 0 }: Route) => [
    restify.plugins.bodyReader({ maxBodySize: Math.max(options.maxBodyBytes, maxBodyBytes) }),
    restify.plugins.jsonBodyParser({ bodyReader: true, mapParams: false }),
  ];
  for (const route of options.routes) {
    const reading = route.method === "get" || route.takesRaw ? [] : readBody(route);
    server[route.method](
      route.path,
      restify.plugins.queryParser({ mapParams: false }),
      ...reading,
      answerWith(route, options),
    );
  }
  server.opts("/*", async (_request, response) => sendAnswer(response, {}));
  if (options.webFolder !== undefined && existsSync(join(options.webFolder, "index.html"))) {
    servePages(server, options.webFolder, { secure, tell: options.tell });
  }
  return toHttp(server, { log: options.log, closeStreams: serveStreams(server.server, options) });
}

function toHttp(
  server: restify.Server,
  { log, closeStreams }: { readonly log: FaultLog; readonly closeStreams: () => void },
): Http {
  const connections = new Set<Socket>();
  server.server.on("connection", (connection: Socket) => {
    connections.add(connection);
    connection.once("close", () => connections.delete(connection));
  });
  return {
    server: server.server,
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        // restify repeats what its server tells, and an error nobody hears would end the process: it stays heard.
        server.on("error", reject);
        server.listen(port, host, () => {
          boundConnections(server.server, { log, open: connections });
          const address = server.server.address();
          resolve(typeof address === "object" && address !== null ? address.port : port);
        });
      }),
    close: () =>
      new Promise((resolve) => {
        closeStreams();
        // A peer that does not read would hold its connection open long after it was told to go.
        const hurry = setTimeout(() => {
          for (const connection of connections) connection.destroy();
        }, closeWithinMs);
        server.server.close(() => {
          clearTimeout(hurry);
          resolve();
        });
        server.server.closeIdleConnections();
      }),
  };
}

function requestIdOf(response: restify.Response): string {
  return String(response.getHeader(requestIdHeader));
}

function answerWith(route: Route, options: HttpOptions) {
  const { trail } = options;
  const attributes = { "http.request.method": route.method.toUpperCase(), "http.route": route.path };
  const name = `${attributes["http.request.method"]} ${route.path}`;
  const answer = answerFrom(route, options);
  // restify tells handlers without a callback by their being async functions.
  return async (request: restify.Request, response: restify.Response): Promise<void> =>
    trail.follow(requestIdOf(response), async () => {
      const startedAt = performance.now();
      await trail.span(name, attributes, () => answer(request, response));
      options.took(route, response.statusCode, performance.now() - startedAt);
    });
}

function answerFrom(route: Route, options: HttpOptions) {
  return async (request: restify.Request, response: restify.Response): Promise<void> => {
    try {
      sendAnswer(response, await route.run(await toCall(request, route, options)));
    } catch (error) {
      refuse(error, { request, response, where: `${route.method} ${route.path}` }, options);
    } finally {
      if (route.takesRaw) drain(request);
    }
  };
}

function refuse(
  error: unknown,
  asked: { readonly request: restify.Request; readonly response: restify.Response; readonly where: string },
  options: HttpOptions,
): void {
  const { request, response, where } = asked;
  const context = { ...options, where, requestId: requestIdOf(response), ...telling(request, options) };
  sendAnswer(response, options.shape(request.path(), toErrorAnswer(error, context)));
}

async function toCall(
  request: restify.Request,
  route: Route,
  options: HttpOptions,
): Promise<Call<unknown, unknown>> {
  const { headers } = request;
  const token =
    bearer(headers.authorization) ??
    (isSameOrigin(headers) || request.method === "GET" ? readSessionCookie(headers.cookie) : undefined);
  const principal = token === undefined ? undefined : await options.authenticate(token);
  const address = options.addressOf({
    remoteAddress: request.socket.remoteAddress,
    forwardedFor: [headers["x-forwarded-for"]].flat().join(",") || undefined,
  });
  if (!(await options.admits({ principal, address }, route.path))) {
    throw new AppError("request/too-many", "Too many at once; please wait a moment.");
  }
  const admitted = admit(route, principal);
  const query: Record<string, string> = { ...request.query };
  return {
    principal: admitted,
    token,
    params: { ...request.params },
    query,
    body: route.takesRaw ? undefined : request.body,
    stream: rawBody(request),
    locale: localeOf(request),
    address,
    headers,
  };
}

function localeOf({ query, headers }: Pick<restify.Request, "query" | "headers">): Locale {
  // A query can carry lists and objects where a word is meant; this runs before any schema has looked.
  const asked: unknown = query?.locale;
  const chosen = typeof asked === "string" ? toLocale(asked) : undefined;
  return chosen ?? toLocale(headers["accept-language"]) ?? "en";
}

function telling(request: restify.Request, { tell }: Pick<HttpOptions, "tell">) {
  return { tell: (body: ErrorBody) => tell(body, localeOf(request)) };
}

function bearer(header: string | undefined): string | undefined {
  return header?.match(/^Bearer ([\w.~+/=-]+)$/i)?.[1];
}

function servePages(
  server: restify.Server,
  folder: string,
  { secure, tell }: { readonly secure: Secure; readonly tell: TellError },
): void {
  const page = createPage(folder);
  for (const path of pagePaths) {
    server.get(path, async (request, response) => {
      const nonce = newNonce();
      secure(request, response, nonce);
      sendAnswer(response, page(nonce));
    });
  }
  const files = createFiles(folder);
  server.get("/*", async (request, response) => {
    const file = files({ path: request.path(), headers: request.headers });
    if (file !== undefined) return sendAnswer(response, file);
    const nonce = newNonce();
    secure(request, response, nonce);
    sendAnswer(
      response,
      lost(request.headers.accept, () => page(nonce), telling(request, { tell }).tell),
    );
  });
}
