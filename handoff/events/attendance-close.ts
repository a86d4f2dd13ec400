import type { AppError } from "../../contract/index.js";
import type { CloseOutcome } from "../close-attendance.js";
import { denied, notFound, takenBy } from "../errors.js";
import { attendanceSeenBy } from "./attendance-seen-by.js";
import type { EventHandler, HandlerParts } from "./handler.js";

/** Takes a waiting attendance back; the assistant goes on (S1-27). */
export function attendanceCancel({ handoff }: HandlerParts): EventHandler<"attendance:cancel"> {
  return {
    name: "attendance:cancel",
    handle: async ({ attendanceId, reason }, { principal }) => {
      const outcome = await handoff.cancel({ attendanceId, reason, actor: principal });
      if (outcome.status !== "closed") throw toError(outcome);
      return { attendance: await attendanceSeenBy(handoff, attendanceId, principal) };
    },
  };
}

/** Ends an attendance and closes its conversation (S1-28). */
export function attendanceEnd({ handoff }: HandlerParts): EventHandler<"attendance:end"> {
  return {
    name: "attendance:end",
    handle: async ({ attendanceId, reason, completionCodeId }, { principal }) => {
      const outcome = await handoff.end({ attendanceId, reason, completionCodeId, actor: principal });
      if (outcome.status !== "closed") throw toError(outcome);
      return { attendance: await attendanceSeenBy(handoff, attendanceId, principal) };
    },
  };
}

function toError(outcome: Exclude<CloseOutcome, { status: "closed" }>): AppError {
  switch (outcome.status) {
    case "taken":
      return takenBy(outcome.holder);
    case "denied":
      return denied();
    case "missing":
      return notFound();
  }
}
