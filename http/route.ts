import type { z } from "zod";
import { type Locale, type Principal, parseRequested } from "../contract/index.js";

/** Who may call a route; every route says so, and anything else is refused before the handler runs. */
export type Audience = "anyone" | "person" | "staff" | "admin";

/** A request as handlers see it: parsed, and with the person behind it. */
export interface Call<Q, B> {
  /** There unless the route is for anyone. */
  readonly principal: Principal | undefined;
  /** The session's token, for logging out. */
  readonly token: string | undefined;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Q;
  readonly body: B;
  readonly locale: Locale;
  readonly address: string;
  /** The body as it comes, for routes that take it raw. */
  readonly stream: AsyncIterable<Uint8Array>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** Sent as JSON; nothing is sent when it is absent. */
  readonly body?: unknown;
  /** Sent as it is, in place of JSON. */
  readonly text?: { readonly type: string; readonly content: string | Buffer };
}

export interface RouteSpec<Q extends z.ZodType, B extends z.ZodType> {
  readonly method: "get" | "post" | "put" | "patch" | "del";
  readonly path: string;
  readonly summary: string;
  readonly who: Audience;
  /** Guests may call it too; a route that does not say so refuses them. */
  readonly forGuests?: true;
  readonly query?: Q;
  readonly body?: B;
  /** Where bodies may be larger than elsewhere; bytes. */
  readonly maxBodyBytes?: number;
  /** The body is no JSON and is not read ahead: the handler takes it as it comes. */
  readonly takesRaw?: boolean;
  /**
   * Whether each use is an administrative act to be recorded. Left out, every write of admins is; "never" is for what
   * changes nothing, "always" for what others than admins may administer.
   */
  readonly audit?: "always" | "never";
  /** The answer carries a secret: it is kept nowhere, so that a repeat cannot be answered with it. */
  readonly tellsSecret?: true;
  /** Versions of what stands there are the handler's own: it gives the ETag, and holds to If-Match. */
  readonly hasVersions?: true;
  /** What is answered when all went well: 201 where something was made, 204 without a body, 302 where browsers are sent on; 200 when left out. */
  readonly success?: 201 | 202 | 204 | 302;
  /** The media types of a good answer that is no JSON. */
  readonly sends?: readonly string[];
  /** What a good answer carries, for the description of the API. */
  readonly answer?: z.ZodType;
  /** Takes the body unparsed by schema; for protocols that are not ours. */
  readonly handle: (call: Call<z.infer<Q>, z.infer<B>>) => Promise<Answer>;
}

/** A route whose query and body are parsed by their schemas before its handler runs. */
export interface Route {
  readonly method: RouteSpec<z.ZodType, z.ZodType>["method"];
  readonly path: string;
  readonly summary: string;
  readonly who: Audience;
  readonly forGuests?: true;
  readonly maxBodyBytes?: number;
  readonly takesRaw?: boolean;
  readonly audit?: "always" | "never";
  readonly tellsSecret?: true;
  readonly hasVersions?: true;
  readonly success?: 201 | 202 | 204 | 302;
  readonly sends?: readonly string[];
  readonly schemas: {
    readonly query: z.ZodType | undefined;
    readonly body: z.ZodType | undefined;
    readonly answer: z.ZodType | undefined;
  };
  readonly run: (raw: Call<unknown, unknown>) => Promise<Answer>;
}

/** Whether each use of it leaves an entry in the record of administrative acts. */
export function isAudited({ who, method, audit }: Pick<Route, "who" | "method" | "audit">): boolean {
  return audit === undefined ? who === "admin" && method !== "get" : audit === "always";
}

/** Whether a repeat under the same Idempotency-Key is answered with the first answer. */
export function takesKey({ method, path, who, takesRaw, tellsSecret }: Route): boolean {
  const isOurs = path.startsWith("/api/v1/") && who !== "anyone";
  return method === "post" && isOurs && takesRaw !== true && tellsSecret !== true;
}

/** Binds a handler to its schemas. A query or body that does not fit is `request/malformed` with what is wrong. */
export function defineRoute<Q extends z.ZodType, B extends z.ZodType>(spec: RouteSpec<Q, B>): Route {
  const { query, body, answer, handle, ...rest } = spec;
  return {
    ...rest,
    schemas: { query, body, answer },
    run: async (raw) =>
      handle({
        ...raw,
        query: query === undefined ? raw.query : parseRequested(query, raw.query, "query of this request"),
        body: body === undefined ? raw.body : parseRequested(body, raw.body ?? {}, "body of this request"),
      } as Call<z.infer<Q>, z.infer<B>>),
  };
}
