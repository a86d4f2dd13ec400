import type { Parameters } from "../../config/index.js";
import { type ChatStatus, chatStatusSchema } from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import type { Doors } from "../doors.js";

export interface ChatStatusRouteParts {
  readonly parameters: Parameters;
  readonly doors: Doors;
}

/** Tells pages whether there is a chat, and who answers in it. */
export function chatStatusRoutes({ parameters, doors }: ChatStatusRouteParts): Route[] {
  return [
    defineRoute({
      method: "get",
      path: "/api/v1/chat",
      summary: "Whether there is a chat, and who answers in it",
      who: "anyone",
      answer: chatStatusSchema,
      handle: async ({ principal }) => {
        const mode = doors.modeFor(principal ?? {});
        const answered = mode === "automatic" || mode === "both";
        const status: ChatStatus = {
          mode,
          assistantInside: answered && parameters.isOn(423),
        };
        return { body: status };
      },
    }),
  ];
}
