import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

export interface Lies {
  /** Put over the claims of an honest ID token; `undefined` takes one out. */
  claims?: Readonly<Record<string, unknown>>;
  /** Signed with a key that the provider does not show. */
  foreignKey?: boolean;
  /** The `alg` of a token without a signature. */
  unsigned?: boolean;
  /** What the token endpoint answers in place of tokens. */
  status?: number;
  /** Added to the address to which the browser is sent back. */
  back?: Readonly<Record<string, string>>;
  /** Added to what it says of itself. */
  metadata?: Readonly<Record<string, unknown>>;
  userInfo?: Readonly<Record<string, unknown>>;
}

export interface LyingProvider {
  readonly issuer: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What it does wrong from now on; nothing when empty. */
  lies: Lies;
  /** What an honest one says of the person who logs in next. */
  person: Readonly<Record<string, unknown>>;
  /** A log-out token as its wishes are: honest but for what is said here. */
  logOutToken(
    claims: Readonly<Record<string, unknown>>,
    how?: { foreignKey?: boolean; typ?: string },
  ): Promise<string>;
  close(): Promise<void>;
}

const clientId = "desk";
export const logOutEvent = "http://schemas.openid.net/event/backchannel-logout";

/** An identity provider that signs what it is told: for what an honest one never sends. It logs everybody in at once. */
export async function startLyingProvider(): Promise<LyingProvider> {
  const [own, foreign] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const jwk = { ...(await exportJWK(own.publicKey)), kid: "own", alg: "RS256", use: "sig" };
  const nonces = new Map<string, string>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const sign = (claims: Record<string, unknown>, { foreignKey = false, typ = "JWT" } = {}) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256", kid: "own", typ })
      .sign(foreignKey ? foreign.privateKey : own.privateKey);
  const seconds = () => Math.floor(Date.now() / 1000);

  async function idToken(nonce: string): Promise<string> {
    const honest = {
      iss: issuer,
      aud: clientId,
      iat: seconds(),
      exp: seconds() + 300,
      nonce,
      ...provider.person,
    };
    const claims = JSON.parse(JSON.stringify({ ...honest, ...provider.lies.claims })) as Record<
      string,
      unknown
    >;
    if (provider.lies.unsigned) {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
      return `${part({ alg: "none" })}.${part(claims)}.`;
    }
    return sign(claims, { foreignKey: provider.lies.foreignKey ?? false });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", issuer);
    const json = (body: object, status = 200) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    const { lies } = provider;
    switch (url.pathname) {
      case "/.well-known/openid-configuration":
        return json({
          issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/jwks`,
          userinfo_endpoint: `${issuer}/me`,
          response_types_supported: ["code"],
          subject_types_supported: ["public"],
          id_token_signing_alg_values_supported: ["RS256"],
          ...lies.metadata,
        });
      case "/jwks":
        return json({ keys: [jwk] });
      case "/auth": {
        const code = randomUUID();
        nonces.set(code, url.searchParams.get("nonce") ?? "");
        const back = new URL(url.searchParams.get("redirect_uri") ?? "");
        const state = url.searchParams.get("state") ?? "";
        for (const [name, value] of Object.entries({ code, state, ...lies.back }))
          back.searchParams.set(name, value);
        response.writeHead(302, { location: back.href });
        response.end();
        return;
      }
      case "/token": {
        const body = new URLSearchParams(await read(request));
        if (lies.status !== undefined) return json({ error: "server_error" }, lies.status);
        const token = await idToken(nonces.get(body.get("code") ?? "") ?? "");
        return json({ access_token: "a", token_type: "Bearer", expires_in: 60, id_token: token });
      }
      case "/me":
        return json(lies.userInfo ?? { sub: provider.person.sub });
      default:
        return json({}, 404);
    }
  }

  const provider: LyingProvider = {
    issuer,
    environment: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: clientId,
      OIDC_CLIENT_SECRET: "s",
      OIDC_NAME: "Liar",
    },
    lies: {},
    person: {},
    logOutToken: (claims, how = {}) => {
      const honest = {
        iss: issuer,
        aud: clientId,
        iat: seconds(),
        jti: randomUUID(),
        events: { [logOutEvent]: {} },
      };
      return sign(JSON.parse(JSON.stringify({ ...honest, ...claims })), { typ: "logout+jwt", ...how });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return provider;
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
