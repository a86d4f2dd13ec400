import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { join } from "node:path";
import type { z } from "zod";
import { findConflicts } from "./conflicts.js";
import { isLoopback } from "./loopback.js";
import { readSender } from "./mail/read-sender.js";
import { type Environment, environmentSchema } from "./schema.js";

/** The addresses from which Microsoft's public cloud serves Teams, Web Chat, Direct Line and the classic channels. */
const publicCloudServiceUrls = [
  "https://smba.trafficmanager.net/",
  "https://webchat.botframework.com/",
  "https://directline.botframework.com/",
  "https://europe.directline.botframework.com/",
  "https://email.botframework.com/",
  "https://slack.botframework.com/",
  "https://telegram.botframework.com/",
  "https://facebook.botframework.com/",
];

export type Config = ReturnType<typeof toConfig>;
export type LoadedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Makes the configuration out of environment variables. Touches nothing but its argument (and the machine's name for
 * `NODE_NAME`), and reports every fault at once, each naming its variable. The result is frozen.
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): LoadedConfig {
  const parsed = environmentSchema.safeParse(withoutBlanks(environment));
  if (!parsed.success) {
    return { ok: false, problems: [...toProblems(parsed.error), ...readableConflicts(environment)] };
  }
  const problems = findConflicts(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, config: freeze(toConfig(parsed.data)) };
}

/** Only variables of ours, trimmed; a blank one counts as not given. */
function withoutBlanks(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.keys(environmentSchema.shape).flatMap((name) => {
    const value = environment[name]?.trim();
    return value === undefined || value === "" ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

function toProblems(error: z.ZodError): string[] {
  return error.issues.map(
    (issue) => `${issue.path[0] === undefined ? "" : `${String(issue.path[0])}: `}${issue.message}`,
  );
}

/** Conflicts among the variables that could be read, so that one start tells them too. */
function readableConflicts(environment: Readonly<Record<string, string | undefined>>): string[] {
  const given = withoutBlanks(environment);
  const refused =
    environmentSchema.safeParse(given).error?.issues.map((issue) => String(issue.path[0])) ?? [];
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !refused.includes(name)));
  const parsed = environmentSchema.safeParse(rest);
  if (!parsed.success) return [];
  // A variable that is there but faulty is not "missing" as well.
  return findConflicts(parsed.data).filter((problem) => !refused.some((name) => problem.includes(name)));
}

function toConfig(env: Environment) {
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = env;
  const embedded = databaseUrl === undefined && redisUrl === undefined;
  const onLoopback = isLoopback(env.HOST);
  const nodeName = env.NODE_NAME ?? `${hostname().slice(0, 40)}-${randomBytes(4).toString("hex")}`;
  return {
    server: {
      host: env.HOST,
      port: env.PORT,
      onLoopback,
      /** Where people reach the desk, when that differs from host and port. */
      publicUrl: env.PUBLIC_URL,
      /** Origins that may embed the widget and open sockets, beside the desk's own. */
      allowedOrigins: env.ALLOWED_ORIGINS,
      /** Proxies in front whose `X-Forwarded-For` counts. */
      trustedProxies: env.TRUST_PROXY,
      maxBodyBytes: env.MAX_BODY_BYTES,
      maxFileBytes: env.FILES_MAX_BYTES,
      nodeName,
      /** How long a node that was told to stop serves on while it says that it is not ready. */
      drainMs: env.DRAIN_SECONDS * 1000,
    },
    store: {
      dataDir: env.DATA_DIR,
      engine: databaseUrl === undefined ? ("sqlite" as const) : ("postgres" as const),
      /** The SQLite file, used when there is no `DATABASE_URL`. */
      file: join(env.DATA_DIR, "desk.db"),
      schema: env.DATABASE_SCHEMA,
      poolSize: env.DATABASE_POOL,
    },
    redis: {
      prefix: env.REDIS_PREFIX,
      isUsed: redisUrl !== undefined,
      mode: env.REDIS_MODE,
      others: env.REDIS_NODES,
      masterName: env.REDIS_MASTER_NAME,
    },
    desk: {
      isDemo: env.DEMO ?? (embedded && onLoopback),
      isEmbedded: embedded,
      assistantAvailable: env.ASSISTANT_AVAILABLE,
      abandonAfterMs: env.ABANDON_AFTER_MINUTES * 60_000,
    },
    sessions: { hours: env.SESSION_HOURS },
    limits: {
      messagesPerMinute: env.MESSAGES_PER_MINUTE,
      requestsPerMinute: env.REQUESTS_PER_MINUTE,
      logInFailures: env.LOG_IN_FAILURES,
      logInsPerMinute: env.LOG_INS_PER_MINUTE,
    },
    log: { level: env.LOG_LEVEL },
    tracing: toTracing(env, nodeName),
    bot: {
      appId: env.MICROSOFT_APP_ID,
      appType: env.MICROSOFT_APP_TYPE,
      tenantId: env.MICROSOFT_APP_TENANT_ID,
      serviceUrls: env.BOT_SERVICE_URLS ?? (env.MICROSOFT_APP_ID === undefined ? [] : publicCloudServiceUrls),
      openIdMetadataUrl: env.BOT_OPENID_METADATA_URL,
      tokenIssuer: env.BOT_TOKEN_ISSUER,
      loginUrl: env.BOT_LOGIN_URL,
    },
    files: { scanner: toScanner(env.FILES_SCANNER), s3: toS3(env) },
    mail: {
      from: env.MAIL_FROM,
      replies: toReplies(env),
      /** What becomes of mail that answers nothing. */
      newMail: env.MAIL_NEW,
      admitsStrangers: env.MAIL_STRANGERS,
      /** Whether the address in `From` is checked, by whom, and what becomes of one that is not proven. */
      proof: { does: env.MAIL_PROOF, server: env.MAIL_PROOF_SERVER },
      maxBytes: env.MAIL_MAX_BYTES,
    },
    signOn: toSignOn(env),
    passwords: {
      /** Whether everybody may log in with a password. */
      areAllowed: env.PASSWORD_LOG_IN,
      /** The admin who may in any case, and whom single sign-on never reaches. */
      breakGlass: env.BREAK_GLASS_ADMIN,
    },
    push: { services: env.PUSH_SERVICES },
    /** Whether webhooks may go to this machine and private networks, and without TLS. */
    webhooks: { mayBePrivate: env.WEBHOOKS_TO_PRIVATE },
    /** Where answers are written, beside what admins set. */
    languageModel: { endpoint: env.LANGUAGE_MODEL_URL, model: env.LANGUAGE_MODEL_NAME },
    /** Never logged: the logger takes out these very texts wherever they turn up. */
    secrets: {
      databaseUrl,
      redisUrl,
      redisSentinelPassword: env.REDIS_SENTINEL_PASSWORD,
      session: env.SESSION_SECRET,
      sealing: env.SECRETS_KEYS,
      s3: toS3Keys(env),
      smtpUrl: env.SMTP_URL,
      imapUrl: env.IMAP_URL,
      oidcClientSecret: env.OIDC_CLIENT_SECRET,
      microsoftAppPassword: env.MICROSOFT_APP_PASSWORD,
      metricsToken: env.METRICS_TOKEN,
      languageModelKey: env.LANGUAGE_MODEL_KEY,
      tracingHeaders: env.OTEL_EXPORTER_OTLP_HEADERS,
    },
  };
}

/** Where answers by mail go; nowhere when nobody reads them. */
function toReplies(env: Environment) {
  const { IMAP_URL: imapUrl, MAIL_REPLY_TO: replyTo, MAIL_FROM: from } = env;
  const address =
    replyTo ?? (imapUrl === undefined || from === undefined ? undefined : readSender(from).address);
  if (address === undefined) return undefined;
  return { address: address.toLowerCase(), isSubaddressed: env.MAIL_SUBADDRESSES };
}

/** Everything in the configuration that must not be written anywhere. */
export function secretTexts({ secrets: { sealing, s3, ...texts } }: Config): (string | undefined)[] {
  return [...Object.values(texts), ...sealing, s3?.secretAccessKey];
}

/** Who vouches for people; nobody when no issuer is named. */
function toSignOn(env: Environment) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = env;
  if (issuer === undefined || clientId === undefined) return undefined;
  return {
    issuer,
    clientId,
    clientAuth: env.OIDC_CLIENT_AUTH,
    name: env.OIDC_NAME,
    scopes: env.OIDC_SCOPES,
    claims: {
      name: env.OIDC_NAME_CLAIM,
      email: env.OIDC_EMAIL_CLAIM,
      groups: env.OIDC_GROUPS_CLAIM,
      externalId: env.OIDC_EXTERNAL_ID_CLAIM,
    },
    /** The provider vouches for every address, whether or not it says so. */
    isEmailAlwaysVerified: env.OIDC_EMAIL_VERIFIED === "always",
    /** People who come for the first time get an account. */
    makesAccounts: env.OIDC_CREATE_ACCOUNTS,
  };
}

