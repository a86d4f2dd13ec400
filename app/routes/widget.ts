import { z } from "zod";
import {
  type Accounts,
  type GuestLimits,
  readIdentity,
  requirePrincipal,
  type WidgetDesk,
} from "../../config/index.js";
import {
  AppError,
  accountSchema,
  claimTalkSchema,
  guestLogInSchema,
  identityLogInSchema,
  type Principal,
} from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { ClaimGuestTalk } from "../claim-guest-talk.js";
import { widgetAdminRoutes } from "./widget-admin.js";
import { widgetLookRoutes } from "./widget-look.js";

export interface WidgetRouteParts {
  readonly widget: WidgetDesk;
  readonly accounts: Accounts;
  readonly guestLimits: GuestLimits;
  readonly claimGuestTalk: ClaimGuestTalk;
  readonly authenticate: (token: string) => Promise<Principal | undefined>;
  readonly now: () => number;
}

const loggedIn = z.object({ token: z.string(), user: accountSchema });

/** How the widget looks, and how people come in through it. */
export function widgetRoutes(parts: WidgetRouteParts): Route[] {
  return [...widgetLookRoutes(parts.widget), ...doorRoutes(parts), ...widgetAdminRoutes(parts.widget)];
}

/** Tokens only, never the cookie: the desk's own pages must not take a guest for somebody logged in. */
function doorRoutes({ widget, accounts, guestLimits, claimGuestTalk, authenticate, now }: WidgetRouteParts) {
  return [
    defineRoute({
      method: "post",
      path: "/api/v1/session/identity",
      summary: "Log in as whom a portal vouches for with a signed token (JWT, HS256)",
      who: "anyone",
      body: identityLogInSchema,
      answer: loggedIn,
      handle: async ({ body, address }) => {
        await guestLimits.newIdentity(address);
        const { groups, ...identity } = await readIdentity(body.token, {
          secrets: await widget.secrets(),
          now: now(),
        });
        const map = widget.settings().groups;
        const claimed = map.filter(({ claim }) => groups.includes(claim));
        const { token, account } = await accounts.logInByIdentity({
          ...identity,
          firstGroupIds: (await accounts.requesterGroups()).map(({ id }) => id),
          mapped: toIds(map),
          claimed: toIds(claimed),
        });
        return { body: { token, user: account } };
      },
    }),
    defineRoute({
      method: "post",
      path: "/api/v1/session/guest",
      summary: "Begin as a guest, where guest mode is on",
      who: "anyone",
      body: guestLogInSchema,
      answer: loggedIn,
      handle: async ({ body, address }) => {
        const { enabled, accountId } = widget.settings().guest;
        if (!enabled || accountId === undefined) {
          throw new AppError("guest/off", "Guests are not admitted; please log in.");
        }
        await guestLimits.newGuest(address);
        const { token, account } = await accounts.beginGuest({ standsFor: accountId, ...body });
        return { body: { token, user: account } };
      },
    }),
    defineRoute({
      method: "post",
      path: "/api/v1/conversations/claim",
      summary: "Take the talk along that this person had as a guest",
      who: "person",
      body: claimTalkSchema,
      answer: z.object({ conversationId: z.string() }),
      handle: async ({ principal, body }) => ({
        body: await claimGuestTalk({
          person: requirePrincipal(principal),
          guest: await authenticate(body.guestToken),
        }),
      }),
    }),
  ];
}

function toIds(groups: readonly { readonly groupId: string }[]): string[] {
  return [...new Set(groups.map(({ groupId }) => groupId))];
}
