import { toDuration, toMoment, toRelative } from "../../../../web/app/shared/time-format.js";

const now = Date.UTC(2026, 0, 10, 12);
const ago = (ms: number) => toRelative(now - ms, now, "en");

describe("relative time", () => {
  it("grows coarser with age", () => {
    expect([0, 59_000, 60_000, 3_599_000, 3_600_000, 90_000_000, 400_000_000].map(ago)).toEqual([
      "now",
      "now",
      "1 minute ago",
      "59 minutes ago",
      "1 hour ago",
      "yesterday",
      "4 days ago",
    ]);
  });

  it("shows no future when the clocks of server and browser differ", () => {
    expect(ago(-30_000)).toBe("now");
  });

  it("speaks the reader's language", () => {
    expect(toRelative(now - 120_000, now, "pt")).toBe("há 2 minutos");
  });
});

describe("a moment to come", () => {
  it("is told by the clock today, by its weekday this week, and by its date after that (S1-32)", () => {
    const hours = [1, 30, 24 * 7].map((count) => toMoment(now + count * 3_600_000, now, "en"));

    expect(hours[0]).not.toMatch(/day|Jan/);
    expect(hours[1]).toMatch(/^Sunday\D/);
    expect(hours[2]).toMatch(/^Saturday, Jan 17/);
  });
});

describe("duration", () => {
  it("counts minutes and seconds, and hours once there are any", () => {
    expect([-5, 0, 42_000, 725_900, 11_400_000].map(toDuration)).toEqual([
      "0:00",
      "0:00",
      "0:42",
      "12:05",
      "3:10:00",
    ]);
  });
});
