import { AppError } from "../../contract/index.js";
import { denied, gone, notFound } from "../errors.js";
import type { MergeOutcome } from "../merge-attendance.js";
import { attendanceSeenBy } from "./attendance-seen-by.js";
import type { EventHandler, HandlerParts } from "./handler.js";

/** Of two attendances of one requester one goes on; both stay readable. */
export function attendanceMerge({
  handoff,
  conversationView,
}: HandlerParts): EventHandler<"attendance:merge"> {
  return {
    name: "attendance:merge",
    handle: async ({ attendanceId, intoAttendanceId }, { principal }) => {
      const outcome = await handoff.merge({ attendanceId, intoId: intoAttendanceId, actor: principal });
      if (outcome.status !== "merged") throw toError(outcome);
      const attendance = await attendanceSeenBy(handoff, attendanceId, principal);
      const conversation = await conversationView(outcome.into.row.conversation_id, principal);
      return { attendance, conversation };
    },
  };
}

function toError({ status }: Exclude<MergeOutcome, { status: "merged" }>): AppError {
  switch (status) {
    case "other-requester":
      return new AppError("attendance/no-target", "Only attendances of the same requester can be merged.");
    case "denied":
      return denied();
    case "gone":
      return gone();
    case "missing":
      return notFound();
  }
}
