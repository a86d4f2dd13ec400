import { generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { SignJWT } from "jose";

export const appId = "1c1b0c4e-8b8e-4a6f-9a53-3f6f8a3f0d10";
export const issuer = "https://api.botframework.test";

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** What the connector does with the next posts; each answer is used once, `take` afterwards. */
export type ConnectorAnswer =
  | "take"
  | "hang"
  | "take-then-hang"
  | "take-with-rubbish"
  | { status: number; retryAfter?: number };

export interface Posted {
  readonly conversationId: string;
  readonly authorization: string;
  readonly activity: Record<string, unknown>;
  readonly text: string;
}

export interface FakeCloud {
  readonly url: string;
  readonly serviceUrl: string;
  readonly publicKey: KeyObject;
  readonly posted: Posted[];
  /** Every request that reached the connector, taken or not. */
  readonly calls: () => number;
  answerNext(...answers: ConnectorAnswer[]): void;
  /** Resolves when `count` activities were taken. */
  took(count: number): Promise<void>;
  /** Resolves when `count` requests have come, whatever became of them. */
  called(count: number): Promise<void>;
  token(
    claims?: Record<string, unknown>,
    options?: { key?: KeyObject; kid?: string; alg?: string },
  ): Promise<string>;
  close(): Promise<void>;
}

/** A Bot Framework cloud on loopback: OpenID metadata and keys, a login service, and a connector that keeps what it gets. */
export async function startFakeCloud(endorsements: readonly string[] = ["msteams"]): Promise<FakeCloud> {
  const posted: Posted[] = [];
  const answers: ConnectorAnswer[] = [];
  const watchers = new Set<() => void>();
  let calls = 0;
  let url = "";

  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    if (path === "/openid") return json(response, { issuer, jwks_uri: `${url}/keys` });
    if (path === "/silence") return;
    if (path === "/keys") {
      const { kty, n, e } = publicKey.export({ format: "jwk" });
      return json(response, { keys: [{ kid: "key-1", use: "sig", kty, n, e, endorsements }] });
    }
    if (path === "/tenant/oauth2/v2.0/token")
      return json(response, { access_token: "token-of-the-bot", expires_in: 3600 });
    const match = /^(?:\/channel)?\/+v3\/conversations\/([^/]+)\/activities$/.exec(path);
    if (match === null) return json(response, { error: "no such place" }, 404);
    const activity = JSON.parse(await readBody(request));
    const answer = answers.shift() ?? "take";
    if (typeof answer === "string" && answer.startsWith("take")) {
      posted.push({
        conversationId: decodeURIComponent(match[1] ?? ""),
        authorization: request.headers.authorization ?? "",
        activity,
        text: String(activity.text),
      });
    }
    calls++;
    for (const look of watchers) look();
    if (answer === "hang" || answer === "take-then-hang") return;
    if (answer === "take-with-rubbish") {
      // Not chained: a framework in the same process may have put its own method here, which answers nothing.
      response.writeHead(201);
      return void response.write("<html>");
    }
    if (answer === "take") return json(response, { id: randomUUID() });
    if (answer.retryAfter !== undefined) response.setHeader("retry-after", answer.retryAfter);
    return json(response, { error: "not now" }, answer.status);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${portOf(server.address())}`;

  const until = (isTrue: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isTrue()) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });

  return {
    url,
    serviceUrl: `${url}/channel/`,
    publicKey,
    posted,
    calls: () => calls,
    answerNext: (...next) => void answers.push(...next),
    took: (count) => until(() => posted.length >= count),
    called: (count) => until(() => calls >= count),
    token: async (claims = {}, { key = privateKey, kid = "key-1", alg = "RS256" } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const usual = { iss: issuer, aud: appId, serviceurl: `${url}/channel/`, nbf: now - 10, exp: now + 600 };
      const jwt = new SignJWT({ ...usual, ...claims }).setProtectedHeader({ alg, kid, typ: "JWT" });
      return `Bearer ${await jwt.sign(key)}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}

function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}
