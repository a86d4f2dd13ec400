import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import helmet from "helmet";

export interface SecureOptions {
  /** Origins that may embed the widget and call the API, beside the desk's own. */
  readonly allowedOrigins: () => readonly string[];
  /** The desk is reached by https: browsers are told to stay there. */
  readonly isHttps: boolean;
}

/** The `x-` ones are sent by clients of Direct Line. */
const allowedHeaders =
  "authorization, content-type, idempotency-key, if-match, if-none-match, x-ms-bot-agent, x-requested-with";

export type Secure = (request: IncomingMessage, response: ServerResponse, nonce?: string) => void;

/** Sets the security headers of every answer: scripts and styles only of our own, nobody frames the desk. */
export function createSecure(options: SecureOptions): Secure {
  return (request, response, nonce) => {
    const setHeaders = helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          "default-src": ["'self'"],
          "script-src": ["'self'"],
          "style-src": ["'self'", ...(nonce === undefined ? [] : [`'nonce-${nonce}'`])],
          "img-src": ["'self'", "data:", "blob:"],
          "font-src": ["'self'"],
          "connect-src": ["'self'"],
          "object-src": ["'none'"],
          "base-uri": ["'none'"],
          "form-action": ["'self'"],
          "frame-ancestors": ["'none'"],
          // Text becomes no markup and no script: web/app/shared/trusted-types.ts, and DOMPurify for articles.
          "require-trusted-types-for": ["'script'"],
          "trusted-types": ["deskhand", "dompurify", "default"],
        },
      },
      strictTransportSecurity: options.isHttps,
      // The widget is loaded by pages of other origins.
      crossOriginResourcePolicy: { policy: "cross-origin" },
      crossOriginEmbedderPolicy: false,
    });
    setHeaders(request, response, () => undefined);
    allowOrigin(request, response, options.allowedOrigins());
  };
}

export function newNonce(): string {
  return randomBytes(16).toString("base64");
}

/** Where clients of Direct Line send a cookie that is theirs; the desk's counts on none of its routes. */
const takesCredentials = /^\/v3\/directline\/session\//;

/** Foreign pages send a token, never the desk's cookie: credentials are not allowed across origins. */
function allowOrigin(request: IncomingMessage, response: ServerResponse, allowed: readonly string[]): void {
  const { origin } = request.headers;
  if (origin === undefined || !allowed.includes(origin)) return;
  response.setHeader("Access-Control-Allow-Origin", origin);
  response.setHeader("Access-Control-Allow-Headers", allowedHeaders);
  response.setHeader("Access-Control-Expose-Headers", "etag, idempotency-replayed, x-request-id");
  response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
  if (takesCredentials.test(request.url ?? "")) {
    response.setHeader("Access-Control-Allow-Credentials", "true");
  }
  response.setHeader("Vary", "Origin");
}

/**
 * Whether a browser sent this from one of our own pages. The cookie counts only then, so no other site can act in the
 * name of a person who is logged in (reliability S17, S18).
 */
export function isSameOrigin(headers: IncomingMessage["headers"]): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin, host } = headers;
  if (origin === undefined) return false;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Whether a page of this origin may open a socket: our own, one that is allowed, or a program that is no browser. */
export function isKnownOrigin(headers: IncomingMessage["headers"], allowed: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers["sec-fetch-site"] !== "cross-site";
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
