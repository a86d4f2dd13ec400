import { lookup as resolve } from "node:dns";
import { request as requestByHttp } from "node:http";
import { request as requestByHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { checkAddress, publicOnly } from "./check-address.js";

export interface Calling {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | undefined;
}

export interface Called {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export type Call = (calling: Calling, signal?: AbortSignal) => Promise<Called>;

export interface CallOptions {
  /** Receivers may stand on this machine and in networks around it, and be reached without TLS. */
  readonly mayBePrivate: boolean;
  /** From the first look for the address to the last byte of the answer. */
  readonly timeoutMs: number;
  /** Who sends more than this is cut off. */
  readonly answerBytesMost: number;
  /** The names of hosts; for tests. */
  readonly lookup?: LookupFunction | undefined;
}

/**
 * Calls the outside. The address that was looked at is the one that is called: a name that points elsewhere a moment
 * later gains nothing. Redirects are not followed, proxies not used. Rejects with words for admins when there is no
 * whole answer: an `AppError` when nothing was sent because of where it would have gone.
 */
export function createCall(options: CallOptions): Call {
  const { mayBePrivate, timeoutMs, lookup = resolve } = options;
  return async (calling, signal) => {
    const limit = AbortSignal.timeout(timeoutMs);
    checkAddress(calling.url, { mayBePrivate, code: "webhook/refused" });
    try {
      return await send(calling, {
        lookup: mayBePrivate ? lookup : publicOnly(lookup),
        signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
        answerBytesMost: options.answerBytesMost,
      });
    } catch (error) {
      if (limit.aborted) throw new Error(`No answer within ${timeoutMs / 1000} seconds.`, { cause: error });
      throw error;
    }
  };
}

function send(
  { method, url, headers, body }: Calling,
  options: {
    readonly lookup: LookupFunction;
    readonly signal: AbortSignal;
    readonly answerBytesMost: number;
  },
): Promise<Called> {
  const { lookup, signal, answerBytesMost } = options;
  const request = url.startsWith("https:") ? requestByHttps : requestByHttp;
  const length = body === undefined ? {} : { "Content-Length": Buffer.byteLength(body) };
  return new Promise((resolveCalled, reject) => {
    const sending = request(
      url,
      { method, headers: { ...headers, ...length }, lookup, signal, agent: false },
      (response) => {
        const { statusCode: status = 0, headers: answered } = response;
        const parts: Buffer[] = [];
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > answerBytesMost) response.destroy(new Error("The answer is too long."));
          else parts.push(chunk);
        });
        response.once("error", reject);
        response.once("end", () => resolveCalled({ status, headers: answered, body: Buffer.concat(parts) }));
      },
    );
    sending.once("error", reject);
    sending.end(body);
  });
}

/** What went wrong, short enough to be kept. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.slice(0, 300) || "The connection failed.";
}
