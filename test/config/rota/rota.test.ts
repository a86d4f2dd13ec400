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

    expect(onCallAt(shifts, at("2026-11-23T12:00:00-03:00"))).toEqual(["p", "b", "c", "d"]);
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
