import { keepInTab } from "../chat/keeping.js";
import type { Rest } from "./rest.js";

const identityKey = "deskhand:identity";

/** Told to the page when the desk does not take what it says of the person. */
export const identityRefused = "deskhand:identity-refused";

/**
 * Exchanges what the portal has signed for a session; `undefined` where the desk refuses it, and whoever talks is a
 * guest then. Anything unsigned is never shown to the desk at all.
 */
export async function exchangeIdentity(identity: unknown, rest: Pick<Rest, "logInByIdentity">) {
  if (typeof identity !== "string" || identity.split(".").length !== 3) {
    return refuse("identity/refused");
  }
  const outcome = await rest.logInByIdentity(identity);
  if (!outcome.ok) return refuse(outcome.error.code);
  keepInTab().write(identityKey, tailOf(identity));
  return outcome.value.token;
}

/** Whether this tab holds a session made of this very token: a page that loads again needs no other one. */
export function isExchanged(identity: unknown): boolean {
  return typeof identity === "string" && keepInTab().read(identityKey) === tailOf(identity);
}

export function forgetIdentity(): void {
  keepInTab().write(identityKey, undefined);
}

/** Enough to tell two tokens apart, too little to use one. */
function tailOf(identity: string): string {
  return identity.slice(-16);
}

function refuse(code: string): undefined {
  window.dispatchEvent(new CustomEvent(identityRefused, { detail: { code } }));
  return undefined;
}
