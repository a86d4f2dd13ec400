import { isLoopback } from "./loopback.js";
import { readSender } from "./mail/read-sender.js";
import type { Environment } from "./schema.js";

/** What each variable allows alone but not together with the others; one sentence per fault, saying what to do. */
export function findConflicts(env: Environment): string[] {
  return [
    ...publicHostFaults(env),
    ...redisFaults(env),
    ...mailFaults(env),
    ...proofFaults(env),
    ...modelFaults(env),
    ...signOnFaults(env),
    ...passwordFaults(env),
    ...botFaults(env),
    ...s3Faults(env),
  ];
}

function publicHostFaults(env: Environment): string[] {
  if (isLoopback(env.HOST)) return [];
  const faults: string[] = [];
  if (env.DEMO === true) {
    faults.push(
      `DEMO: everybody knows the demo accounts' password, so they cannot be served on HOST=${env.HOST}; set DEMO=off or HOST=127.0.0.1`,
    );
  }
  if (env.SESSION_SECRET === undefined) {
    faults.push(
      `SESSION_SECRET: is needed when HOST=${env.HOST} is reachable from elsewhere; set at least 32 random characters, the same on every node`,
    );
  }
  if (env.BOT_SERVICE_URLS !== undefined && env.MICROSOFT_APP_ID === undefined) {
    faults.push(
      "BOT_SERVICE_URLS: without MICROSOFT_APP_ID nobody proves who calls, which is allowed on a loopback HOST only",
    );
  }
  return faults;
}

function redisFaults(env: Environment): string[] {
  const given = [
    ...(env.REDIS_MODE === "single" ? [] : ["REDIS_MODE"]),
    ...(env.REDIS_NODES.length === 0 ? [] : ["REDIS_NODES"]),
  ];
  if (env.REDIS_URL === undefined) return given.map((name) => `REDIS_URL: is needed beside ${name}`);
  if (env.REDIS_MODE === "single" && env.REDIS_NODES.length > 0) {
    return ["REDIS_MODE: must be cluster or sentinel when there are REDIS_NODES"];
  }
  return [];
}

function mailFaults(env: Environment): string[] {
  if (env.MAIL_FROM !== undefined) return readerFaults(env);
  const beside = (["SMTP_URL", "IMAP_URL"] as const).find((name) => env[name] !== undefined);
  return beside === undefined
    ? []
    : [`MAIL_FROM: is needed beside ${beside}, such as Deskhand <desk@example.com>`];
}

function proofFaults({ MAIL_PROOF: proof, MAIL_PROOF_SERVER: server }: Environment): string[] {
  if (server === undefined || proof !== "off") return [];
  return ["MAIL_PROOF: is needed beside MAIL_PROOF_SERVER: mark or refuse"];
}

/** The part before the @ gets a token of 33 characters; RFC 5321 allows 64 in all. */
const localCharsMax = 31;

function readerFaults({
  IMAP_URL: url,
  MAIL_FROM: from = "",
  MAIL_REPLY_TO: replyTo,
  ...env
}: Environment): string[] {
  if (url === undefined || replyTo !== undefined || !env.MAIL_SUBADDRESSES) return [];
  const [local = ""] = readSender(from).address.split("@");
  if (local.length <= localCharsMax && !local.includes("+")) return [];
  return [
    `MAIL_REPLY_TO: is needed beside IMAP_URL, because answers cannot be told apart at ${readSender(from).address}; name a shorter address without +, or set MAIL_SUBADDRESSES=off`,
  ];
}

/** A key goes to the place it was made for, and to no other that an admin names. */
function modelFaults(env: Environment): string[] {
  if (env.LANGUAGE_MODEL_URL !== undefined || env.LANGUAGE_MODEL_KEY === undefined) return [];
  return ["LANGUAGE_MODEL_URL: is needed beside LANGUAGE_MODEL_KEY, such as https://models.example.com/v1"];
}

function s3Faults(env: Environment): string[] {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: key, S3_ENDPOINT: endpoint } = env;
  const needed = id !== undefined || key !== undefined || endpoint !== undefined;
  return [
    ...(bucket === undefined && needed ? ["S3_BUCKET: is needed beside S3_ENDPOINT and the keys of S3"] : []),
    ...(id !== undefined && key === undefined
      ? ["S3_SECRET_ACCESS_KEY: is needed beside S3_ACCESS_KEY_ID"]
      : []),
    ...(key !== undefined && id === undefined
      ? ["S3_ACCESS_KEY_ID: is needed beside S3_SECRET_ACCESS_KEY"]
      : []),
  ];
}

/** Under these names Microsoft vouches for people of any company, who choose their addresses themselves. */
const manyTenants = /^https:\/\/login\.microsoftonline\.com\/(?:common|organizations|consumers)(?:\/|$)/i;

function signOnFaults(env: Environment): string[] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: secret } = env;
  if (issuer === undefined) {
    const given = [
      ...(clientId === undefined ? [] : ["OIDC_CLIENT_ID"]),
      ...(secret === undefined ? [] : ["OIDC_CLIENT_SECRET"]),
    ];
    return given.map((name) => `OIDC_ISSUER: is needed beside ${name}`);
  }
  const faults: string[] = [];
  const { protocol, hostname } = new URL(issuer);
  if (clientId === undefined) faults.push("OIDC_CLIENT_ID: is needed beside OIDC_ISSUER");
  if (protocol !== "https:" && !isLoopback(hostname)) {
    faults.push("OIDC_ISSUER: must begin with https:// unless the provider runs on this machine");
  }
  if (manyTenants.test(issuer)) faults.push("OIDC_ISSUER: must name one tenant by its id");
  if (env.PUBLIC_URL === undefined && !isLoopback(env.HOST)) {
    faults.push("PUBLIC_URL: is needed beside OIDC_ISSUER, for the provider sends people back to it");
  }
  return faults;
}

/** Without a provider, or when it is away, somebody must still get in. */
function passwordFaults(env: Environment): string[] {
  if (env.PASSWORD_LOG_IN) return [];
  return [
    ...(env.OIDC_ISSUER === undefined ? ["OIDC_ISSUER: is needed when PASSWORD_LOG_IN is off"] : []),
    ...(env.BREAK_GLASS_ADMIN === undefined
      ? ["BREAK_GLASS_ADMIN: is needed when PASSWORD_LOG_IN is off, for the day the provider is away"]
      : []),
  ];
}

function botFaults(env: Environment): string[] {
  const faults: string[] = [];
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TYPE: type } = env;
  if (appId === undefined && password !== undefined) {
    faults.push("MICROSOFT_APP_ID: is needed beside MICROSOFT_APP_PASSWORD");
  }
  if (appId !== undefined && password === undefined && type !== "UserAssignedMSI") {
    faults.push("MICROSOFT_APP_PASSWORD: is needed beside MICROSOFT_APP_ID");
  }
  if (appId !== undefined && type !== "MultiTenant" && env.MICROSOFT_APP_TENANT_ID === undefined) {
    faults.push(`MICROSOFT_APP_TENANT_ID: is needed when MICROSOFT_APP_TYPE is ${type}`);
  }
  return faults;
}
