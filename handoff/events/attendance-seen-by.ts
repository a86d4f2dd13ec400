import type { Attendance, Principal } from "../../contract/index.js";
import { notFound } from "../errors.js";
import type { Handoff } from "../handoff.js";

/** The attendance as this person sees it after what they just did. */
export async function attendanceSeenBy(handoff: Handoff, id: string, viewer: Principal): Promise<Attendance> {
  const attendance = await handoff.reads.byId(id, viewer);
  if (attendance === undefined) throw notFound();
  return attendance;
}
