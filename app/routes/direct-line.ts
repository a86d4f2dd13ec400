import { z } from "zod";
import type { WidgetDesk } from "../../config/index.js";
import { AppError } from "../../contract/index.js";
import { type Call, defineRoute, type Route } from "../../http/route.js";
import { isKnownOrigin, isSameOrigin } from "../../http/security.js";
import type { StreamRoute } from "../../http/streams.js";
import {
  activitySetSchema,
  browserSessionSchema,
  conversationAnswerSchema,
  type DirectLine,
  DirectLineRefusal,
  inTheirWords,
  localeOf,
  postedAnswerSchema,
  tokenAnswerSchema,
  toRefusal,
  userSchema,
} from "../direct-line/index.js";

export interface DirectLineRouteParts {
  readonly directLine: DirectLine;
}

export interface DirectLineStreamParts extends DirectLineRouteParts {
  readonly widget: Pick<WidgetDesk, "allowedOrigins">;
}

const base = "/v3/directline";

const user = userSchema.nullish();
const wishSchema = z
  .object({ user, User: user, trustedOrigins: z.array(z.string().max(300)).max(50).nullish() })
  .extend({ TrustedOrigins: z.array(z.string().max(300)).max(50).nullish() });
/** Clients that know no user send one without an id. */
const startSchema = z.object({
  user: userSchema.nullish().catch(undefined),
  locale: z.string().max(100).nullish().catch(undefined),
});

type AnyCall = Pick<Call<unknown, unknown>, "headers" | "query" | "params">;

/** Direct Line 3.0, by its published names; callers prove themselves by a secret or a token of its own. */
export function directLineRoutes({ directLine }: DirectLineRouteParts): Route[] {
  return [
    defineRoute({
      method: "post",
      path: `${base}/tokens/generate`,
      summary: "Direct Line: make a token for one conversation, with the secret",
      who: "anyone",
      answer: tokenAnswerSchema,
      handle: (call) =>
        inTheirWords(async () => {
          const wish = parse(wishSchema, call.body ?? {});
          const named = wish.user ?? wish.User ?? undefined;
          if (named !== undefined && !named.id.startsWith("dl_"))
            throw new DirectLineRefusal(400, "BadArgument", "The id of a user in a token begins with dl_");
          const origins = wish.trustedOrigins ?? wish.TrustedOrigins ?? undefined;
          const told = named === undefined ? undefined : { id: named.id, name: named.name ?? undefined };
          return { body: await directLine.generate(credentialOf(call), told, origins) };
        }),
    }),
    defineRoute({
      method: "post",
      path: `${base}/tokens/refresh`,
      summary: "Direct Line: renew a token before it ends",
      who: "anyone",
      answer: tokenAnswerSchema,
      handle: (call) => inTheirWords(async () => ({ body: await directLine.refresh(credentialOf(call)) })),
    }),
    defineRoute({
      method: "post",
      path: `${base}/conversations`,
      summary: "Direct Line: begin a conversation",
      who: "anyone",
      success: 201,
      answer: conversationAnswerSchema,
      handle: (call) =>
        inTheirWords(async () => {
          const said = parse(startSchema, call.body ?? {});
          const who = said.user ? { id: said.user.id, name: said.user.name ?? undefined } : undefined;
          const wish = { user: who, locale: localeOf(said.locale, call.locale) };
          const { isNew, answer } = await directLine.start(credentialOf(call), wish);
          return { status: isNew ? 201 : 200, body: answer };
        }),
    }),
    defineRoute({
      method: "get",
      path: `${base}/conversations/:id`,
      summary: "Direct Line: come back to a conversation, from a watermark on",
      who: "anyone",
      answer: conversationAnswerSchema,
      handle: (call) =>
        inTheirWords(async () => ({
          body: await directLine.reconnect(credentialOf(call), call.params.id, watermarkOf(call)),
        })),
    }),
    defineRoute({
      method: "get",
      path: `${base}/conversations/:id/activities`,
      summary: "Direct Line: what is new after a watermark",
      who: "anyone",
      answer: activitySetSchema,
      handle: (call) =>
        inTheirWords(async () => ({
          body: await directLine.activities(credentialOf(call), call.params.id, watermarkOf(call)),
        })),
    }),
    defineRoute({
      method: "post",
      path: `${base}/conversations/:id/activities`,
      summary: "Direct Line: say something",
      who: "anyone",
      answer: postedAnswerSchema,
      handle: (call) =>
        inTheirWords(async () => ({
          body: await directLine.post(credentialOf(call), call.params.id, call.body),
        })),
    }),
    defineRoute({
      method: "post",
      path: `${base}/conversations/:id/upload`,
      summary: "Direct Line: send files, with or without an activity",
      who: "anyone",
      takesRaw: true,
      answer: postedAnswerSchema,
      handle: (call) =>
        inTheirWords(async () => {
          const { address, headers, stream } = call;
          const { userId } = parse(z.object({ userId: z.string().max(200).optional() }), call.query);
          const request = { address, headers, stream, userId };
          return { body: await directLine.upload(credentialOf(call), call.params.id, request) };
        }),
    }),
    defineRoute({
      method: "get",
      path: `${base}/session/getsessionid`,
      summary: "Direct Line: the session of the browser, for signing in without a code",
      who: "anyone",
      answer: browserSessionSchema,
      handle: (call) =>
        inTheirWords(async () => {
          const cookies = typeof call.headers.cookie === "string" ? call.headers.cookie : undefined;
          const { sessionId, cookie } = await directLine.browserSession({ ...credentialOf(call), cookies });
          return { headers: { "Set-Cookie": cookie, "Cache-Control": "no-store" }, body: { sessionId } };
        }),
    }),
  ];
}

/** The line on which a conversation's news come by themselves. */
export function directLineStreams({ directLine, widget }: DirectLineStreamParts): StreamRoute[] {
  return [
    {
      path: /^\/v3\/directline\/conversations\/(?<id>[\w-]{1,100})\/stream$/,
      open: async ({ params, query, headers }) => {
        if (!isSameOrigin(headers) && !isKnownOrigin(headers, widget.allowedOrigins()))
          throw new AppError("request/foreign-origin", "The token does not allow this.");
        const credential = query.t || bearer(headers.authorization);
        try {
          return await directLine.openStream(
            { credential, origin: headers.origin },
            params.id,
            query.watermark,
          );
        } catch (error) {
          throw inOurWords(error);
        }
      },
    },
  ];
}

/** An upgrade is refused with a number alone. */
function inOurWords(error: unknown): unknown {
  switch (toRefusal(error)?.status) {
    case undefined:
      return error;
    case 401:
      return new AppError("session/required", "Please log in first.");
    case 404:
      return new AppError("conversation/not-found", "There is no such conversation of yours.");
    case 429:
      return new AppError("request/too-many", "Too many at once; please wait a moment.");
    default:
      return new AppError("access/denied", "The token does not allow this.");
  }
}

function credentialOf({ headers }: AnyCall) {
  const { origin } = headers;
  return {
    credential: bearer(headers.authorization),
    origin: typeof origin === "string" ? origin : undefined,
  };
}

/** The cookie of the desk's own pages says nothing here. */
function bearer(header: string | string[] | undefined): string | undefined {
  return typeof header === "string" ? /^Bearer (\S+)$/i.exec(header)?.[1] : undefined;
}

function watermarkOf({ query }: AnyCall): string | undefined {
  return z.object({ watermark: z.string().optional() }).safeParse(query).data?.watermark;
}

function parse<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DirectLineRefusal(400, "BadArgument", `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`);
}
