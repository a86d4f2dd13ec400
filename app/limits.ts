import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Principal } from "../contract/index.js";

/** Other requests are cheaper than messages, and pages make many of them on a reconnect. */
const othersPerMessage = 10;

/** How much one person may ask over sockets within a minute, whatever number of sockets they open (S31). */
export function createLimits(
  messagesPerMinute: number,
): (person: Principal, name: string) => Promise<boolean> {
  const messages = new RateLimiterMemory({ points: messagesPerMinute, duration: 60 });
  const others = new RateLimiterMemory({ points: messagesPerMinute * othersPerMessage, duration: 60 });
  return async (person, name) => {
    const limiter = name === "message:send" ? messages : others;
    return limiter.consume(person.accountId).then(
      () => true,
      () => false,
    );
  };
}
