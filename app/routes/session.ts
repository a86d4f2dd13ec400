import { z } from "zod";
import type { Accounts, SignOn } from "../../config/index.js";
import { requirePrincipal } from "../../config/index.js";
import {
  AppError,
  accountSchema,
  leaveSchema,
  leftSchema,
  logInSchema,
  waysInSchema,
  writeSessionCookie,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { NoteLogIn } from "../audit/index.js";

export interface SessionRouteParts {
  readonly accounts: Accounts;
  readonly noteLogIn: NoteLogIn;
  readonly signOn: SignOn;
  /** A session that is not used ends after this; parameter 449 may change it. */
  readonly sessionSeconds: () => number;
  readonly isHttps: boolean;
}

/** Log in, who am I, log out. */
export function sessionRoutes(parts: SessionRouteParts): Route[] {
  const { accounts, noteLogIn, signOn, sessionSeconds, isHttps } = parts;
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/session/ways",
      summary: "How people may log in: with a password, by an identity provider",
      who: "anyone",
      answer: waysInSchema,
      handle: async () => ({ body: signOn.ways() }),
    }),
    defineRoute({
      method: "post",
      path: "/api/v1/session",
      summary: "Log in",
      who: "anyone",
      body: logInSchema,
      answer: z.object({ token: z.string(), user: accountSchema }),
      handle: async ({ body, address }) => {
        const { token, account } = await accounts.logIn({ ...body, address });
        await noteLogIn(account, address).catch(async (error: unknown) => {
          // Nobody is in unrecorded.
          await accounts.logOut(token);
          throw error;
        });
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
    defineRoute({
      method: "post",
      path: "/api/v1/session/end",
      summary: "Log out, here or everywhere; tells where to log out at the identity provider too",
      who: "person",
      body: leaveSchema,
      answer: leftSchema,
      handle: async ({ principal, token, body }) => {
        const { accountId, sessionId } = requirePrincipal(principal);
        const leaveTo = await signOn.leaveTo(sessionId);
        if (body.everywhere) await accounts.endSessionsOf(accountId, "logged-out");
        else if (token !== undefined) await accounts.logOut(token);
        return {
          body: leaveTo === undefined ? {} : { leaveTo },
          headers: { "Set-Cookie": writeSessionCookie("", 0, isHttps) },
        };
      },
    }),
  ];
}
