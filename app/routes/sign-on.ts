import { z } from "zod";
import { requirePrincipal, type SignOn } from "../../config/index.js";
import {
  AppError,
  busyBody,
  findHome,
  idSchema,
  readBrowserCookie,
  type SignOnRefusal,
  signOnAdminSchema,
  signOnFormSchema,
  toSafePath,
  writeBrowserCookie,
  writeSessionCookie,
} from "../../contract/index.js";
import { type Answer, defineRoute, type Route } from "../../http/route.js";

export interface SignOnRouteParts {
  readonly signOn: SignOn;
  readonly sessionSeconds: () => number;
  readonly isHttps: boolean;
}

/** A browser that began keeps what tells it from others for so long. */
const browserSeconds = 600;
/** Far above any log-out token. */
const formBytesMax = 32 * 1024;

/** Log-in by the identity provider: there and back, the log-out it tells of, and what its words give. */
export function signOnRoutes(parts: SignOnRouteParts): Route[] {
  return [...browserRoutes(parts), backChannelRoute(parts), ...adminRoutes(parts)];
}

/** Browsers are sent here, not programs: whatever goes wrong, they end on a page that says so. */
function browserRoutes({ signOn, sessionSeconds, isHttps }: SignOnRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/session/oidc",
      summary: "Go to the identity provider to log in; returnTo is a page of this desk",
      who: "anyone",
      success: 302,
      query: z.object({ returnTo: z.string().max(2000).optional() }),
      handle: async ({ query, headers, locale }) => {
        const returnTo = toSafePath(query.returnTo);
        const known = readBrowserCookie(headers.cookie?.toString(), isHttps);
        const begun = await signOn.begin({ returnTo, browser: known, locale });
        if (begun.status === "refused") return backToLogIn(begun.why, returnTo);
        return goTo(begun.url, [writeBrowserCookie(begun.browser, browserSeconds, isHttps)]);
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/session/oidc/callback",
      summary: "Where the identity provider sends the browser back to",
      who: "anyone",
      success: 302,
      handle: async ({ query, headers, principal }) => {
        const given = new URLSearchParams(Object.entries(query as Record<string, string>));
        const browser = readBrowserCookie(headers.cookie?.toString(), isHttps);
        const finished = await signOn.finish({ query: given, browser });
        if (finished.status === "in") {
          const cookie = writeSessionCookie(finished.token, sessionSeconds(), isHttps);
          return goTo(toSafePath(finished.returnTo) ?? findHome(finished.account.role), [cookie]);
        }
        // The page was reloaded, or gone back to, by somebody who is in already.
        if (finished.why === "interrupted" && principal !== undefined) return goTo(findHome(principal.role));
        return backToLogIn(finished.why, finished.returnTo);
      },
    }),
  ];
}

/** The answers are those of OpenID Connect Back-Channel Logout 1.0. */
function backChannelRoute({ signOn }: SignOnRouteParts): Route {
  return defineRoute({
    method: "post",
    path: "/api/v1/session/oidc/log-out",
    summary: "The identity provider tells that it has logged somebody out (logout_token in a form)",
    who: "anyone",
    success: 204,
    takesRaw: true,
    handle: async ({ stream }) => {
      const token = new URLSearchParams(await readForm(stream)).get("logout_token") ?? "";
      const outcome = token === "" ? "refused" : await signOn.endByProvider(token);
      if (outcome === "ended") return { status: 204 };
      if (outcome === "away")
        return { status: 503, headers: { "Retry-After": "5" }, body: { error: busyBody() } };
      throw new AppError("request/malformed", "This log-out token is not to be believed.");
    },
  });
}

function adminRoutes({ signOn }: SignOnRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/single-sign-on",
      summary: "The identity provider, and what its words for groups give here",
      who: "admin",
      answer: signOnAdminSchema,
      handle: async () => ({ body: await signOn.admin() }),
    }),
    defineRoute({
      method: "put",
      path: "/api/v1/single-sign-on",
      summary: "Change what the provider's words give; holds from each person's next log-in on",
      who: "admin",
      body: signOnFormSchema,
      answer: signOnAdminSchema,
      handle: async ({ principal, body }) => ({
        body: await signOn.save({ ...body, by: requirePrincipal(principal).accountId }),
      }),
    }),
    defineRoute({
      method: "del",
      path: "/api/v1/accounts/:id/single-sign-on",
      summary: "Part an account from the person of the identity provider; ends its sessions",
      who: "admin",
      success: 204,
      handle: async ({ principal, params }) => {
        const id = idSchema.safeParse(params.id);
        if (!id.success) throw new AppError("account/not-found", "There is no such account.");
        await signOn.unlink(id.data, requirePrincipal(principal).accountId);
        return { status: 204 };
      },
    }),
  ];
}

function backToLogIn(why: SignOnRefusal, returnTo: string | undefined): Answer {
  const query = new URLSearchParams({ why });
  if (returnTo !== undefined) query.set("next", returnTo);
  return goTo(`/login?${query}`);
}

function goTo(url: string, cookies: readonly string[] = []): Answer {
  return {
    status: 302,
    headers: { Location: url, ...(cookies.length > 0 ? { "Set-Cookie": cookies } : {}) },
  };
}

async function readForm(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of stream) {
    bytes += part.length;
    if (bytes > formBytesMax)
      throw new AppError("request/too-large", "The body of this request is too large.");
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
