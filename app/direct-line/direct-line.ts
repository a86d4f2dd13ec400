import type { ChannelOptions } from "../../bot/channel/index.js";
import { type Initiation, readInitiation } from "../../bot/handoff-protocol/index.js";
import type { ApiTokens } from "../../config/index.js";
import { AppError, type Locale, toLocale } from "../../contract/index.js";
import type { ChannelLinks, Conversations, Files } from "../../conversation/index.js";
import type { StreamLine } from "../../http/streams.js";
import { type Bell, newId } from "../../store/index.js";
import type { Limits } from "../limits.js";
import type { ConversationAnswer, TokenAnswer } from "./answers.js";
import { toBrowserSession } from "./browser-session.js";
import { type DirectLineCaller, findCaller, requireTalk, type TalkKey } from "./callers.js";
import { createLines } from "./lines.js";
import { parsePlace } from "./place.js";
import { type Posted, parsePosted } from "./posted.js";
import { type ActivitySet, readTalk } from "./read-talk.js";
import { readUpload, type UploadRequest } from "./read-upload.js";
import { DirectLineRefusal } from "./refusals.js";
import { headOf } from "./shown.js";
import { type PutFiles, type TakeParts, takeMessage } from "./take-posted.js";
import { createTalks, type Talk, type TalkParts } from "./talks.js";
import { createTokens, type TalkUser, tokenSeconds } from "./tokens.js";
import { createTypists } from "./typists.js";

export interface DirectLineOptions
  extends Omit<TalkParts, "conversations" | "links">,
    Omit<TakeParts, "talks"> {
  readonly conversations: Conversations;
  readonly links: ChannelLinks;
  readonly apiTokens: ApiTokens;
  readonly files: Pick<Files, "keysOf" | "upload" | "maxBytes">;
  readonly limits: Limits;
  readonly bell: Bell;
  readonly handedOver: ChannelOptions["handedOver"];
  /** Of pages that may talk to the desk. */
  readonly allowedOrigins: () => readonly string[];
  readonly baseUrl: () => string;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}

/** What tells who calls. */
export interface Credential {
  readonly credential: string | undefined;
  readonly origin: string | undefined;
}

export type DirectLine = ReturnType<typeof createDirectLine>;

/**
 * Direct Line 3.0 on the desk's own log: what Web Chat and other clients of the Bot Framework speak, without any
 * service of somebody else in between. All verbs throw `DirectLineRefusal` or `AppError`.
 */
