import { createHash } from "node:crypto";
import type { RateLimiterAbstract } from "rate-limiter-flexible";
import { AppError } from "../../contract/index.js";
import { createLimiter, isRefusal, type LimitStore } from "../limits.js";

export interface LogInLimits {
  /**
   * Runs one attempt, which answers whether the person proved to be who they say. Throws `request/too-many` instead of
   * running it when this address tries too often, or when this name failed too often, from here or altogether.
   */
  attempt(who: { username: string; address: string }, run: () => Promise<boolean>): Promise<void>;
}

export interface LogInLimitOptions extends LimitStore {
  /** Wrong passwords for one name from one address within a quarter of an hour. */
  readonly failures: number;
  /** Attempts of any kind from one address within a minute. */
  readonly perMinute: number;
}

const quarterHourSeconds = 15 * 60;
/** A name attacked from many addresses is closed for the rest of the hour; far above what its owner mistypes. */
const failuresFromEverywhere = 10;

/** Limits on guessing and on the work that guessing costs (reliability S31). */
export function createLogInLimits(options: LogInLimitOptions): LogInLimits {
  const limiter = (name: string, points: number, seconds: number) =>
    createLimiter(options, { name, points, seconds });
  const attempts = limiter("log-in-address", options.perMinute, 60);
  const here = limiter("log-in-failure", options.failures, quarterHourSeconds);
  const everywhere = limiter("log-in-failures", options.failures * failuresFromEverywhere, 3600);
  const inTurn = createTurns();

  return {
    attempt: async ({ username, address }, run) => {
      const name = shorten(username);
      const pair = shorten(`${username}\n${address}`);
      await refuseWhenSpent(() => attempts.consume(shorten(address)));
      // One at a time per name and address: a thousand guesses sent at once must not all pass the same check.
      await inTurn(pair, async () => {
        await refuseWhenFull(here, pair, options.failures);
        await refuseWhenFull(everywhere, name, options.failures * failuresFromEverywhere);
        if (await run()) await here.delete(pair);
        else await Promise.all([here.penalty(pair), everywhere.penalty(name)]);
      });
    },
  };
}

async function refuseWhenSpent(consume: () => Promise<unknown>): Promise<void> {
  try {
    await consume();
  } catch (reason) {
    throw isRefusal(reason) ? tooMany(Number(reason.msBeforeNext)) : reason;
  }
}

async function refuseWhenFull(limiter: RateLimiterAbstract, key: string, max: number): Promise<void> {
  const state = await limiter.get(key);
  if (state !== null && state.consumedPoints >= max) throw tooMany(state.msBeforeNext);
}

function tooMany(waitMs: number): AppError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new AppError("request/too-many", `Too many attempts to log in. Try again in ${seconds} seconds.`, {
    details: { retryAfterSeconds: seconds },
  });
}

/** Keys of one short length, whatever somebody types as a name. */
function shorten(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 24);
}

/** Runs tasks of one key after one another, and forgets keys nobody waits for. */
function createTurns(): (key: string, task: () => Promise<void>) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  return (key, task) => {
    const turn = (last.get(key) ?? Promise.resolve()).catch(() => undefined).then(task);
    last.set(key, turn);
    const forget = () => {
      if (last.get(key) === turn) last.delete(key);
    };
    turn.then(forget, forget);
    return turn;
  };
}