/** Where traces go; none are made when nobody takes them. */
function toTracing(env: Environment, nodeName: string) {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers = "" } = env;
  if (endpoint === undefined) return undefined;
  const pairs = headers.split(",").filter((pair) => pair !== "");
  const cut = (pair: string): [string, string] => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
  };
  return {
    endpoint,
    headers: Object.fromEntries(pairs.map(cut)),
    serviceName: env.OTEL_SERVICE_NAME,
    nodeName,
    ratio: env.OTEL_TRACES_SAMPLER_ARG,
  };
}

function toScanner(address: string | undefined) {
  if (address === undefined) return undefined;
  if (address.startsWith("unix:")) return { path: address.slice("unix:".length) };
  const { hostname, port } = new URL(address);
  return { host: hostname, port: Number(port) };
}

/** Where the bytes of files are kept beside the database. */
function toS3(env: Environment) {
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_REGION: region, S3_PREFIX: prefix } = env;
  if (bucket === undefined) return undefined;
  // Amazon's own wants the bucket in the name of the host.
  const isPathStyle = env.S3_PATH_STYLE ?? endpoint !== undefined;
  return { bucket, endpoint, region, prefix, isPathStyle };
}

function toS3Keys({ S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey }: Environment) {
  return accessKeyId === undefined || secretAccessKey === undefined
    ? undefined
    : { accessKeyId, secretAccessKey };
}

function freeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === "object" && part !== null) freeze(part);
  return Object.freeze(value);
}
