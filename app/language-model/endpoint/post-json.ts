import { lookup as resolve } from "node:dns";
import { request as requestByHttp } from "node:http";
import { request as requestByHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { publicOnly } from "../../outgoing/index.js";

/** Far more than a few sentences with everything around them. */
const answerBytesMost = 256 * 1024;

export interface Posting {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

export interface PostedJson {
  readonly status: number;
  readonly text: string;
}

export type PostJson = (posting: Posting, signal: AbortSignal) => Promise<PostedJson>;

/**
 * Sends JSON and reads the answer, as far as `answerBytesMost`. The address that was looked at is the one that is called;
 * redirects are not followed, proxies not used. Rejects with whatever went wrong; what the other side wrote stands in no
 * error, for it may repeat the key.
 */
export function createPostJson({
  mayBePrivate,
  lookup = resolve,
}: {
  readonly mayBePrivate: boolean;
  /** The names of hosts; for tests. */
  readonly lookup?: LookupFunction;
}): PostJson {
  return ({ address, headers, body }, signal) => {
    const request = address.startsWith("https:") ? requestByHttps : requestByHttp;
    const text = JSON.stringify(body);
    return new Promise((answered, failed) => {
      const sending = request(
        address,
        {
          method: "POST",
          headers: {
            ...headers,
            "Content-Type": "application/json",
            Accept: "application/json",
            "Content-Length": Buffer.byteLength(text),
          },
          lookup: mayBePrivate ? lookup : publicOnly(lookup),
          signal,
          agent: false,
        },
        (response) => {
          const chunks: Buffer[] = [];
          let bytes = 0;
          response.on("data", (chunk: Buffer) => {
            bytes += chunk.length;
            if (bytes > answerBytesMost) response.destroy(new Error("The answer is too long."));
            else chunks.push(chunk);
          });
          response.once("error", failed);
          response.once("end", () =>
            answered({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") }),
          );
        },
      );
      sending.once("error", failed);
      sending.end(text);
    });
  };
}
