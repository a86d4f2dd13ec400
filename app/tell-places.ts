import type { Handoff } from "../handoff/index.js";
import type { Sockets } from "../sockets.js";

/** Those further back are told when they come nearer. */
const toldAtMost = 50;
const pauseMs = 1000;

/**
 * Tells those who wait in a group their place and what is known about the wait whenever the queue has moved; at most
 * once a second per group, and the last move is always told.
 */
export function createTellPlaces(parts: {
  readonly handoff: Handoff;
  readonly sockets: Pick<Sockets, "toAccount">;
  readonly failed: (error: unknown) => void;
}): (groupId: string) => void {
  const { handoff, sockets, failed } = parts;
  const due = new Set<string>();

  async function tell(groupId: string): Promise<void> {
    const ids = await handoff.reads.firstWaiting(groupId, toldAtMost);
    const places = await handoff.reads.views(ids, "requester");
    for (const attendance of places) {
      if (attendance.phase !== "logged") continue;
      sockets.toAccount(attendance.requester.id, "attendance:changed", { attendance });
    }
  }

  return (groupId) => {
    if (due.has(groupId)) return;
    due.add(groupId);
    const timer = setTimeout(() => {
      due.delete(groupId);
      tell(groupId).catch(failed);
    }, pauseMs);
    timer.unref();
  };
}
