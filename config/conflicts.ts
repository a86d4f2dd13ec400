import { isLoopback } from "./loopback.js";
import type { Environment } from "./schema.js";

/** What each variable allows alone but not together with the others; one sentence per fault, saying what to do. */
export function findConflicts(env: Environment): string[] {
  return [...publicHostFaults(env), ...redisFaults(env), ...mailFaults(env), ...botFaults(env)];
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
  if (env.SMTP_URL === undefined || env.MAIL_FROM !== undefined) return [];
  return ["MAIL_FROM: is needed beside SMTP_URL, such as Deskhand <desk@example.com>"];
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
