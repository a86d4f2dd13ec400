import { isStaff, type Principal } from "../contract/index.js";
import type { Handoff } from "../handoff/index.js";
import type { Sockets } from "../sockets.js";

/** Tells an agent who has just come what waits in their groups and what they hold, before anything changes. */
export async function tellWaiting(parts: {
  readonly handoff: Handoff;
  readonly sockets: Sockets;
  readonly person: Principal;
  readonly socketId: string;
}): Promise<void> {
  const { handoff, sockets, person, socketId } = parts;
  if (!isStaff(person)) return;
  const [waiting, held] = await Promise.all([
    handoff.reads.waitingFor(person),
    handoff.reads.heldBy(person.accountId),
  ]);
  for (const attendance of [...waiting, ...held]) {
    sockets.toSocket(socketId, "attendance:changed", { attendance });
  }
}
