import { useScope } from "./context.js";
import { useReadable } from "./use-readable.js";

/** Guests talk to the assistant alone, unless an admin lets them further (S2-X1). */
export function useMayAskForPeople(): boolean {
  const { chat, look } = useScope();
  return !useReadable(chat).guest || look.guest?.reachesPeople === true;
}
