import type { LookupFunction } from "node:net";
import { checkAddress, createCall, reasonOf } from "../outgoing/index.js";

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

/** Sends to the outside, within the limits of `createCall`. Never rejects. */
export function createPost({ mayBePrivate, timeoutMs = withinMs, lookup }: PostOptions): Post {
  const call = createCall({ mayBePrivate, timeoutMs, answerBytesMost, lookup });
  return (posting, signal) =>
    call({ method: "POST", ...posting }, signal).then(
      ({ status }) => judge(status),
      (error: unknown) => ({ isTaken: false, reason: reasonOf(error) }),
    );
}

/** Throws `webhook/refused` where the desk sends nothing to this address. */
export function checkUrl(text: string, { mayBePrivate }: { readonly mayBePrivate: boolean }): void {
  checkAddress(text, { mayBePrivate, code: "webhook/refused" });
}

function judge(status: number): Posted {
  if (status >= 200 && status < 300) return { isTaken: true, status };
  const isRedirect = status >= 300 && status < 400;
  const reason = isRedirect ? "Redirects are not followed." : `The receiver answered ${status}.`;
  return { isTaken: false, status, reason };
}
