import type { RateLimiterAbstract } from "rate-limiter-flexible";
import { AppError, type Principal } from "../../contract/index.js";
import { createLimiter, isRefusal, type LimitStore } from "../limits.js";

export interface GuestLimits {
  /** Throws `request/too-many` for an address that lets in too many guests. */
  newGuest(address: string): Promise<void>;
  /** Throws `request/too-many` for an address that shows identities faster than people come. */
  newIdentity(address: string): Promise<void>;
  /** Whether guests of this address may say one thing more. */
  admits(caller: { readonly principal: Principal; readonly address: string }, name: string): Promise<boolean>;
}

/** A visitor needs one a day; an office behind one address some dozens. */
const guestsPerHour = 40;
const identitiesPerMinute = 120;
/** For all guests of an address together, whatever number of sessions they open (reliability S31). */
const messagesPerMinute = 30;
const requestsPerMinute = 600;

/** What people nobody knows may cost, counted by where they come from; shared by all nodes where Redis is. */
export function createGuestLimits(store: LimitStore): GuestLimits {
  const limiter = (name: string, points: number, seconds: number) =>
    createLimiter(store, { name, points, seconds });
  const guests = limiter("guest", guestsPerHour, 3600);
  const identities = limiter("identity", identitiesPerMinute, 60);
  const messages = limiter("guest-message", messagesPerMinute, 60);
  const requests = limiter("guest-request", requestsPerMinute, 60);
  return {
    newGuest: (address) => spend(guests, address),
    newIdentity: (address) => spend(identities, address),
    admits: async ({ principal, address }, name) => {
      if (!principal.guest) return true;
      return isAdmitted(name === "message:send" ? messages : requests, address);
    },
  };
}

async function spend(limiter: RateLimiterAbstract, address: string): Promise<void> {
  if (await isAdmitted(limiter, address)) return;
  throw new AppError("request/too-many", "Too many come from your network at once; please try again later.");
}

function isAdmitted(limiter: RateLimiterAbstract, address: string): Promise<boolean> {
  return limiter.consume(address).then(
    () => true,
    (refusal: unknown) => {
      if (isRefusal(refusal)) return false;
      throw refusal;
    },
  );
}
