import { onCallAt } from "../../../config/index.js";
import type { Shift } from "../../../contract/team/index.js";

describe("who is on call", () => {
  const shift = (part: Partial<Shift>): Shift => ({
    weekdays: ["monday"],
    from: "09:00",
    to: "18:00",
    timeZone: "America/Sao_Paulo",
    primary: "p",
    backups: ["b", "c"],
    ...part,
  });
  const at = (time: string) => Date.parse(time);

  it("is the primary, then two backups, each once (S3-12)", () => {
    const shifts = [shift({}), shift({ primary: "b", backups: ["d"] })];

    const told = onCallAt(shifts, at("2026-11-23T12:00:00-03:00"));

    expect(told).toEqual(["p", "b", "c", "d"].map((accountId) => ({ accountId, afterMs: 0 })));
  });

  it("lets the backups follow each other, and nobody later than the shortest of their shifts says (S3-12)", () => {
    const shifts = [
      shift({ escalateMinutes: 5 }),
      shift({ primary: "x", backups: ["c", "b"], escalateMinutes: 3 }),
      shift({ weekdays: ["friday"], primary: "c" }),
    ];

    const told = onCallAt(shifts, at("2026-11-23T12:00:00-03:00"));

    expect(told.map(({ accountId, afterMs }) => [accountId, afterMs / 60_000])).toEqual([
      ["p", 0],
      ["b", 5],
      ["c", 3],
      ["x", 0],
    ]);
  });

  it("keeps its hours through a change of the clock, also where an hour is not there", () => {
    const newYork = shift({ weekdays: ["sunday"], from: "02:30", to: "06:00", timeZone: "America/New_York" });

    // On this Sunday the clock goes from 02:00 to 03:00.
    expect(onCallAt([newYork], at("2026-03-08T06:59:00Z"))).toEqual([]);
    expect(onCallAt([newYork], at("2026-03-08T07:00:00Z"))).toHaveLength(3);
    expect(onCallAt([newYork], at("2026-03-08T09:59:00Z"))).toHaveLength(3);
    expect(onCallAt([newYork], at("2026-03-08T10:00:00Z"))).toEqual([]);
  });

  it("counts the hours of the group's own time zone, from and until", () => {
    expect(onCallAt([shift({})], at("2026-11-23T12:00:00Z"))).toHaveLength(3);
    expect(onCallAt([shift({})], at("2026-11-23T11:59:00Z"))).toEqual([]);
    expect(onCallAt([shift({})], at("2026-11-23T21:00:00Z"))).toEqual([]);
  });

  it("goes on after midnight for who began the evening before", () => {
    const night = shift({ from: "22:00", to: "06:00" });

    expect(onCallAt([night], at("2026-11-23T23:00:00-03:00"))).toHaveLength(3);
    expect(onCallAt([night], at("2026-11-24T05:59:00-03:00"))).toHaveLength(3);
    expect(onCallAt([night], at("2026-11-24T06:00:00-03:00"))).toEqual([]);
    expect(onCallAt([night], at("2026-11-23T05:00:00-03:00"))).toEqual([]);
  });
});
