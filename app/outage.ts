import type { Log } from "../config/index.js";
import { isOwnStoreAway } from "../store/index.js";

/** How often an outage looks whether it is over, and for how long nothing may have failed then. */
const lookMs = 1000;
const quietMs = 3000;

export interface OutageOptions {
  readonly log: Log;
  /** Throws while the database is away. */
  readonly ping: () => Promise<void>;
  readonly now: () => number;
  readonly times?: { readonly lookMs: number; readonly quietMs: number };
}

export interface Outage {
  /** The same log, but of what fails because the database is away it writes one line at the beginning and one at the end. */
  readonly log: Log;
  stop(): void;
}

interface Under {
  readonly since: number;
  lastAt: number;
  readonly counts: Map<string, number>;
}

/**
 * While the database is away everything fails that needs it, a hundred times a second perhaps, and each time for the same
 * reason. The log says so once, and when it is over how often what could not be done (reliability F12).
 */
export function createOutage({ log, ping, now, times = { lookMs, quietMs } }: OutageOptions): Outage {
  let under: Under | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  function note(error: unknown, text: string): void {
    const at = now();
    if (under === undefined) {
      under = { since: at, lastAt: at, counts: new Map() };
      log.warn({ reason: reasonOf(error) }, "The database is away, or takes nothing; trying again.");
      lookLater();
    }
    under.lastAt = at;
    under.counts.set(text, (under.counts.get(text) ?? 0) + 1);
  }

  function lookLater(): void {
    if (isStopped) return;
    const again = () => {
      if (under !== undefined) lookLater();
    };
    timer = setTimeout(() => void look().then(again, again), times.lookMs).unref();
  }

  async function look(): Promise<void> {
    if (under === undefined || now() - under.lastAt < times.quietMs) return;
    await ping();
    const { since, lastAt, counts } = under;
    under = undefined;
    log.info(
      { ms: lastAt - since, failed: Object.fromEntries(counts) },
      "The database takes what is asked again.",
    );
  }

  const quieted = (level: "warn" | "error") => (fields: object | string, text: string) => {
    if (typeof fields === "string") return log[level](fields);
    const error = "err" in fields ? fields.err : undefined;
    if (isOwnStoreAway(error)) note(error, text);
    else log[level](fields, text);
  };
  const quiet: Log = Object.assign(Object.create(log), { warn: quieted("warn"), error: quieted("error") });
  return {
    log: quiet,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message || error.name : String(error);
}
