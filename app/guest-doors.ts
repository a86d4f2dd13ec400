import { AppError, type RequestName } from "../contract/index.js";
import type { Handlers } from "../sockets/handler.js";

/** What a guest may ask over a socket: their own talk, and nothing that touches people. */
const forGuests: ReadonlySet<RequestName> = new Set<RequestName>([
  "conversation:open",
  "conversation:sync",
  "conversation:close",
  "message:send",
  "message:read",
  "typing:set",
]);
/** Where guests may be handed over to people, they may also stop waiting. */
const withPeople: ReadonlySet<RequestName> = new Set<RequestName>(["attendance:cancel"]);

/** The same handlers, behind a door that guests do not pass unless it is theirs (S2-X1). */
export function guardGuests(handlers: Handlers, reachesPeople: () => boolean): Handlers {
  const guarded = Object.entries(handlers).map(([name, handle]) => [
    name,
    async (payload: never, caller: Parameters<typeof handle>[1]) => {
      const isTheirs = has(forGuests, name) || (has(withPeople, name) && reachesPeople());
      if (caller.principal.guest && !isTheirs) {
        throw new AppError("guest/refused", "Guests may not do this; please log in.");
      }
      return handle(payload, caller);
    },
  ]);
  return Object.fromEntries(guarded);
}

function has(names: ReadonlySet<string>, name: string): boolean {
  return names.has(name);
}
