import type { Conversation } from "../../contract/conversation.js";
import type { Facts } from "../../contract/events.js";

/** What to show after `next` was heard: an older fact never replaces a newer one. */
export function newerConversation(known: Conversation | undefined, next: Conversation): Conversation {
  if (!known || next.epoch > known.epoch) return next;
  if (next.epoch < known.epoch || isOlder(next, known)) return known;
  return { ...next, lastSeq: Math.max(known.lastSeq, next.lastSeq), readUpTo: furthest(known, next) };
}

export function withAttendance(
  known: Conversation,
  { attendance }: Facts["attendance:changed"],
): Conversation {
  const shown = known.attendance;
  if (shown?.id === attendance.id && shown.version > attendance.version) return known;
  if (shown && shown.id !== attendance.id && !follows(attendance, shown)) return known;
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

/** Under one epoch: by what was said, and only then by the clock, which may have been set back (reliability F16). */
function isOlder(next: Conversation, known: Conversation): boolean {
  if (next.lastSeq !== known.lastSeq) return next.lastSeq < known.lastSeq;
  return next.updatedAt < known.updatedAt;
}

/** A conversation has one open attendance at most: it comes after those that are over. Among those by their ids. */
function follows(attendance: { id: string; phase: string }, shown: { id: string; phase: string }): boolean {
  const [isOver, wasOver] = [attendance.phase === "closed", shown.phase === "closed"];
  return isOver === wasOver ? attendance.id > shown.id : wasOver;
}

function furthest(one: Conversation, other: Conversation): Conversation["readUpTo"] {
  return {
    requester: Math.max(one.readUpTo.requester, other.readUpTo.requester),
    agent: Math.max(one.readUpTo.agent, other.readUpTo.agent),
  };
}
