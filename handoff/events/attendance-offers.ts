import { isStaff } from "../../contract/index.js";
import { denied, notFound } from "../errors.js";
import { attendanceSeenBy } from "./attendance-seen-by.js";
import { toError } from "./attendance-transfer.js";
import type { EventHandler, HandlerParts } from "./handler.js";

/** An agent says no to what was offered to them. */
export function attendanceDecline({ handoff }: HandlerParts): EventHandler<"attendance:decline"> {
  return {
    name: "attendance:decline",
    handle: async ({ attendanceId }, { principal }) => {
      if (!isStaff(principal)) throw denied();
      const outcome = await handoff.decline({ attendanceId, agentId: principal.accountId });
      if (outcome === "missing") throw notFound();
      return {};
    },
  };
}

/** A supervisor or dispatcher gives an attendance to an agent. */
export function attendanceAssign({ handoff }: HandlerParts): EventHandler<"attendance:assign"> {
  return {
    name: "attendance:assign",
    handle: async ({ attendanceId, agentId, note }, { principal }) => {
      const outcome = await handoff.assign({ attendanceId, agentId, note, actor: principal });
      if (outcome.status === "denied") throw denied();
      if (outcome.status !== "assigned") throw toError(outcome);
      return { attendance: await attendanceSeenBy(handoff, attendanceId, principal) };
    },
  };
}
