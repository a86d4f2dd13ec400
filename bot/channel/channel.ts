import { AppError } from "../../contract/index.js";
import type { ChannelReference } from "../../conversation/index.js";
import { type ChannelActivity, parseActivity } from "./activity.js";
import { createChannelAdapter, publicCloudIssuer } from "./adapter.js";
import type { BotIdentity } from "./credentials.js";
import { createIncoming, type IncomingOptions } from "./incoming.js";
import type { ChannelLog } from "./log.js";
import type { HandoffStatus } from "../handoff-protocol/index.js";
import type { OutgoingActivity } from "./outgoing.js";
import { createServiceUrlCheck, isLoopbackHost } from "./service-url.js";
import { findTokenFault } from "./token.js";

/** Below what the connectors of channels wait before they send again. */
const usualAnswerWithinMs = 9000;

export interface ChannelOptions extends BotIdentity, IncomingOptions {
  readonly openIdMetadataUrl?: string | undefined;
  /** Issuer of the channels' tokens; the public cloud's when absent. */
  readonly tokenIssuer?: string | undefined;
  /** Address prefixes of the channels that the desk answers to. */
  readonly serviceUrls: readonly string[];
  /** The server listens on loopback only. */
  readonly onLoopback: boolean;
  /** Time limit of each step of a call to a channel. */
  readonly timeoutMs?: number | undefined;
  /** After which a request is answered, done or not. */
  readonly answerWithinMs?: number | undefined;
  readonly now: () => number;
  readonly log: ChannelLog;
}

export interface ChannelRequest {
  readonly method: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As parsed from JSON. */
  readonly body: unknown;
}

export interface ChannelAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Channel {
  /**
   * Takes what a Bot Framework channel posts. Answers in about ten seconds at most and never throws: 200 taken, 400 not an
   * activity, 401 and 403 not a channel of ours, 503 to be sent again (S21–S23, F28).
   */
  receive(request: ChannelRequest): Promise<ChannelAnswer>;
  /** Posts to a conversation of a channel whose address is still allowed; throws `ConnectorError` otherwise. */
  post(reference: ChannelReference, activity: OutgoingActivity | HandoffStatus): Promise<void>;
}

/** The door of Bot Framework channels. Without an app id it opens to callers on this machine only. */
export function createChannel(options: ChannelOptions): Channel {
  const { appId, now, log } = options;
  const tokenIssuer = options.tokenIssuer ?? publicCloudIssuer;
  const allows = createServiceUrlCheck({ allowed: options.serviceUrls, isOpen: appId === undefined });
  const timeoutMs = options.timeoutMs ?? 10_000;
  const adapter = createChannelAdapter({
    bot: options,
    openIdMetadataUrl: options.openIdMetadataUrl,
    tokenIssuer,
    allows,
    timeoutMs,
    now,
  });
  const take = createIncoming(options);

  async function answer(request: ChannelRequest): Promise<ChannelAnswer> {
    if (request.method !== "POST") {
      throw new AppError("request/method-not-allowed", "Channels post activities here.");
    }
    if (appId === undefined) refuseStrangers(request, options.onLoopback);
    const parsed = parseActivity(request.body);
    if (!parsed.ok) throw new AppError("request/malformed", parsed.problem);
    const { activity } = parsed;
    if (!allows(activity.serviceUrl)) {
      throw new AppError("channel/refused", "The service URL is not one this desk answers to.");
    }
    await checkSender(request, activity);
    await take(activity);
    // An invoke waits for an answer of its own kind, and the desk has none to give.
    return { status: activity.type === "invoke" ? 501 : 200 };
  }

  async function checkSender(request: ChannelRequest, activity: ChannelActivity): Promise<void> {
    const header = oneOf(request.headers.authorization);
    if (appId !== undefined) {
      const { serviceUrl } = activity;
      const fault = findTokenFault(header, { appId, issuer: tokenIssuer, serviceUrl, now: now() });
      if (fault !== undefined) throw refusal(fault.status, fault.reason, activity);
    }
    const verdict = await adapter.authenticate(header ?? "", activity);
    if (verdict.status === "untrusted") throw refusal(403, verdict.reason, activity);
    if (verdict.status === "unavailable") {
      throw new AppError("server/busy", "The keys of the channel could not be read. Send it again later.");
    }
  }

  function refusal(status: 401 | 403, reason: string, { channelId, type }: ChannelActivity): AppError {
    log.warn({ channelId, type, reason }, "channel request refused");
    return status === 401
      ? new AppError("session/required", "A valid token of the channel is needed.")
      : new AppError("channel/refused", "The token does not allow this.");
  }

  return {
    receive: async (request) => {
      try {
        return await withinTime(answer(request), options.answerWithinMs ?? usualAnswerWithinMs);
      } catch (error) {
        if (!(error instanceof AppError)) log.error({ err: error }, "channel request failed");
        const shown =
          error instanceof AppError
            ? error
            : new AppError("server/failed", "The message could not be taken.");
        return { status: shown.status, body: { error: shown.toBody() } };
      }
    },
    post: (reference, activity) => adapter.post(reference, activity),
  };
}

/**
 * Without an app id nobody is known, so only this machine may call, and no web page: a page of anywhere can post to
 * loopback through its reader's browser, which says so by `Origin`, or by the name it was led to in `Host`.
 */
function refuseStrangers({ headers }: ChannelRequest, onLoopback: boolean): void {
  const host = oneOf(headers.host);
  const isLocalName = host === undefined || isLoopbackHost(host.replace(/:\d+$/, ""));
  if (onLoopback && isLocalName && headers.origin === undefined) return;
  throw new AppError("channel/refused", "Channels are off: no app id is configured.");
}

function oneOf(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === "string" ? header : header?.[0];
}

/** What is late goes on by itself; the channel sends again and finds it done. */
async function withinTime(work: Promise<ChannelAnswer>, limitMs: number): Promise<ChannelAnswer> {
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const busy = new AppError("server/busy", "The desk is busy. Send it again later.");
    clock = setTimeout(() => reject(busy), limitMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(clock));
}
