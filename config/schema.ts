import { z } from "zod";

/** Text that is given and not blank; `FOO=` in a file means the same as no `FOO` at all (see `load.ts`). */
const text = z.string();

function integer(range: { readonly min: number; readonly max: number }) {
  return z
    .string()
    .regex(/^\d{1,15}$/, "must be a whole number")
    .transform(Number)
    .pipe(z.int().min(range.min).max(range.max));
}

const webUrl = z
  .url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" })
  .transform((url) => url.replace(/\/+$/, ""));

function urlOf(protocol: RegExp, example: string) {
  return z.url({ protocol, error: `must look like ${example}` });
}

function listOf<Item extends z.ZodType<unknown, string>>(item: Item) {
  return z
    .string()
    .transform((value) => value.split(",").map((part) => part.trim()))
    .transform((parts) => parts.filter((part) => part !== ""))
    .pipe(z.array(item));
}

const origin = webUrl.refine((url) => URL.canParse(url) && new URL(url).origin === url.toLowerCase(), {
  error: "must be an origin such as https://portal.example.com, without a path",
});

/** A prefix without its closing slash would also admit `https://host.evil.example`. */
const addressPrefix = webUrl.transform((url) => `${url}/`);

/** Kept as it is written: the provider's own name for itself may end with a slash. */
const issuer = z
  .url({ protocol: /^https?$/, error: "must be an address that begins with https://" })
  .refine((url) => !/[?#]/.test(url), { error: "must have no query and no fragment" });

/** A claim by its name; dots lead into objects. */
const claimName = text.max(200);

const hostAndPort = z
  .string()
  .regex(/^[^\s:@/]+:\d{1,5}$/, "must look like redis-2.example.com:6379")
  .transform((pair) => ({ host: pair.slice(0, pair.indexOf(":")), port: Number(pair.split(":")[1]) }));

const onOff = z.stringbool({ error: "must be on or off" });

/** One address, with or without a name before it; nothing that could begin another header (reliability S36). */
const sender = /^(?:[^<>@\p{Cc}]{1,100} <[^<>@\s]{1,64}@[^<>@\s]{1,255}>|[^<>@\s]{1,64}@[^<>@\s]{1,255})$/u;

const bareAddress = /^[^<>@\s+,;"]{1,31}@[^<>@\s,;"]{1,255}$/u;

const scannerAddress = /^(?:tcp:\/\/[^\s:@/]+:\d{1,5}|unix:\/\S+)$/;

/** How many proxies stand in front; `on` means one. */
const proxies = z.union([integer({ min: 0, max: 10 }), onOff.transform((on) => (on ? 1 : 0))], {
  error: "must be on, off or the number of proxies in front (0 to 10)",
});

/** Every variable of the environment, one by one; what they mean together is decided in `load.ts`. */
export const environmentSchema = z.object({
  // Nobody else on the network reaches a desk that was only tried out.
  HOST: text.default("127.0.0.1"),
  // The port Bot Framework tools expect of a bot; 0 takes a free one.
  PORT: integer({ min: 0, max: 65535 }).default(3978),
  DATA_DIR: text.default("./data"),
  PUBLIC_URL: webUrl.optional(),
  ALLOWED_ORIGINS: listOf(origin).default([]),
  // A header anybody can forge counts for nothing until an operator says who wrote it.
  TRUST_PROXY: proxies.default(0),
  // Larger than any message or form, far below what hurts.
  MAX_BODY_BYTES: integer({ min: 1024, max: 16 * 1024 * 1024 }).default(256 * 1024),
  // A photo of a telephone, a manual; what is larger belongs into a shared folder.
  FILES_MAX_BYTES: integer({ min: 1024, max: 100 * 1024 * 1024 }).default(10 * 1024 * 1024),
  // Files are held back until clamd has looked at them.
  FILES_SCANNER: text
    .regex(scannerAddress, "must look like tcp://host:3310 or unix:/run/clamav/clamd.ctl")
    .optional(),
  S3_BUCKET: text.regex(/^[\w.-]{3,63}$/, "must be the name of a bucket").optional(),
  S3_ENDPOINT: webUrl.optional(),
  S3_REGION: text.regex(/^[\w-]{1,50}$/, "must be the name of a region").default("us-east-1"),
  S3_PATH_STYLE: onOff.optional(),
  S3_PREFIX: text.regex(/^[\w./-]{0,200}$/, "must be letters, digits, . / _ -").default("files/"),
  S3_ACCESS_KEY_ID: text.optional(),
  S3_SECRET_ACCESS_KEY: text.optional(),
  NODE_NAME: text.max(60).optional(),
  // Nothing to wait for without a balancer; behind one, twice its time between two looks at /readyz.
  DRAIN_SECONDS: integer({ min: 0, max: 300 }).default(0),

  DATABASE_URL: urlOf(/^postgres(ql)?$/, "postgres://user:password@host:5432/database").optional(),
  DATABASE_SCHEMA: text.regex(/^[a-z_][a-z0-9_]{0,62}$/, "must be a plain lower-case name").optional(),
  // Two statements per core and some room; PostgreSQL's own default of 100 connections then feeds ten nodes.
  DATABASE_POOL: integer({ min: 1, max: 200 }).default(10),
  REDIS_URL: urlOf(/^rediss?$/, "redis://host:6379").optional(),
  REDIS_MODE: z.enum(["single", "cluster", "sentinel"]).default("single"),
  REDIS_NODES: listOf(hostAndPort).default([]),
  REDIS_MASTER_NAME: text.max(100).default("deskhand"),
  REDIS_SENTINEL_PASSWORD: text.optional(),
  REDIS_PREFIX: text
    .regex(/^[A-Za-z0-9:_-]{1,40}$/, "must be up to 40 letters, digits, : _ -")
    .default("deskhand:"),

  DEMO: onOff.optional(),
  // Off where the desk may not use its assistant: 423 and 450 have no effect then, only people answer (S2-6).
  ASSISTANT_AVAILABLE: onOff.default(true),
  SESSION_SECRET: text.min(32, "must have at least 32 characters").optional(),
  // The first one seals what the database must keep secret, all of them open it; without any, SESSION_SECRET does both.
  SECRETS_KEYS: listOf(text.min(32, "must have at least 32 characters each")).default([]),
  // One working day with overtime; parameter 449 overrules it.
  SESSION_HOURS: integer({ min: 1, max: 24 * 90 }).default(12),
  // Above the fastest typist, below a flood (OWASP's advice for WebSockets).
  MESSAGES_PER_MINUTE: integer({ min: 1, max: 100_000 }).default(100),
  // Ten times what a busy console asks; far below what hurts.
  REQUESTS_PER_MINUTE: integer({ min: 10, max: 1_000_000 }).default(1200),
  // Room for caps lock and an old password; a guesser gets no further.
  LOG_IN_FAILURES: integer({ min: 1, max: 1000 }).default(10),
  // An office behind one address logs in within a minute; hashing that many costs a tenth of a core.
  LOG_INS_PER_MINUTE: integer({ min: 1, max: 100_000 }).default(600),
  // Long enough for a reload or a tunnel, short enough that agents do not take people who have gone; 0 is never.
  ABANDON_AFTER_MINUTES: integer({ min: 0, max: 10_080 }).default(5),
  // Without it, metrics are told to this machine and private networks alone.
  METRICS_TOKEN: text
    .regex(/^[\w.~+/=-]{16,200}$/, "must be 16 to 200 letters, digits or . ~ + / = _ -")
    .optional(),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),

  OTEL_EXPORTER_OTLP_ENDPOINT: webUrl.optional(),
  OTEL_EXPORTER_OTLP_HEADERS: text
    .regex(/^[^\s=,]+=[^,]*(,[^\s=,]+=[^,]*)*$/, "must look like name=value,name=value")
    .optional(),
  OTEL_SERVICE_NAME: text.max(100).default("deskhand"),
  // Every request by default: who turns traces on is looking for something.
  OTEL_TRACES_SAMPLER_ARG: z
    .string()
    .regex(/^(0(\.\d{1,6})?|1(\.0{1,6})?)$/, "must be a share from 0 to 1, such as 0.1")
    .transform(Number)
    .default(1),

  SMTP_URL: urlOf(/^smtps?$/, "smtp://user:password@mail.example.com:587").optional(),
  MAIL_FROM: text
    .regex(sender, "must be an address such as Deskhand <desk@example.com>, on one line")
    .optional(),
  IMAP_URL: z
    .url({ protocol: /^imaps?$/, error: "must look like imaps://user:password@mail.example.com/INBOX" })
    .refine((url) => URL.canParse(url) && new URL(url).username !== "", {
      error: "must name a user, such as imaps://user:password@mail.example.com/INBOX",
    })
    .optional(),
  // Where answers go when not to MAIL_FROM; also where only a gateway brings mail, without a mailbox to read.
  MAIL_REPLY_TO: text.regex(bareAddress, "must be an address such as desk@example.com").optional(),
  // Nearly every mail server delivers desk+anything@… to desk@…; where not, the thread is named in the subject.
  MAIL_SUBADDRESSES: onOff.default(true),
  MAIL_NEW: z.enum(["ticket", "assistant", "off"]).default("ticket"),
  // Whoever publishes an address expects mail from people they do not know.
  MAIL_STRANGERS: onOff.default(true),
  // Asks the DNS for every mail, or believes a server: whoever turns it on knows which.
  MAIL_PROOF: z.enum(["off", "mark", "refuse"]).default("off"),
  MAIL_PROOF_SERVER: text
    .max(255)
    .regex(/^[^\s;"()]+$/, "must be the name that the server writes first in Authentication-Results")
    .optional(),
  // What mail servers take at most, as a rule.
  MAIL_MAX_BYTES: integer({ min: 1024, max: 100 * 1024 * 1024 }).default(25 * 1024 * 1024),

  PUSH_SERVICES: listOf(origin).default([]),
  // An admin's webhook is no way to the machines around the desk.
  WEBHOOKS_TO_PRIVATE: onOff.default(false),

  // What the operator names may stand on this machine and beside it; what an admin names is in the internet at large.
  LANGUAGE_MODEL_URL: webUrl.optional(),
  LANGUAGE_MODEL_NAME: text.max(200).optional(),
  LANGUAGE_MODEL_KEY: text.max(500).optional(),

  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: text.max(300).optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  // What the standard takes for granted where nothing was agreed.
  OIDC_CLIENT_AUTH: z.enum(["basic", "post"]).default("basic"),
  OIDC_NAME: text.max(40).default("SSO"),
  OIDC_SCOPES: text
    .regex(
      /^[\x21\x23-\x5b\x5d-\x7e]+( [\x21\x23-\x5b\x5d-\x7e]+)*$/,
      "must be words separated by single spaces",
    )
    .refine((scopes) => scopes.split(" ").includes("openid"), { error: "must contain openid" })
    .default("openid profile email"),
  OIDC_NAME_CLAIM: claimName.default("name"),
  OIDC_EMAIL_CLAIM: claimName.default("email"),
  OIDC_GROUPS_CLAIM: claimName.default("groups"),
  OIDC_EXTERNAL_ID_CLAIM: claimName.default("sub"),
  // Only a provider whose people cannot choose their address may vouch for it without saying so.
  OIDC_EMAIL_VERIFIED: z.enum(["claim", "always"]).default("claim"),
  OIDC_CREATE_ACCOUNTS: onOff.default(true),
  PASSWORD_LOG_IN: onOff.default(true),
  BREAK_GLASS_ADMIN: text.max(100).optional(),

  MICROSOFT_APP_ID: z.guid("must be the id of an app registration (a GUID)").optional(),
  MICROSOFT_APP_PASSWORD: text.optional(),
  // Microsoft registers no multi-tenant bots any more, but those that exist go on.
  MICROSOFT_APP_TYPE: z.enum(["MultiTenant", "SingleTenant", "UserAssignedMSI"]).default("MultiTenant"),
  MICROSOFT_APP_TENANT_ID: text.optional(),
  BOT_SERVICE_URLS: listOf(addressPrefix).optional(),
  BOT_OPENID_METADATA_URL: webUrl.optional(),
  BOT_TOKEN_ISSUER: text.optional(),
  BOT_LOGIN_URL: webUrl.optional(),
});

export type Environment = z.infer<typeof environmentSchema>;
