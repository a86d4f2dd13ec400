import { AppError, isStaff } from "../../contract/index.js";
import type { AcceptOutcome } from "../accept-attendance.js";
import {
  atCapacity,
  channelFull,
  gone,
  notFound,
  notInGroup,
  notOffered,
  offeredToOther,
  offline,
  takenBy,
} from "../errors.js";
import { attendanceSeenBy } from "./attendance-seen-by.js";
import type { EventHandler, HandlerParts } from "./handler.js";

/** An agent takes a waiting attendance (S1-8). Losers are told who has it (S1-10). */
export function attendanceAccept({
  handoff,
  conversationView,
}: HandlerParts): EventHandler<"attendance:accept"> {
  return {
    name: "attendance:accept",
    handle: async ({ attendanceId, requestId, groupId }, { principal }) => {
      if (!isStaff(principal)) throw new AppError("access/denied", "Only attendants accept attendances.");
      const outcome = await handoff.accept({ attendanceId, requestId, groupId, agent: principal });
      if (outcome.status !== "accepted") throw toError(outcome);
      const { conversationId, epoch } = outcome;
      const attendance = await attendanceSeenBy(handoff, attendanceId, principal);
      const conversation = await conversationView(conversationId, principal);
      return { conversationId, epoch, attendance, conversation };
    },
  };
}

function toError(outcome: Exclude<AcceptOutcome, { status: "accepted" }>): AppError {
  switch (outcome.status) {
    case "taken":
      return takenBy(outcome.holder);
    case "at-capacity":
      return atCapacity(outcome.capacity, undefined);
    case "gone":
      return gone();
    case "channel-full":
      return channelFull(outcome.channel, outcome.capacity, undefined);
    case "offered-to-other":
      return offeredToOther(outcome.until);
    case "not-offered":
      return notOffered();
    case "offline":
      return offline(undefined);
    case "not-in-group":
      return notInGroup();
    case "missing":
      return notFound();
  }
}
