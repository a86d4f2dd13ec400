export {
  type Calendars,
  type CalendarsOptions,
  createCalendars,
  type FindCalendarUses,
} from "./calendars.js";
export {
  addWorkingTime,
  isOpen,
  nextClosing,
  nextOpening,
  openSince,
  workingTimeBetween,
} from "./opening-hours.js";
