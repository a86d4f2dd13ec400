import { isStaff, type Principal } from "../contract/index.js";
import type { Handoff } from "../handoff/index.js";
import type { Sockets } from "../sockets.js";

/** Tells the agent who is asked, and nobody else; an offer that is over is told by the attendance itself. */
export async function tellOffer(
  { handoff, sockets }: { readonly handoff: Handoff; readonly sockets: Sockets },
  attendanceId: string,
): Promise<void> {
  const record = await handoff.reads.record(attendanceId);
  if (record?.row.phase !== "logged" || record.row.offered_to === null) return;
  const until = record.row.offered_until ?? 0;
  sockets.toAccount(record.row.offered_to, "attendance:offered", { attendanceId, until });
}

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
