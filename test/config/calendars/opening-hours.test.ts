import fc from "fast-check";
import { DateTime } from "luxon";
import {
  addWorkingTime,
  isOpen,
  nextClosing,
  nextOpening,
  openSince,
  workingTimeBetween,
} from "../../../config/index.js";
import { type OpeningHours, type Period, weekdays } from "../../../contract/index.js";

const minute = 60_000;
const none = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };

/** What the clock on the wall says, looked up the slow way. */
function isOpenOnTheWall(hours: OpeningHours, at: number): boolean {
  const wall = DateTime.fromMillis(at, { zone: hours.timeZone });
  const clock = `${String(wall.hour).padStart(2, "0")}:${String(wall.minute).padStart(2, "0")}`;
  const today = periodsOn(hours, wall);
  const yesterday = periodsOn(hours, wall.setZone("UTC", { keepLocalTime: true }).minus({ days: 1 }));
  return (
    today.some(({ from, to }) => (to <= from ? clock >= from : clock >= from && clock < to)) ||
    yesterday.some(({ from, to }) => to <= from && clock < to)
  );
}

function periodsOn({ weekly, holidays }: OpeningHours, day: DateTime): readonly Period[] {
  const whole = day.toISODate() ?? "";
  const yearly = whole.slice(5);
  const holiday = holidays.find(({ date }) => date === whole) ?? holidays.find(({ date }) => date === yearly);
  return holiday?.periods ?? weekly[weekdays[day.weekday - 1] ?? "monday"];
}

const clock = fc.integer({ min: 0, max: 95 }).map((quarter) => {
  const [hour, rest] = [Math.floor(quarter / 4), (quarter % 4) * 15];
  return `${String(hour).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
});
const period = fc.record({ from: clock, to: fc.oneof(clock, fc.constant("24:00")) });
const periods = fc.array(period, { maxLength: 3 });
/** Days on which clocks of these zones jump, forward and back, at midnight too, and by half an hour. */
const jumps: readonly [string, string][] = [
  ["Europe/Madrid", "2026-03-29"],
  ["Europe/Madrid", "2026-10-25"],
  ["America/New_York", "2026-03-08"],
  ["America/New_York", "2026-11-01"],
  ["America/Sao_Paulo", "2018-11-04"],
  ["America/Sao_Paulo", "2018-02-18"],
  ["Australia/Lord_Howe", "2026-04-05"],
  ["Australia/Lord_Howe", "2026-10-04"],
  ["Pacific/Apia", "2011-12-30"],
  ["Asia/Kolkata", "2026-01-01"],
];
const hoursAround = fc
  .record({
    jump: fc.constantFrom(...jumps),
    weekly: fc.record({
      monday: periods,
      tuesday: periods,
      wednesday: periods,
      thursday: periods,
      friday: periods,
      saturday: periods,
      sunday: periods,
    }),
    special: fc.uniqueArray(
      fc.record({ day: fc.integer({ min: -1, max: 1 }), periods, yearly: fc.boolean() }),
      { maxLength: 2, selector: ({ day, yearly }) => `${day} ${yearly}` },
    ),
    startMinutes: fc.integer({ min: -1600, max: 800 }),
  })
  .map(({ jump: [timeZone, date], weekly, special, startMinutes }) => {
    const midday = Date.parse(`${date}T12:00:00Z`);
    const holidays = special.map(({ day, periods: open, yearly }) => {
      const whole = new Date(midday + day * 86_400_000).toISOString().slice(0, 10);
      return { date: yearly ? whole.slice(5) : whole, name: "Holiday", periods: open };
    });
    const hours: OpeningHours = { timeZone, weekly, holidays };
    return { hours, from: midday + startMinutes * minute };
  });
const spanMinutes = 1900;
const lateMinutes = 1700;

describe("opening hours", () => {
  it("are what the clock on the wall shows, minute by minute, over every change of the clock", () => {
    fc.assert(
      fc.property(hoursAround, ({ hours, from }) => {
        const open = Array.from({ length: spanMinutes }, (_, index) =>
          isOpenOnTheWall(hours, from + index * minute),
        );
        const firstOpen = open.indexOf(true);
        const firstClosed = open.indexOf(false);

        expect(workingTimeBetween(hours, from, from + spanMinutes * minute)).toBe(
          open.filter(Boolean).length * minute,
        );
        expect(isOpen(hours, from)).toBe(open[0]);
        if (firstOpen >= 0) expect(nextOpening(hours, from)).toBe(from + firstOpen * minute);
        if (open[0] === true && firstClosed > 0) {
          expect(nextClosing(hours, from)).toBe(from + firstClosed * minute);
        }
        if (open[0] === false) expect(nextClosing(hours, from)).toBeUndefined();
        // No longer ago than a day is looked back.
        let since = lateMinutes;
        while (since > lateMinutes - 1440 && open[since - 1] === true) since -= 1;
        expect(openSince(hours, from + lateMinutes * minute)).toBe(
          open[lateMinutes] === true ? from + since * minute : undefined,
        );
      }),
      { numRuns: 40 },
    );
  });

  it("add up: the time that was added lies between", () => {
    fc.assert(
      fc.property(hoursAround, fc.integer({ min: 1, max: 60 * 24 * 20 }), ({ hours, from }, minutes) => {
        const end = addWorkingTime(hours, from, minutes * minute);
        if (end === undefined) return;

        expect(workingTimeBetween(hours, from, end)).toBe(minutes * minute);
        expect(isOpen(hours, end - 1)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("skip the hour that the clock skips and count twice the one that it shows twice", () => {
    const night = { ...none, sunday: [{ from: "01:00", to: "04:00" }] };
    const hours = { timeZone: "Europe/Madrid", weekly: night, holidays: [] };
    const day = (date: string) => {
      const start = DateTime.fromISO(date, { zone: "Europe/Madrid" });
      return workingTimeBetween(hours, start.toMillis(), start.plus({ days: 1 }).toMillis()) / 3_600_000;
    };

    expect(day("2026-03-22")).toBe(3);
    expect(day("2026-03-29")).toBe(2);
    expect(day("2026-10-25")).toBe(4);
  });

  it("never open where there is no period, and never close where there is no gap", () => {
    const all = [{ from: "00:00", to: "24:00" }];
    const always = Object.fromEntries(weekdays.map((day) => [day, all])) as OpeningHours["weekly"];
    const at = Date.parse("2026-05-01T10:00:00Z");
    const shut = { timeZone: "UTC", weekly: none, holidays: [] };
    const open = { timeZone: "Europe/Lisbon", weekly: always, holidays: [] };
    const leapDay = { ...open, holidays: [{ date: "02-29", name: "Leap day", periods: [] }] };

    expect(nextOpening(shut, at)).toBeUndefined();
    expect(addWorkingTime(shut, at, 1)).toBeUndefined();
    expect(nextClosing(open, at)).toBeUndefined();
    expect(nextOpening(open, at)).toBe(at);
    expect(nextClosing(leapDay, at)).toBe(Date.parse("2028-02-29T00:00:00Z"));
  });
});
