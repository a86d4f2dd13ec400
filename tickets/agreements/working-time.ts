/** Open hours, as the desk's calendars know them. */
export interface WorkingTime {
  /** The instant at which this much open time has passed; `undefined` when it never will. */
  add(calendarId: string | undefined, from: number, ms: number): number | undefined;
  between(calendarId: string | undefined, from: number, to: number): number;
}

/** Every hour counts. */
export const roundTheClock: WorkingTime = {
  add: (_calendarId, from, ms) => from + ms,
  between: (_calendarId, from, to) => Math.max(0, to - from),
};
