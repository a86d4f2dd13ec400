import { attendanceAccept } from "./attendance-accept.js";
import { attendanceCancel, attendanceEnd } from "./attendance-close.js";
import { attendanceMerge } from "./attendance-merge.js";
import { attendanceAssign, attendanceDecline } from "./attendance-offers.js";
import { attendanceTakeOver } from "./attendance-take-over.js";
import { attendanceTransfer } from "./attendance-transfer.js";
import type { HandlerParts } from "./handler.js";
import { presenceSet } from "./presence-set.js";

/** The socket events this part answers. */
export function createHandoffEvents(parts: HandlerParts) {
  return {
    "attendance:accept": attendanceAccept(parts),
    "attendance:assign": attendanceAssign(parts),
    "attendance:cancel": attendanceCancel(parts),
    "attendance:decline": attendanceDecline(parts),
    "attendance:end": attendanceEnd(parts),
    "attendance:transfer": attendanceTransfer(parts),
    "attendance:take-over": attendanceTakeOver(parts),
    "attendance:merge": attendanceMerge(parts),
    "presence:set": presenceSet(parts),
  };
}
