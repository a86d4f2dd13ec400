import * as oidc from "openid-client";
import { isLoopback } from "../loopback.js";
import { createReadLogOut, type LogOutToken } from "./log-out-token.js";
import { ProviderError, toProviderError } from "./provider-error.js";

export type Claims = Readonly<Record<string, unknown>>;

/** What proves that an answer belongs to a log-in that began here. */
export interface Proofs {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Absent for a client that proves itself by PKCE alone. */
  readonly clientSecret: string | undefined;
  readonly clientAuth: "basic" | "post";
  readonly scopes: string;
  /** Asked for in the ID token or, failing that, where the provider tells about people. */
  readonly wantedClaims: readonly string[];
}

/** The identity provider. Every verb throws `ProviderError`, and none waits longer than some seconds. */
export interface Provider {
  /** Where the browser goes to log in. */
  begin(proofs: Proofs & { readonly redirectUri: string; readonly locale: string }): Promise<string>;
  /** Takes the address to which the browser came back; what is known of the person, its signature checked. */
  finish(
    back: URL,
    proofs: Proofs,
  ): Promise<{ readonly claims: Claims; readonly userInfo: Claims; readonly idToken: string }>;
  /** Where the browser goes to be logged out there too; nothing where the provider has no such place. */
  leave(session: {
    readonly issuer: string;
    readonly idToken: string | null;
    readonly returnTo: string;
  }): string | undefined;
  /** Reads a log-out token that the provider sent by itself. */
  readLogOut(token: string): Promise<LogOutToken>;
  /** Whether it answered when it was asked last. */
  isReachable(): boolean;
  /** Asks it for its present addresses when that was long ago, or when it did not answer. Never throws. */
  look(): Promise<void>;
}

/** A person waits for it; a provider that needs longer is as good as away. */
const timeoutSeconds = 5;
const freshMs = 3600_000;
/** Many who log in while it is away must not each wait for it. */
const failedForMs = 2000;
/** Longer ones make addresses that servers refuse. */
const hintCharsMax = 4000;

export function createProvider(settings: ProviderSettings, now: () => number): Provider {
  const server = new URL(settings.issuer);
  const isLocal = isLoopback(server.hostname);
  let known: { readonly config: oidc.Configuration; readonly at: number } | undefined;
  let failed: { readonly error: ProviderError; readonly at: number } | undefined;
  let asking: Promise<oidc.Configuration> | undefined;

  async function discover(): Promise<oidc.Configuration> {
    try {
      const config = await oidc.discovery(server, settings.clientId, undefined, authOf(settings), {
        timeout: timeoutSeconds,
        // Only a provider on this machine may be asked without TLS.
        execute: [oidc.enableNonRepudiationChecks, ...(isLocal ? [oidc.allowInsecureRequests] : [])],
      });
      requireAddresses(config, isLocal);
      [known, failed] = [{ config, at: now() }, undefined];
      return config;
    } catch (error) {
      // Whatever is wrong with its description, nobody can log in there now.
      const away = new ProviderError("away", toProviderError(error).message, { cause: error });
      failed = { error: away, at: now() };
      throw away;
    }
  }

  function ask(): Promise<oidc.Configuration> {
    asking ??= discover().finally(() => {
      asking = undefined;
    });
    return asking;
  }

  async function configured(): Promise<oidc.Configuration> {
    if (known !== undefined) return known.config;
    if (failed !== undefined && now() - failed.at < failedForMs) throw failed.error;
    return ask();
  }

  const readLogOut = createReadLogOut({ clientId: settings.clientId, timeoutMs: timeoutSeconds * 1000, now });

  return {
    begin: async ({ redirectUri, state, nonce, verifier, locale }) => {
      const config = await configured();
      return oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: settings.scopes,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        ui_locales: locale,
      }).href;
    },
    finish: async (back, { state, nonce, verifier }) => {
      const config = await configured();
      try {
        const tokens = await oidc.authorizationCodeGrant(config, back, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims === undefined || tokens.id_token === undefined) {
          throw new ProviderError("failed", "The provider sent no ID token.");
        }
        const isLacking = settings.wantedClaims.some((name) => claims[name] === undefined);
        const userInfo =
          isLacking && config.serverMetadata().userinfo_endpoint !== undefined
            ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
            : {};
        return { claims, userInfo, idToken: tokens.id_token };
      } catch (error) {
        throw toProviderError(error);
      }
    },
    leave: ({ issuer, idToken, returnTo }) => {
      const present = known?.config.serverMetadata();
      if (known === undefined || present?.end_session_endpoint === undefined) return undefined;
      // A session from before the desk was given another provider is nothing to this one.
      if (present.issuer !== issuer) return undefined;
      const wish = new URLSearchParams({ post_logout_redirect_uri: returnTo });
      if (idToken !== null && idToken.length <= hintCharsMax) wish.set("id_token_hint", idToken);
      return oidc.buildEndSessionUrl(known.config, wish).href;
    },
    readLogOut: async (token) => {
      const { issuer, jwks_uri: keys } = (await configured()).serverMetadata();
      if (keys === undefined) throw new ProviderError("failed", "The provider names no keys.");
      return readLogOut(token, { issuer, keys });
    },
    isReachable: () => known !== undefined && failed === undefined,
    look: async () => {
      if (known !== undefined && failed === undefined && now() - known.at < freshMs) return;
      await ask().catch(() => undefined);
    },
  };
}

function authOf({ clientSecret, clientAuth }: ProviderSettings): oidc.ClientAuth {
  if (clientSecret === undefined) return oidc.None();
  return clientAuth === "basic" ? oidc.ClientSecretBasic(clientSecret) : oidc.ClientSecretPost(clientSecret);
}

/** The browser is sent to these: a description that names anything but web addresses is no use. */
function requireAddresses(config: oidc.Configuration, isLocal: boolean): void {
  const {
    authorization_endpoint: begin,
    token_endpoint: token,
    end_session_endpoint: end,
  } = config.serverMetadata();
  if (begin === undefined || token === undefined) {
    throw new ProviderError("failed", "The provider names no address for log-ins.");
  }
  for (const address of [begin, token, ...(end === undefined ? [] : [end])]) {
    const { protocol, hostname } = new URL(address);
    if (protocol !== "https:" && !(protocol === "http:" && isLocal && isLoopback(hostname))) {
      throw new ProviderError("failed", "The provider names an address without TLS.");
    }
  }
}
