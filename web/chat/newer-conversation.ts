import type { Conversation } from "../../contract/conversation.js";
import type { Facts } from "../../contract/events.js";

/** What to show after `next` was heard: an older fact never replaces a newer one. */
export function newerConversation(known: Conversation | undefined, next: Conversation): Conversation {
  if (!known || next.epoch > known.epoch) return next;
  if (next.epoch < known.epoch || next.updatedAt < known.updatedAt) return known;
  return { ...next, lastSeq: Math.max(known.lastSeq, next.lastSeq), readUpTo: furthest(known, next) };
}

export function withAttendance(
  known: Conversation,
  { attendance }: Facts["attendance:changed"],
): Conversation {
  const shown = known.attendance;
  if (shown?.id === attendance.id && shown.version > attendance.version) return known;
  if (shown && shown.id !== attendance.id && shown.waitingSince > attendance.waitingSince) return known;
  return { ...known, attendance };
}

export function withReadMark(
  known: Conversation,
  { side, upToSeq }: Facts["message:was-read"],
): Conversation {
  if (known.readUpTo[side] >= upToSeq) return known;
  return { ...known, readUpTo: { ...known.readUpTo, [side]: upToSeq } };
}

export function withOwner(known: Conversation, { epoch, owner }: Facts["ownership:lost"]): Conversation {
  return epoch < known.epoch ? known : { ...known, epoch, owner };
}

function furthest(one: Conversation, other: Conversation): Conversation["readUpTo"] {
  return {
    requester: Math.max(one.readUpTo.requester, other.readUpTo.requester),
    agent: Math.max(one.readUpTo.agent, other.readUpTo.agent),
  };
}
