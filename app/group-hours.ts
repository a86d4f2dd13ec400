import { type Calendars, isOpen, nextClosing, nextOpening } from "../config/index.js";
import type { CalendarHours } from "../handoff/index.js";

/** The hours of the calendars that groups name, as this node knows them now. */
export function createGroupHours(calendars: Pick<Calendars, "get">): CalendarHours {
  return (calendarId, at) => {
    const calendar = calendars.get(calendarId);
    if (calendar === undefined) return undefined;
    const { timeZone } = calendar;
    if (!isOpen(calendar, at)) return { isOpen: false, opensAt: nextOpening(calendar, at), timeZone };
    const closesAt = nextClosing(calendar, at);
    const opensAt = closesAt === undefined ? undefined : nextOpening(calendar, closesAt);
    return { isOpen: true, opensAt, closesAt, timeZone };
  };
}
