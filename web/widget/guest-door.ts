import { type Keeping, keepInBrowser } from "../chat/keeping.js";
import type { Rest } from "./rest.js";

const guestKey = "deskhand:guest";

/** How somebody who is not known comes in, where the desk admits guests. */
export interface GuestDoor {
  readonly isOpen: boolean;
  /** The guest of before, in this browser. */
  kept(): string | undefined;
  forget(): void;
  /** The guest of before, or a new one; `undefined` where none is admitted. */
  enter(): Promise<string | undefined>;
}

/** Kept for the whole browser: a guest is one guest in all tabs, and after a reload. */
export function createGuestDoor(
  isOpen: boolean,
  rest: Pick<Rest, "beginGuest">,
  keeping: Keeping = keepInBrowser(),
): GuestDoor {
  const kept = () => (isOpen ? keeping.read(guestKey) : undefined);
  return {
    isOpen,
    kept,
    forget: () => keeping.write(guestKey, undefined),
    async enter() {
      if (!isOpen) return undefined;
      const known = kept();
      if (known) return known;
      const outcome = await rest.beginGuest();
      // Another tab may have been quicker; both go on as the same guest.
      const token = kept() ?? (outcome.ok ? outcome.value.token : undefined);
      if (token) keeping.write(guestKey, token);
      return token;
    },
  };
}
