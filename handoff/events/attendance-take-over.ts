import type { AppError } from "../../contract/index.js";
import { beyondCapacity, denied, gone, notFound, takenBy } from "../errors.js";
import type { TakeOverOutcome } from "../take-over.js";
import { attendanceSeenBy } from "./attendance-seen-by.js";
import type { EventHandler, HandlerParts } from "./handler.js";

/** A supervisor takes a talk; whoever had it is told, and of two supervisors one wins. */
export function attendanceTakeOver({
  handoff,
  conversationView,
}: HandlerParts): EventHandler<"attendance:take-over"> {
  return {
    name: "attendance:take-over",
    handle: async (request, { principal }) => {
      const { attendanceId } = request;
      const outcome = await handoff.takeOver({ ...request, actor: principal });
      if (outcome.status !== "taken-over") throw toError(outcome);
      const conversationId = outcome.attendance.row.conversation_id;
      const attendance = await attendanceSeenBy(handoff, attendanceId, principal);
      const conversation = await conversationView(conversationId, principal);
      return { conversationId, epoch: outcome.epoch, attendance, conversation };
    },
  };
}

function toError(outcome: Exclude<TakeOverOutcome, { status: "taken-over" }>): AppError {
  switch (outcome.status) {
    case "taken":
      return takenBy(outcome.holder);
    case "at-capacity":
    case "channel-full":
      return beyondCapacity(outcome);
    case "denied":
      return denied();
    case "gone":
      return gone();
    case "missing":
      return notFound();
  }
}
