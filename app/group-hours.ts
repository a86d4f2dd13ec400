import { type Calendars, nextClosing, nextOpening, openSince } from "../config/index.js";
import type { CalendarHours } from "../handoff/index.js";

/** The hours of the calendars that groups name, as this node knows them now. */
export function createGroupHours(calendars: Pick<Calendars, "get">): CalendarHours {
  return (calendarId, at) => {
    const calendar = calendars.get(calendarId);
    if (calendar === undefined) return undefined;
    const { timeZone } = calendar;
    const since = openSince(calendar, at);
    if (since === undefined) return { isOpen: false, opensAt: nextOpening(calendar, at), timeZone };
    const closesAt = nextClosing(calendar, at);
    const opensAt = closesAt === undefined ? undefined : nextOpening(calendar, closesAt);
    return { isOpen: true, openSince: since, opensAt, closesAt, timeZone };
  };
}
