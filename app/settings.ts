import {
  type Config,
  createAccounts,
  createCalendars,
  createLogInLimits,
  createModes,
  createParameters,
} from "../config/index.js";
import type { Bell, Store } from "../store/index.js";
import type { openRedis } from "./connections.js";

export interface SettingsOptions {
  readonly config: Config;
  readonly store: Store;
  readonly redis: ReturnType<typeof openRedis>;
  readonly bell: Bell;
  readonly now: () => number;
  readonly failed: (error: unknown) => void;
}

/** What admins set, and who is who. */
export function createSettings({ config, store, redis, bell, now, failed }: SettingsOptions) {
  const { assistantAvailable } = config.desk;
  const parameters = createParameters({ store, now, bell, assistantAvailable, onError: failed });
  const calendars = createCalendars({ store, now, bell, onError: failed });
  const modes = createModes({ store, parameters, calendars, assistantAvailable, now, bell, onError: failed });
  const accounts = createAccounts({
    store,
    now,
    bell,
    sessionMs: () => (parameters.numberOf(449) ?? config.sessions.hours * 60) * 60_000,
    limits: createLogInLimits({
      redis: redis?.commands,
      prefix: config.redis.prefix,
      failures: config.limits.logInFailures,
      perMinute: config.limits.logInsPerMinute,
    }),
  });
  return { parameters, calendars, modes, accounts };
}
