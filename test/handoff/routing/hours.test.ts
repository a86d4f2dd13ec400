import { createGroupHours } from "../../../app/group-hours.js";
import type { CalendarForm } from "../../../contract/index.js";
import { newId } from "../../../store/index.js";
import { wish } from "../test-desk.js";
import { openPushDesk, type PushDesk } from "./push-desk.js";

const office = {
  name: "Office",
  timeZone: "Europe/Lisbon",
  weekly: {
    monday: [{ from: "09:00", to: "18:00" }],
    tuesday: [{ from: "09:00", to: "18:00" }],
    wednesday: [],
    thursday: [],
    friday: [],
    saturday: [],
    sunday: [],
  },
  holidays: [],
};
/** A Monday. */
const day = "2027-03-01";
const at = (time: string) => Date.parse(`${day}T${time}Z`);

describe("opening hours of a group", () => {
  let desk: PushDesk;
  let calendar: CalendarForm = office;
  const calendarId = newId();
  beforeEach(async () => {
    calendar = office;
    desk = await openPushDesk("sqlite", {
      hoursOf: createGroupHours({ get: (id) => (id === calendarId ? calendar : undefined) }),
    });
    await desk.route({ giving: "push", calendarId, endLeadSeconds: 1800 });
  });
  afterEach(async () => {
    await desk.discard();
    expect(desk.failures).toEqual([]);
  });

  const ask = async (moment: number) => {
    desk.clock.now = moment;
    desk.handoff.routing.changed();
    return desk.handoff.request(wish(await desk.talk(), [desk.groups.desk]));
  };

  it("takes nothing new from 17:30 when it is open 9–18 h with an end lead time of 00:30:00 (S1-32)", async () => {
    expect(await ask(at("17:29:50"))).toMatchObject({ status: "requested" });
    expect(await ask(at("17:30:00"))).toMatchObject({
      status: "closed",
      opensAt: at("09:00:00") + 24 * 3_600_000,
    });
  });

  it("chatwoot#6467, chatwoot#10436: dates with hours of their own overrule the week: a holiday, a shorter day, a day that is else closed", async () => {
    calendar = {
      ...office,
      holidays: [
        { date: day, name: "Founders' day", periods: [] },
        { date: "2027-03-02", name: "Eve", periods: [{ from: "09:00", to: "12:00" }] },
        { date: "2027-03-03", name: "Stock-taking", periods: [{ from: "20:00", to: "22:00" }] },
      ],
    };
    const nextDay = 24 * 3_600_000;

    expect(await ask(at("12:00:00"))).toMatchObject({
      status: "closed",
      opensAt: at("09:00:00") + nextDay,
    });
    expect(await ask(at("11:00:00") + nextDay)).toMatchObject({ status: "requested" });
    expect(await ask(at("14:00:00") + nextDay)).toMatchObject({
      status: "closed",
      opensAt: at("20:00:00") + 2 * nextDay,
    });
    expect(await ask(at("21:00:00") + 2 * nextDay)).toMatchObject({ status: "requested" });
  });

  it("chatwoot#14009: takes nothing between two shifts of one day", async () => {
    const monday = [
      { from: "09:00", to: "12:00" },
      { from: "14:00", to: "18:00" },
    ];
    calendar = { ...office, weekly: { ...office.weekly, monday } };

    expect(await ask(at("10:00:00"))).toMatchObject({ status: "requested" });
    expect(await ask(at("13:00:00"))).toMatchObject({ status: "closed", opensAt: at("14:00:00") });
    expect(await ask(at("14:00:00"))).toMatchObject({ status: "requested" });
  });

  it("zammad#4970: never takes a chat into a closed group, by request, resume or transfer (S1-26)", async () => {
    const { requester, attendanceId, conversationId } = await openTalk();
    await desk.route({ giving: "push", calendarId }, desk.groups.network);
    const boss = await desk.addPerson("Sofia", { role: "supervisor", groupIds: [desk.groups.desk] });

    expect(await ask(at("08:59:00"))).toMatchObject({ status: "closed", opensAt: at("09:00:00") });
    await desk.handoff.accept({ attendanceId, agent: boss, requestId: newId() });
    const to = { kind: "group", id: desk.groups.network } as const;
    expect(await desk.handoff.transfer({ attendanceId, actor: boss, to })).toMatchObject({
      status: "closed",
      name: "network",
    });
    expect(await desk.owner(conversationId)).toMatchObject({ owner_kind: "agent" });
    await desk.handoff.end({ attendanceId, actor: boss });
    expect(await desk.handoff.resume({ requester, causeId: newId() })).toMatchObject({
      status: "closed",
      opensAt: at("09:00:00"),
    });
  });

  it("chatwoot#9587: asks nobody off hours, and asks at once when the doors open", async () => {
    const { attendanceId } = await openTalk();
    desk.clock.now = at("18:00:01");
    const bruno = await desk.addAgent("Bruno");
    await desk.pass(2000);
    expect(await desk.offers()).toEqual(new Map());

    desk.clock.now = at("09:00:00") + 24 * 3_600_000;
    await desk.pass(1);

    expect(await desk.offers()).toEqual(new Map([[attendanceId, bruno.accountId]]));
  });

  it("RC#19062: the emptiness of one group says nothing of another", async () => {
    const [talk, other] = [await desk.talk(), await desk.talk()];
    desk.clock.now = at("20:00:00");
    desk.handoff.routing.changed();

    expect(await desk.handoff.request(wish(talk, [desk.groups.desk]))).toMatchObject({ status: "closed" });
    expect(await desk.handoff.request(wish(other, [desk.groups.network]))).toMatchObject({
      status: "requested",
    });
  });

  it("tells those who wait when it closes and when it opens, although nothing moves in the queue (S1-26)", async () => {
    await openTalk();
    await desk.pass(2000);
    await desk.handoff.settled();
    const told: unknown[] = [];
    const stop = desk.handoff.events.on("queue-changed", (queue) => told.push(queue));
    await desk.pass(2000);
    await desk.handoff.settled();
    expect(told).toEqual([]);

    desk.clock.now = at("18:00:01");
    await desk.pass(2000);
    await desk.handoff.settled();
    expect(told).toEqual([{ groupId: desk.groups.desk, waiting: 1 }]);

    desk.clock.now = at("09:00:00") + 24 * 3_600_000;
    await desk.pass(2000);
    await desk.handoff.settled();
    stop();
    expect(told).toHaveLength(2);
  });

  it("tells the requester when it opens, and nothing about the length of the wait (S1-26)", async () => {
    const { attendanceId, requester } = await openTalk();
    desk.clock.now = at("19:00:00");
    desk.handoff.routing.changed();

    const seen = await desk.handoff.reads.byId(attendanceId, requester);

    expect(seen?.wait).toEqual({
      isClosed: true,
      nobodyHere: true,
      opensAt: at("09:00:00") + 24 * 3_600_000,
    });
  });

  async function openTalk() {
    desk.clock.now = at("12:00:00");
    desk.handoff.routing.changed();
    return desk.waitingTalk();
  }
});
