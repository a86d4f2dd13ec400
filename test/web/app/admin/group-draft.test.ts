import { type GroupRouting, groupRoutingSchema } from "../../../../contract/routing.js";
import { parseClock, toDraft, toRouting } from "../../../../web/app/admin/routing/group-draft.js";

const full: GroupRouting = groupRoutingSchema.parse({
  ownerId: "01999d00-0000-7000-8000-000000000101",
  dispatcherId: "01999d00-0000-7000-8000-000000000102",
  calendarId: "01999d00-0000-7000-8000-000000000103",
  endLeadSeconds: 1830,
  giving: "push",
  offerSeconds: 45,
  channelCapacity: { web: 3, msteams: 0 },
  overflow: { groupId: "01999d00-0000-7000-8000-000000000104", afterSeconds: 600 },
  waitLimitSeconds: 1800,
  firstAnswerSeconds: 300,
  laterAnswerSeconds: 900,
  skills: ["sap"],
  languages: ["pt"],
});

describe("the form of a group", () => {
  it("shows everything a group can be set to, and keeps it unchanged (S1-32)", () => {
    const draft = toDraft(full);

    expect(draft.endLead).toBe("00:30:30");
    expect(Object.keys(toRouting(draft, full)).sort()).toEqual(Object.keys(groupRoutingSchema.shape).sort());
    expect(toRouting(draft, full)).toEqual(full);
  });

  it("limits any channel, and takes a limit away with its line, its name or its number", () => {
    const draft = toDraft(full);
    const keep = (channels: typeof draft.channels) => toRouting({ ...draft, channels }, full).channelCapacity;

    expect(keep([...draft.channels, { channel: " email ", capacity: "5" }])).toEqual({
      web: 3,
      msteams: 0,
      email: 5,
    });
    expect(
      keep([
        { channel: "web", capacity: "" },
        { channel: "", capacity: 2 },
      ]),
    ).toEqual({});
  });

  it("takes no lead before closing that is longer than a day", () => {
    expect(["00:30:00", "24:00:00", "24:00:01", "99:00:00", "half an hour"].map(parseClock)).toEqual([
      1800,
      86_400,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("empties what is emptied", () => {
    const draft = { ...toDraft(full), ownerId: null, calendarId: null, overflowId: null, waitMinutes: "" };
    const patient = { ...draft, firstAnswerMinutes: "", laterAnswerMinutes: 0 };

    const kept = toRouting(patient, full);

    const emptied = [kept.ownerId, kept.calendarId, kept.overflow, kept.waitLimitSeconds];
    expect([...emptied, kept.firstAnswerSeconds, kept.laterAnswerSeconds]).toEqual(Array(6).fill(undefined));
  });
});
