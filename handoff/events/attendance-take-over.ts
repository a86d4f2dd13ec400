import type { AppError } from "../../contract/index.js";
import { atCapacity, channelFull, denied, gone, notFound, takenBy } from "../errors.js";
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
    handle: async ({ attendanceId, requestId, epoch }, { principal }) => {
      const outcome = await handoff.takeOver({ attendanceId, requestId, epoch, actor: principal });
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
      return atCapacity(outcome.capacity, undefined);
    case "channel-full":
      return channelFull(outcome.channel, outcome.capacity, undefined);
    case "denied":
      return denied();
    case "gone":
      return gone();
    case "missing":
      return notFound();
  }
}
