import { type Calendars, isOpen, nextClosing, nextOpening } from "../config/index.js";
import type { CalendarHours } from "../handoff/index.js";

/** The hours of the calendars that groups name, as this node knows them now. */
export function createGroupHours(calendars: Pick<Calendars, "get">): CalendarHours {
  return (calendarId, at) => {
    const calendar = calendars.get(calendarId);
    if (calendar === undefined) return undefined;
    const open = isOpen(calendar, at);
    return {
      isOpen: open,
      opensAt: nextOpening(calendar, at),
      closesAt: open ? nextClosing(calendar, at) : undefined,
      timeZone: calendar.timeZone,
    };
  };
}
