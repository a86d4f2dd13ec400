import { AppError } from "../contract/index.js";
import type { Agent } from "./desk.js";

export function notFound(): AppError {
  return new AppError("attendance/not-found", "There is no such attendance, or it is not yours to see.");
}

export function takenBy(holder: Agent): AppError {
  return new AppError("attendance/taken", `${holder.name} has already accepted this attendance.`, {
    details: { holder },
  });
}

export function gone(): AppError {
  return new AppError("attendance/gone", "This attendance is over, or its requester took it back.");
}

export function notInGroup(): AppError {
  return new AppError(
    "attendance/not-in-group",
    "This attendance waits for a group you do not belong to. Ask an administrator to add you.",
  );
}

export function offline(name: string | undefined): AppError {
  return name === undefined
    ? new AppError("attendance/offline", "You are set to offline. Change your availability first.")
    : new AppError("attendance/offline", `${name} is offline. Choose somebody else or a group.`);
}

export function atCapacity(capacity: number, name: string | undefined): AppError {
  const text =
    name === undefined
      ? `You have all ${capacity} conversations you can take. End or pass on one first.`
      : `${name} has all ${capacity} conversations they can take. Choose somebody else or a group.`;
  return new AppError("attendance/at-capacity", text, { details: { capacity } });
}

export function channelFull(channel: string, capacity: number, name: string | undefined): AppError {
  const text =
    name === undefined
      ? `You have all ${capacity} conversations of the channel "${channel}" you can take. End or pass on one first.`
      : `${name} has all ${capacity} conversations of the channel "${channel}" they can take. Choose somebody else.`;
  return new AppError("attendance/channel-full", text, { details: { channel, capacity } });
}

/** To a supervisor who takes over: they may go beyond, and must say so. */
export function beyondCapacity(full: {
  readonly status: "at-capacity" | "channel-full";
  readonly capacity: number;
}): AppError {
  const text = `Your capacity is ${full.capacity} and used up. Say that you take this talk all the same.`;
  const details = { capacity: full.capacity, mayGoBeyond: true };
  return new AppError(`attendance/${full.status}`, text, { details });
}

export function outsideGroup(name: string): AppError {
  return new AppError(
    "attendance/not-in-group",
    `${name} does not belong to a group of this attendance. Choose somebody of the group, or pass it to another group first.`,
  );
}

export function offeredToOther(until: number): AppError {
  return new AppError(
    "attendance/offered-to-other",
    "Somebody else is being asked for this attendance now.",
    {
      details: { until },
    },
  );
}

export function notOffered(): AppError {
  return new AppError(
    "attendance/not-offered",
    "This group gives out its attendances by itself. You will be asked when it is your turn.",
  );
}

export function closedGroup(name: string, opensAt: number | undefined): AppError {
  return new AppError("attendance/closed", `${name} is closed now. Choose another group or a person.`, {
    details: { opensAt },
  });
}

export function noTarget(): AppError {
  return new AppError(
    "attendance/no-target",
    "The attendance cannot go there: no such attendant or group takes attendances, or they have it already.",
  );
}

export function groupOff(name: string): AppError {
  return new AppError(
    "attendance/off",
    `Nobody of ${name} can be asked for now: the assistant alone answers there. Choose a colleague or another group.`,
  );
}

export function notOwner(): AppError {
  return new AppError("conversation/not-owner", "Somebody else has this conversation now.");
}

export function denied(): AppError {
  return new AppError("access/denied", "Only its attendant, its requester or a supervisor may do this.");
}
