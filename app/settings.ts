import {
  type Config,
  createAccounts,
  createCalendars,
  createLogInLimits,
  createModes,
  createParameters,
  type Log,
  plainUsername,
} from "../config/index.js";
import type { Bell, Store } from "../store/index.js";
import { createAudit, tellHead } from "./audit/index.js";
import type { openRedis } from "./connections.js";
import { createDeskSeal } from "./seal.js";

export interface SettingsOptions {
  readonly config: Config;
  readonly log: Log;
  readonly store: Store;
  readonly redis: ReturnType<typeof openRedis>;
  readonly bell: Bell;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}

/** What admins set, that they did, and who is who. */
export function createSettings({ config, log, store, redis, bell, now, failed }: SettingsOptions) {
  const { assistantAvailable } = config.desk;
  const parameters = createParameters({ store, now, bell, assistantAvailable, onError: failed });
  const calendars = createCalendars({ store, now, bell, onError: failed });
  const modes = createModes({ store, parameters, calendars, assistantAvailable, now, bell, onError: failed });
  const accounts = createAccounts({
    store,
    now,
    bell,
    mayUsePassword: createMayUsePassword(config.passwords),
    sessionMs: () => (parameters.numberOf(449) ?? config.sessions.hours * 60) * 60_000,
    limits: createLogInLimits({
      redis: redis?.commands,
      prefix: config.redis.prefix,
      failures: config.limits.logInFailures,
      perMinute: config.limits.logInsPerMinute,
    }),
  });
  const audit = createAudit({ store, now, told: tellHead(log), failed });
  return { seal: createDeskSeal(config), audit, parameters, calendars, modes, accounts };
}

/** Everybody, or the one admin who is kept for emergencies. */
function createMayUsePassword({ areAllowed, breakGlass = "" }: Config["passwords"]) {
  const emergency = plainUsername(breakGlass);
  return ({ username, role }: { readonly username: string; readonly role: string }): boolean =>
    areAllowed || (username === emergency && role === "admin");
}
