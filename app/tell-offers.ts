import { isStaff, type Principal } from "../contract/index.js";
import type { Handoff } from "../handoff/index.js";
import type { Sockets } from "../sockets.js";

/** An agent who has just come hears what they are being asked. */
export async function tellOwnOffer(parts: {
  readonly handoff: Handoff;
  readonly sockets: Sockets;
  readonly person: Principal;
  readonly socketId: string;
}): Promise<void> {
  const { handoff, sockets, person, socketId } = parts;
  if (!isStaff(person)) return;
  const offer = await handoff.reads.offeredTo(person.accountId);
  if (offer !== undefined) sockets.toSocket(socketId, "attendance:offered", offer);
}
