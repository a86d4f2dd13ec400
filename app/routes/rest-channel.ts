import { z } from "zod";
import type { ApiTokens } from "../../config/index.js";
import { AppError, maxMessageChars } from "../../contract/index.js";
import { defineRoute, type Route } from "../../http/route.js";
import { type RestChannel, restReplySchema } from "../rest-channel/index.js";

export interface RestChannelRouteParts {
  readonly apiTokens: ApiTokens;
  readonly restChannel: RestChannel;
}

// Programs of this protocol send more than is needed here, such as metadata.
const saidSchema = z.object({
  sender: z.string().min(1).max(200),
  message: z.string().min(1).max(maxMessageChars),
});

/** Programs that speak the REST form of Rasa's channels (S2-X3). */
export function restChannelRoutes({ apiTokens, restChannel }: RestChannelRouteParts): Route[] {
  return [
    defineRoute({
      method: "post",
      path: "/webhooks/rest/webhook",
      summary: "Say something to the assistant; answers with what it replies, as a list",
      who: "anyone",
      body: saidSchema,
      answer: z.array(restReplySchema),
      handle: async ({ token, body, locale }) => {
        const integration =
          token === undefined ? undefined : await apiTokens.authenticate(token, "rest-channel");
        if (integration === undefined) {
          throw new AppError("session/required", "A token with the scope rest-channel is needed.");
        }
        return { body: await restChannel.say({ ...body, integrationId: integration.id, locale }) };
      },
    }),
  ];
}
