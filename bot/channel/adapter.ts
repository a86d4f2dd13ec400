import { type Activity, CloudAdapter, type ConversationReference, TurnContext } from "botbuilder";
import {
  AuthenticationConfiguration,
  AuthenticationConstants,
  AuthenticationError,
  BotFrameworkAuthenticationFactory,
} from "botframework-connector";
import type { ChannelReference } from "../../conversation/index.js";
import type { ChannelActivity } from "./activity.js";
import { createConnectorHttp } from "./connector-http.js";
import { type BotIdentity, createCredentialsFactory } from "./credentials.js";
import type { AllowsServiceUrl } from "./service-url.js";

export interface AdapterOptions {
  readonly bot: BotIdentity;
  readonly openIdMetadataUrl?: string | undefined;
  readonly tokenIssuer: string;
  readonly allows: AllowsServiceUrl;
  /** Time limit of each step of a call to a channel or to the login service. */
  readonly timeoutMs: number;
  readonly now: () => number;
}

/** `unavailable`: the keys of the channels could not be read, so nothing is known about the token. */
export type Verdict = { readonly status: "trusted" | "unavailable" } | UntrustedVerdict;
interface UntrustedVerdict {
  readonly status: "untrusted";
  readonly reason: string;
}

export interface ChannelAdapter {
  /** Checks who sends this activity; never throws for a bad token. */
  authenticate(authorization: string, activity: ChannelActivity): Promise<Verdict>;
  /** Posts an activity to a conversation of a channel; throws `ConnectorError` when the channel does not take it. */
  post(reference: ChannelReference, activity: Partial<Activity>): Promise<void>;
}

export const publicCloudIssuer = AuthenticationConstants.ToBotFromChannelTokenIssuer;

/**
 * The SDK's adapter behind two verbs. Its `process` is not used: it throws on `{"text":"x"}` before it looks at the
 * token, answers a forged signature with 500, and writes both to the console.
 */
class DeskAdapter extends CloudAdapter {
  authenticate(authorization: string, activity: Activity) {
    return this.processActivity(authorization, activity, async () => undefined);
  }
}

export function createChannelAdapter(options: AdapterOptions): ChannelAdapter {
  const adapter = new DeskAdapter(createAuthentication(options));
  return {
    authenticate: async (authorization, activity) => {
      try {
        await adapter.authenticate(authorization, toSdkActivity(activity));
        return { status: "trusted" };
      } catch (error) {
        return toVerdict(error);
      }
    },
    post: async (reference, activity) => {
      const place = toSdkReference(reference);
      await adapter.continueConversationAsync(options.bot.appId ?? "", place, async (context) => {
        // Through the adapter, not the context: that would answer an activity that does not exist ("replyToId").
        const addressed = TurnContext.applyConversationReference({ ...activity }, place);
        await context.adapter.sendActivities(context, [addressed]);
      });
    },
  };
}

function createAuthentication(options: AdapterOptions) {
  const { tokenIssuer } = options;
  return BotFrameworkAuthenticationFactory.create(
    "",
    true,
    options.bot.loginUrl ?? AuthenticationConstants.ToChannelFromBotLoginUrl,
    // In each cloud the issuer of the channels' tokens is the audience of the bot's.
    tokenIssuer,
    tokenIssuer,
    AuthenticationConstants.OAuthUrl,
    options.openIdMetadataUrl ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
    AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
    "",
    createCredentialsFactory(options.bot, options),
    new AuthenticationConfiguration(),
    undefined,
    { httpClient: createConnectorHttp(options) },
  );
}

function toVerdict(error: unknown): Verdict {
  if (!(error instanceof Error)) return { status: "unavailable" };
  const isTokenFault =
    error instanceof AuthenticationError
      ? error.statusCode < 500
      : ["JsonWebTokenError", "TokenExpiredError", "NotBeforeError"].includes(error.name);
  return isTokenFault ? { status: "untrusted", reason: error.message } : { status: "unavailable" };
}

/** Only what the check of a token needs: nothing else of what came in reaches the SDK. */
function toSdkActivity(activity: ChannelActivity): Activity {
  return {
    type: activity.type,
    channelId: activity.channelId,
    serviceUrl: activity.serviceUrl,
    from: { id: activity.from.id, name: activity.from.name ?? "" },
    recipient: { id: activity.recipient.id, name: activity.recipient.name ?? "" },
    conversation: { id: activity.conversation.id, name: "", isGroup: false, conversationType: "" },
    text: "",
    callerId: "",
    localTimezone: "",
    label: "",
    valueType: "",
    listenFor: [],
  };
}

function toSdkReference(reference: ChannelReference): Partial<ConversationReference> {
  const { conversation, bot, user } = reference;
  return {
    channelId: reference.channelId,
    serviceUrl: reference.serviceUrl,
    conversation: {
      id: conversation.id,
      name: conversation.name ?? "",
      isGroup: conversation.isGroup ?? false,
      conversationType: conversation.conversationType ?? "",
      ...(conversation.tenantId === undefined ? {} : { tenantId: conversation.tenantId }),
    },
    bot: { id: bot.id, name: bot.name ?? "" },
    user: { id: user.id, name: user.name ?? "" },
    ...(reference.locale === undefined ? {} : { locale: reference.locale }),
  };
}
