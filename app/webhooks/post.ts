import { lookup as resolve } from "node:dns";
import { request as requestByHttp } from "node:http";
import { request as requestByHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { AppError } from "../../contract/index.js";
import { isPublicAddress } from "./public-address.js";

/** From the first look for the address to the last byte of the answer. */
const withinMs = 10_000;
/** Of an answer nothing is used; who sends more than this is cut off. */
const answerBytesMost = 64 * 1024;

export type Posted =
  | { readonly isTaken: true; readonly status: number }
  | { readonly isTaken: false; readonly status?: number; readonly reason: string };

export interface Posting {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Post = (posting: Posting, signal?: AbortSignal) => Promise<Posted>;

export interface PostOptions {
  /** Receivers may stand on this machine and in networks around it, and be reached without TLS. */
  readonly mayBePrivate: boolean;
  readonly timeoutMs?: number;
  /** The names of hosts; for tests. */
  readonly lookup?: LookupFunction;
}

/**
 * Sends to the outside. The address that was looked at is the one that is called: a name that points elsewhere a moment
 * later gains nothing. Redirects are not followed, proxies not used. Never rejects.
 */
export function createPost({ mayBePrivate, timeoutMs = withinMs, lookup = resolve }: PostOptions): Post {
  return (posting, signal) => {
    const limit = AbortSignal.timeout(timeoutMs);
    const run = async (): Promise<Posted> => {
      checkUrl(posting.url, { mayBePrivate });
      return send(posting, {
        lookup: mayBePrivate ? lookup : publicOnly(lookup),
        signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
      });
    };
    return run().catch((error: unknown) => ({
      isTaken: false,
      reason: limit.aborted ? `No answer within ${timeoutMs / 1000} seconds.` : reasonOf(error),
    }));
  };
}

/** Throws `webhook/refused` where the desk sends nothing to this address. Names are looked up when something is sent. */
export function checkUrl(text: string, { mayBePrivate }: { readonly mayBePrivate: boolean }): void {
  if (!URL.canParse(text)) throw refused("This is no address.");
  const { protocol, username, password, hostname } = new URL(text);
  if (protocol !== "https:" && !(mayBePrivate && protocol === "http:")) {
    throw refused("The address must begin with https://.");
  }
  if (username !== "" || password !== "") {
    throw refused("The address must not carry a name or a password.");
  }
  // The parser has turned every way to write an IPv4 address, decimal, octal or hexadecimal, into the plain one.
  const host = hostname.replace(/^\[|\]$/g, "");
  if (!mayBePrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw privateAddress();
}

function privateAddress(): AppError {
  return refused("The address belongs to this machine or to a private network.");
}

function refused(message: string): AppError {
  return new AppError("webhook/refused", message);
}

function send(
  { url, headers, body }: Posting,
  { lookup, signal }: { readonly lookup: LookupFunction; readonly signal: AbortSignal },
): Promise<Posted> {
  const request = url.startsWith("https:") ? requestByHttps : requestByHttp;
  return new Promise((resolvePosted, reject) => {
    const sending = request(
      url,
      {
        method: "POST",
        headers: { ...headers, "Content-Length": Buffer.byteLength(body) },
        lookup,
        signal,
        agent: false,
      },
      (response) => {
        const { statusCode: status = 0 } = response;
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > answerBytesMost) response.destroy(new Error("The answer is too long."));
        });
        response.once("error", reject);
        response.once("end", () => resolvePosted(judge(status)));
      },
    );
    sending.once("error", reject);
    sending.end(body);
  });
}

function judge(status: number): Posted {
  if (status >= 200 && status < 300) return { isTaken: true, status };
  const isRedirect = status >= 300 && status < 400;
  const reason = isRedirect ? "Redirects are not followed." : `The receiver answered ${status}.`;
  return { isTaken: false, status, reason };
}

/** Looks names up, and knows only addresses in the internet at large. One that is private among others refuses all. */
function publicOnly(lookup: LookupFunction): LookupFunction {
  return (host, options, done) => {
    lookup(host, options, (error, found, family) => {
      if (error !== null) return done(error, found, family);
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      if (addresses.length > 0 && addresses.every(isPublicAddress)) return done(null, found, family);
      done(privateAddress(), found, family);
    });
  };
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.slice(0, 300) || "The connection failed.";
}
