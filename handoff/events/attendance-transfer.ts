import { type AppError, isStaff } from "../../contract/index.js";
import type { TransferOutcome } from "../destination.js";
import {
  atCapacity,
  channelFull,
  closedGroup,
  denied,
  gone,
  groupOff,
  noTarget,
  notFound,
  notOwner,
  offline,
  outsideGroup,
} from "../errors.js";
import { attendanceSeenBy } from "./attendance-seen-by.js";
import type { EventHandler, HandlerParts } from "./handler.js";

/** Passes an attendance to a colleague, a group or the assistant. */
export function attendanceTransfer({ handoff }: HandlerParts): EventHandler<"attendance:transfer"> {
  return {
    name: "attendance:transfer",
    handle: async ({ attendanceId, to, note }, { principal }) => {
      if (!isStaff(principal)) throw denied();
      const outcome = await handoff.transfer({ attendanceId, to, note, actor: principal });
      if (outcome.status !== "transferred") throw toError(outcome);
      return { attendance: await attendanceSeenBy(handoff, attendanceId, principal) };
    },
  };
}

/** Why a colleague or group cannot have it: always the true reason (RC#36528). */
export function toError(outcome: Exclude<TransferOutcome, { status: "transferred" }>): AppError {
  switch (outcome.status) {
    case "at-capacity":
      return atCapacity(outcome.capacity, outcome.name);
    case "channel-full":
      return channelFull(outcome.channel, outcome.capacity, outcome.name);
    case "offline":
      return offline(outcome.name);
    case "off":
      return groupOff(outcome.name);
    case "not-in-group":
      return outsideGroup(outcome.name);
    case "closed":
      return closedGroup(outcome.name, outcome.opensAt);
    case "no-target":
      return noTarget();
    case "not-owner":
      return notOwner();
    case "gone":
      return gone();
    case "missing":
      return notFound();
  }
}
