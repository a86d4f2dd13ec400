import { z } from "zod";
import type { Accounts } from "../../config/index.js";
import { requirePrincipal } from "../../config/index.js";
import { AppError, accountSchema, logInSchema, writeSessionCookie } from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";

export interface SessionRouteParts {
  readonly accounts: Accounts;
  /** A session that is not used ends after this; parameter 449 may change it. */
  readonly sessionSeconds: () => number;
  readonly isHttps: boolean;
}

/** Log in, who am I, log out. */
export function sessionRoutes({ accounts, sessionSeconds, isHttps }: SessionRouteParts): Route[] {
  return [
    defineRoute({
      method: "post",
      path: "/api/v1/session",
      summary: "Log in",
      who: "anyone",
      body: logInSchema,
      answer: z.object({ token: z.string(), user: accountSchema }),
      handle: async ({ body, address }) => {
        const { token, account } = await accounts.logIn({ ...body, address });
        return {
          body: { token, user: account },
          headers: { "Set-Cookie": writeSessionCookie(token, sessionSeconds(), isHttps) },
        };
      },
    }),
    defineRoute({
      method: "get",
      path: "/api/v1/session",
      summary: "Who am I",
      who: "person",
      forGuests: true,
      answer: z.object({ user: accountSchema }),
      handle: async ({ principal }) => {
        const user = await accounts.accountById(requirePrincipal(principal).accountId);
        if (user === undefined) throw new AppError("session/required", "Please log in first.");
        return { body: { user } };
      },
    }),
    defineRoute({
      method: "del",
      path: "/api/v1/session",
      summary: "Log out; closes the person's sockets of this session too",
      who: "person",
      success: 204,
      forGuests: true,
      handle: async ({ token }) => {
        if (token !== undefined) await accounts.logOut(token);
        return { status: 204, headers: { "Set-Cookie": writeSessionCookie("", 0, isHttps) } };
      },
    }),
  ];
}
