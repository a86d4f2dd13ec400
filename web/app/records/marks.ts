import type { AttendanceStatus } from "../../../contract/attendance.js";
import type { ServiceClock, TicketPriority } from "../../../contract/ticket.js";

/** One colour per word; the word always stands beside it. */
export const statusColors: Readonly<Record<AttendanceStatus, string>> = {
  none: "gray",
  pending: "yellow",
  active: "blue",
  abandoned: "red",
  ended: "gray",
};

export const priorityColors: Readonly<Record<TicketPriority, string>> = {
  critical: "red",
  high: "orange",
  medium: "blue",
  low: "gray",
};

export const clockColors: Readonly<Record<ServiceClock["state"], string>> = {
  running: "blue",
  near: "orange",
  breached: "red",
  paused: "gray",
  met: "green",
  missed: "red",
};
