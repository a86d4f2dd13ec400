import { createQuickLimit, type LimitStore } from "../config/index.js";
import type { Principal } from "../contract/index.js";

/** Other requests are cheaper than messages, and pages make many of them on a reconnect. */
const othersPerMessage = 10;
/** More than anybody attaches by hand; each may be as large as the limit. */
const uploadsPerMinute = 30;
/** An office behind one address uploads, looks and logs in within the same minute. */
const uploadsPerAddress = 20;
const strangersPerPerson = 3;
/** One channel brings the messages of all its people from a few addresses, and proves itself at each. */
const channelsPerPerson = 30;

interface Comer {
  readonly principal: Pick<Principal, "accountId"> | undefined;
  /** From `clientAddress`, never from a header that a client can write. */
  readonly address: string;
}

/** How much one identity, and one address without an identity, may ask of all nodes together (reliability S31). */
export interface Limits {
  /** A request over a socket; messages are counted apart. */
  socket(person: Pick<Principal, "accountId">, name: string): Promise<boolean>;
  /** A request to this path. */
  request(comer: Comer, path: string): Promise<boolean>;
  upload(comer: Comer): Promise<boolean>;
}

/** For those who watch whether the desk lives; they ask often and from one address. */
const probes: readonly string[] = ["/healthz", "/readyz", "/metrics"];

export function createLimits(options: {
  readonly store: LimitStore;
  readonly messagesPerMinute: number;
  readonly requestsPerMinute: number;
}): Limits {
  const { messagesPerMinute, requestsPerMinute } = options;
  const limit = (name: string, points: number) =>
    createQuickLimit(options.store, { name, points, seconds: 60 });
  const messages = limit("message", messagesPerMinute);
  const others = limit("socket", messagesPerMinute * othersPerMessage);
  const people = limit("request", requestsPerMinute);
  const strangers = limit("stranger", requestsPerMinute * strangersPerPerson);
  const channels = limit("channel", requestsPerMinute * channelsPerPerson);
  const uploads = limit("upload", uploadsPerMinute);
  const uploadsFrom = limit("upload-address", uploadsPerMinute * uploadsPerAddress);
  return {
    socket: ({ accountId }, name) => (name === "message:send" ? messages : others)(accountId),
    request: async ({ principal, address }, path) => {
      if (probes.includes(path)) return true;
      if (principal !== undefined) return people(principal.accountId);
      return (path.startsWith("/api/v1/") ? strangers : channels)(address);
    },
    upload: async ({ principal, address }) =>
      (await uploads(principal?.accountId ?? address)) && uploadsFrom(address),
  };
}
