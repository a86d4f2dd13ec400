import { ConfigurationServiceClientCredentialFactory } from "botbuilder";
import type { ServiceClientCredentialsFactory } from "botframework-connector";
import { z } from "zod";

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory["createCredentials"]>>;

/** Who the bot is to its channels. */
export interface BotIdentity {
  readonly appId?: string | undefined;
  readonly appPassword?: string | undefined;
  readonly appType: "MultiTenant" | "SingleTenant" | "UserAssignedMSI";
  readonly tenantId?: string | undefined;
  /** Authority that gives the bot its own tokens; Microsoft's public cloud when absent. */
  readonly loginUrl?: string | undefined;
}

/** A token is renewed this long before it ends. */
const renewEarlyMs = 5 * 60 * 1000;

const grantSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/**
 * How the bot signs what it sends. Microsoft's login goes through the SDK (MSAL, which speaks to nobody but Microsoft);
 * another login service is asked directly. Getting a token has a time limit: a late one would send late, and twice.
 */
export function createCredentialsFactory(
  bot: BotIdentity,
  options: { readonly timeoutMs: number; readonly now: () => number },
): ServiceClientCredentialsFactory {
  const { appId } = bot;
  const own = isMicrosofts(bot.loginUrl) ? undefined : createClientCredentials(bot, options);
  const microsoft = own === undefined ? createMicrosoftFactory(bot) : undefined;
  return {
    isValidAppId: async (claimed) => claimed === appId,
    isAuthenticationDisabled: async () => appId === undefined,
    createCredentials: async (_claimed, audience = "", endpoint = "", validate = true) => {
      if (appId === undefined) return { signRequest: async (request) => request };
      const inner =
        own?.(audience) ?? (await microsoft?.createCredentials(appId, audience, endpoint, validate));
      if (inner === undefined) throw new Error("There is no login service.");
      return { signRequest: (request) => within(inner.signRequest(request), options.timeoutMs) };
    },
  };
}

/** One of the clouds MSAL knows, or none named. */
function isMicrosofts(loginUrl: string | undefined): boolean {
  if (loginUrl === undefined) return true;
  return /(^|\.)microsoftonline\.(com|us|cn)$/.test(new URL(loginUrl).hostname);
}

/** Throws when what is configured does not fit the type of the app. */
function createMicrosoftFactory(bot: BotIdentity): ServiceClientCredentialsFactory {
  return new ConfigurationServiceClientCredentialFactory({
    ...(bot.appId === undefined ? {} : { MicrosoftAppId: bot.appId, MicrosoftAppType: bot.appType }),
    ...(bot.appPassword === undefined ? {} : { MicrosoftAppPassword: bot.appPassword }),
    ...(bot.tenantId === undefined ? {} : { MicrosoftAppTenantId: bot.tenantId }),
  });
}

function createClientCredentials(
  bot: BotIdentity,
  options: { readonly timeoutMs: number; readonly now: () => number },
): (audience: string) => Credentials {
  const authority = (bot.loginUrl ?? "").replace(/\/$/, "");
  const endpoint = authority.endsWith("/token") ? authority : `${authority}/oauth2/v2.0/token`;
  const tokens = new Map<string, { readonly token: string; readonly renewAt: number }>();
  const getToken = async (audience: string) => {
    const known = tokens.get(audience);
    if (known !== undefined && known.renewAt > options.now()) return known.token;
    const response = await fetch(endpoint, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: bot.appId ?? "",
        client_secret: bot.appPassword ?? "",
        scope: `${audience}/.default`,
      }),
      redirect: "error",
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    if (!response.ok) throw new Error(`The login service answered ${response.status}.`);
    const grant = grantSchema.parse(await response.json());
    const renewAt = options.now() + grant.expires_in * 1000 - renewEarlyMs;
    tokens.set(audience, { token: grant.access_token, renewAt });
    return grant.access_token;
  };
  return (audience) => ({
    signRequest: async (request) => {
      request.headers.set("authorization", `Bearer ${await getToken(audience)}`);
      return request;
    },
  });
}

async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let clock: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    clock = setTimeout(() => reject(new Error("The login service did not answer.")), timeoutMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(clock));
}