export function createDirectLine(options: DirectLineOptions) {
  const { apiTokens, baseUrl, now } = options;
  const tokens = createTokens({ apiTokens, now });
  const talks = createTalks(options);
  const taking = { ...options, talks };
  const lines = createLines({
    ...options,
    isLive: async (site) => (await apiTokens.keyOf(site, "direct-line")) !== undefined,
  });
  const typists = createTypists();
  const callerOf = (given: Credential) => findCaller({ apiTokens, tokens }, given);

  async function toToken(caller: DirectLineCaller, talkId: string): Promise<TokenAnswer> {
    const granted = caller.kind === "token" ? caller : { user: undefined, origins: undefined };
    const { user, origins } = granted;
    const token = await tokens.sign({ site: caller.site, talkId, user, origins });
    return { conversationId: talkId, token, expires_in: tokenSeconds };
  }

  async function toConversation(
    caller: DirectLineCaller,
    talkId: string,
    watermark: string | undefined,
  ): Promise<ConversationAnswer> {
    const answer = await toToken(caller, talkId);
    const query = new URLSearchParams({ ...(watermark ? { watermark } : {}), t: answer.token });
    const base = baseUrl().replace(/^http/, "ws");
    return { ...answer, streamUrl: `${base}/v3/directline/conversations/${talkId}/stream?${query}` };
  }

  async function post(key: TalkKey, body: unknown, putFiles?: PutFiles): Promise<{ readonly id: string }> {
    const posted = parsePosted(body);
    const talk = await talks.find(key);
    const initiation = readInitiation(posted, localeOf(posted.locale ?? talk.reference.locale, "en"));
    if (initiation !== undefined) return initiate(talk, posted, initiation);
    if (posted.type === "typing") await typists.heard(options.limits, talk);
    // What is no message is kept nowhere; its sender is told that it has arrived.
    if (posted.type !== "message") return { id: `${key.talkId}|${newId()}` };
    await talks.name(talk, posted.from ?? undefined);
    const taken = await takeMessage(taking, talk, posted, putFiles);
    if (taken.status === "stored" && taken.isNewPart) lines.grown(key);
    if (taken.status === "heard") {
      const { user } = talk.reference;
      const { id, text } = taken;
      const from = { id: user.id, name: user.name, role: "user" as const };
      // Clients wait for the echo of what they have sent; this one does not come from the log.
      const { channelData = undefined } = posted.channelData ? { channelData: posted.channelData } : {};
      lines.pass(key, {
        ...headOf(key, now()),
        type: "message",
        id,
        from,
        text,
        ...(channelData ? { channelData } : {}),
      });
    }
    return { id: taken.id };
  }

  /** A bot elsewhere hands its person over to the desk, and talks for them from here on. */
  async function initiate(
    talk: Talk,
    posted: Posted,
    initiation: Initiation,
  ): Promise<{ readonly id: string }> {
    const locale = localeOf(posted.locale ?? talk.reference.locale, "en");
    const causeId = `${talk.talkId}:${posted.id ?? newId()}`;
    const { id: conversationId } = await talks.goOn(talk, locale);
    if (talk.parts.every((part) => part.conversationId !== conversationId)) lines.grown(talk);
    const { accountId } = talk.person;
    await options.handedOver({ conversationId, accountId, locale, initiation, causeId });
    return { id: `${talk.talkId}|${posted.id ?? newId()}` };
  }

  return {
    generate: async (
      given: Credential,
      user: TalkUser | undefined,
      origins: readonly string[] | undefined,
    ) => {
      const caller = await callerOf(given);
      if (caller.kind === "token")
        throw new DirectLineRefusal(403, "Forbidden", "Tokens are made with the secret");
      const talkId = newId();
      const token = await tokens.sign({ site: caller.site, talkId, user, origins });
      return { conversationId: talkId, token, expires_in: tokenSeconds };
    },
    refresh: async (given: Credential) => {
      const caller = await callerOf(given);
      if (caller.kind === "secret")
        throw new DirectLineRefusal(400, "BadArgument", "A secret needs no refresh");
      return toToken(caller, caller.talkId);
    },
    start: async (
      given: Credential,
      said: { readonly user: TalkUser | undefined; readonly locale: Locale },
    ) => {
      const caller = await callerOf(given);
      const granted = caller.kind === "token" ? caller.user : undefined;
      if (granted === undefined && said.user?.id.startsWith("dl_"))
        throw new DirectLineRefusal(
          400,
          "BadArgument",
          "A user id that begins with dl_ must stand in the token",
        );
      const key = { site: caller.site, talkId: caller.kind === "token" ? caller.talkId : newId() };
      const status = await talks.start({
        ...key,
        user: granted ?? said.user,
        isVouched: granted !== undefined,
        locale: said.locale,
      });
      return { isNew: status === "started", answer: await toConversation(caller, key.talkId, undefined) };
    },
    reconnect: async (given: Credential, id: string | undefined, watermark: string | undefined) => {
      const caller = await callerOf(given);
      const key = requireTalk(caller, id);
      await talks.find(key);
      return toConversation(caller, key.talkId, watermark);
    },
    post: async (given: Credential, id: string | undefined, body: unknown) =>
      post(requireTalk(await callerOf(given), id), body),
    activities: async (
      given: Credential,
      id: string | undefined,
      watermark: string | undefined,
    ): Promise<ActivitySet> => {
      const key = requireTalk(await callerOf(given), id);
      await talks.find(key);
      return (await readTalk(options, key, parsePlace(watermark))).set;
    },
    upload: async (
      given: Credential,
      id: string | undefined,
      { address, ...request }: UploadRequest & { readonly address: string },
    ) => {
      const key = requireTalk(await callerOf(given), id);
      const { person } = await talks.find(key);
      if (!(await options.limits.upload({ principal: person, address })))
        throw new AppError("request/too-many", "These are many files at once. Please wait a minute.");
      const { posted, files } = await readUpload(request, options.files.maxBytes);
      return post(key, posted, async (conversationId, messageName) => {
        const ids: string[] = [];
        for (const [at, { name, bytes }] of files.entries()) {
          const requestId = `${messageName}:${at}`;
          const file = { conversationId, name, requestId, bytes: toStream(bytes) };
          ids.push((await options.files.upload(person, file)).fileId);
        }
        return ids;
      });
    },
    browserSession: async (given: Credential & { readonly cookies: string | undefined }) =>
      toBrowserSession(await callerOf(given), given, options.allowedOrigins()),
    /** Refuses, or answers what to do with the line once it is open. */
    openStream: async (given: Credential, id: string | undefined, watermark: string | undefined) => {
      const key = requireTalk(await callerOf(given), id);
      await talks.find(key);
      if (!lines.hasRoom(key))
        throw new DirectLineRefusal(429, "TooManyRequests", "Too many lines to one talk");
      return (line: StreamLine) => lines.open(key, parsePlace(watermark), line);
    },
    showTyping: lines.showTyping,
    /** Told of people of talks who type; answers how to stop it. */
    onTyping: typists.onTyping,
    /** Finds what no bell told, and ends the lines of those who may not listen any more; run it every second. */
    look: async () => {
      await lines.endRevoked();
      await lines.look();
    },
  };
}

async function* toStream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export function localeOf(text: string | null | undefined, otherwise: Locale): Locale {
  return toLocale(text ?? undefined) ?? otherwise;
}
