import { addWorkingTime, type Calendars, workingTimeBetween } from "../config/index.js";
import type { WorkingTime } from "../tickets/index.js";

/** Open hours by the desk's calendars; every hour counts without one, and for one that is gone. */
export function createWorkingTime(calendars: Pick<Calendars, "get">): WorkingTime {
  const find = (id: string | undefined) => (id === undefined ? undefined : calendars.get(id));
  return {
    add: (calendarId, from, ms) => {
      const hours = find(calendarId);
      return hours === undefined ? from + ms : addWorkingTime(hours, from, ms);
    },
    between: (calendarId, from, to) => {
      const hours = find(calendarId);
      return hours === undefined ? Math.max(0, to - from) : workingTimeBetween(hours, from, to);
    },
  };
}
