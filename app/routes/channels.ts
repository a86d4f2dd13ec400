import type { Channel } from "../../bot/channel/index.js";
import { defineRoute, type Route } from "../../http/route.js";

export interface ChannelRouteParts {
  readonly channel: Channel;
}

/** Bot Framework channels; they prove who they are by tokens of their own. */
export function channelRoutes({ channel }: ChannelRouteParts): Route[] {
  return [
    defineRoute({
      method: "post",
      path: "/api/messages",
      summary: "Bot Framework channels post activities here",
      who: "anyone",
      handle: ({ headers, body }) => channel.receive({ method: "POST", headers, body }),
    }),
  ];
}
