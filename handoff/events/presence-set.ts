import { isStaff } from "../../contract/index.js";
import { denied } from "../errors.js";
import type { EventHandler, HandlerParts } from "./handler.js";

/** An agent says whether they take work; it stays until they say otherwise (S2-57). */
export function presenceSet({ handoff }: HandlerParts): EventHandler<"presence:set"> {
  return {
    name: "presence:set",
    handle: async ({ status }, { principal }) => {
      if (!isStaff(principal)) throw denied();
      await handoff.people.setAvailability(principal.accountId, status);
      return { status };
    },
  };
}
