import { Registry } from "prom-client";
import { countBreaches } from "../../../app/records/index.js";
import { createWorkingTime } from "../../../app/working-time.js";
import { type Calendars, createCalendars } from "../../../config/index.js";
import { type CalendarForm, calendarFormSchema, type Ticket } from "../../../contract/index.js";
import { newId } from "../../../store/index.js";
import {
  type AgreementAdmin,
  createAgreementAdmin,
  createTickets,
  type Tickets,
} from "../../../tickets/index.js";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";
import { openDesk, type TestDesk } from "../../tickets/desk.js";

const day = [
  { from: "09:00", to: "13:00" },
  { from: "14:00", to: "18:00" },
];
const weekdays = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day };
/** A split shift on weekdays, and one Tuesday on which nobody is there. */
const office: CalendarForm = calendarFormSchema.parse({
  name: "Office",
  timeZone: "Europe/Madrid",
  weekly: weekdays,
  holidays: [{ date: "2026-12-08", name: "Immaculate Conception" }],
});
/** Nights from Saturday to Sunday, through both changes of the clock. */
const nights: CalendarForm = calendarFormSchema.parse({
  name: "Nights",
  timeZone: "Europe/Madrid",
  weekly: { sunday: [{ from: "00:00", to: "06:00" }] },
});

describe.each(engines)("due times by calendars on %s", (engine) => {
  let store: TestStore;
  let desk: TestDesk;
  let tickets: Tickets;
  let agreements: AgreementAdmin;
  let calendars: Calendars;
  let agreementId: string;
  let registry: Registry;
  beforeAll(async () => {
    store = await openTestStore(engine);
    desk = await openDesk(store);
    const now = () => desk.clock.now;
    calendars = createCalendars({ store, now });
    agreements = createAgreementAdmin({ store, now });
    calendars.usedBy(agreements.usesOf);
    registry = new Registry();
    countBreaches({ store, now, registers: [registry] });
    const present = (number: number) => () => desk.parameters.get(number);
    tickets = createTickets({
      store,
      now,
      settings: {
        originId: present(315),
        directActivityId: present(317),
        contractId: present(118),
        defaultGroupId: present(389),
        groupsEnforced: () => false,
        workingTime: createWorkingTime(calendars),
      },
    });
    const made = await agreements.agreements.create(form({}), desk.bruno.accountId);
    agreementId = made.id;
  });
  beforeEach(() => desk.reset());
  afterAll(() => store.discard());

  const form = (part: { calendarId?: string; responseMinutes?: number; resolutionMinutes?: number }) => {
    const { calendarId, responseMinutes = 60, resolutionMinutes = 120 } = part;
    return {
      name: "Standard",
      isActive: true,
      isChatEnabled: true,
      serviceIds: [desk.ids.service],
      targets: { medium: { responseMinutes, resolutionMinutes } },
      ...(calendarId === undefined ? {} : { calendarId }),
    };
  };
  const agree = async (hours: CalendarForm, minutes: { response: number; resolution: number }) => {
    const found = (await calendars.list()).find(({ name }) => name === hours.name);
    const calendarId = (found ?? (await calendars.create(hours, desk.bruno.accountId))).id;
    const targets = { responseMinutes: minutes.response, resolutionMinutes: minutes.resolution };
    await agreements.agreements.update(agreementId, form({ calendarId, ...targets }), desk.bruno.accountId);
    return calendarId;
  };
  const at = (time: string) => {
    desk.clock.now = Date.parse(time);
  };
  const open = (): Promise<Ticket> =>
    tickets.open({
      person: desk.ana,
      activityId: desk.ids.request,
      description: "A new laptop",
      causeId: newId(),
      locale: "en",
    });
  const read = (number: string) => tickets.byNumber(desk.bruno, number, "en");
  const dues = async (number: string) => {
    const { serviceLevel } = await read(number);
    return [serviceLevel?.response, serviceLevel?.resolution].map((clock) =>
      clock === undefined ? "" : new Date(clock.dueAt).toISOString(),
    );
  };
  const breaches = async () => {
    const [metric] = await registry.getMetricsAsJSON();
    return Object.fromEntries(
      (metric?.values ?? []).map(({ labels, value }) => [String(labels.target), value]),
    );
  };

  it("count open hours only: over a lunch break, a night and a holiday (chatwoot#6467, #14009)", async () => {
    await agree(office, { response: 60, resolution: 120 });
    at("2026-12-07T12:30:00+01:00");
    expect(await dues((await open()).number)).toEqual([
      "2026-12-07T13:30:00.000Z",
      "2026-12-07T14:30:00.000Z",
    ]);

    at("2026-12-07T17:30:00+01:00");
    expect(await dues((await open()).number)).toEqual([
      "2026-12-09T08:30:00.000Z",
      "2026-12-09T09:30:00.000Z",
    ]);

    at("2026-12-08T11:00:00+01:00");
    expect(await dues((await open()).number)).toEqual([
      "2026-12-09T09:00:00.000Z",
      "2026-12-09T10:00:00.000Z",
    ]);
  });

  it("are right in the night in which the clock goes back, and in which it goes on", async () => {
    await agree(nights, { response: 420, resolution: 421 });
    // Seven hours lie between midnight and six.
    at("2026-10-25T00:00:00+02:00");
    expect(await dues((await open()).number)).toEqual([
      "2026-10-25T05:00:00.000Z",
      "2026-10-31T23:01:00.000Z",
    ]);

    await agree(nights, { response: 300, resolution: 301 });
    // And five of them here; the week after the night begins an hour earlier.
    at("2027-03-28T00:00:00+01:00");
    expect(await dues((await open()).number)).toEqual([
      "2027-03-28T04:00:00.000Z",
      "2027-04-03T22:01:00.000Z",
    ]);
  });

  it("wait for the requester by open hours too, and count from the wish for a person anew", async () => {
    await agree(office, { response: 60, resolution: 120 });
    at("2026-12-07T17:00:00+01:00");
    const { number, id } = await open();
    at("2026-12-07T17:45:00+01:00");
    await tickets.setState(desk.bruno, number, "pending-customer", "en");
    at("2026-12-09T09:30:00+01:00");
    await tickets.setState(desk.bruno, number, "in-progress", "en");

    // A quarter of an hour on Monday and half an hour on Wednesday stood still.
    expect((await dues(number))[1]).toBe("2026-12-09T09:45:00.000Z");
    const asked = Date.parse("2026-12-09T12:45:00+01:00");
    expect(await tickets.responseDueIn(store.db, id, asked)).toBe(Date.parse("2026-12-09T14:45:00+01:00"));
  });

  it("are counted when they are missed, while the ticket is open and not waiting for its requester", async () => {
    await agree(office, { response: 60, resolution: 120 });
    at("2026-12-07T09:00:00+01:00");
    const [late, answered, waiting, done] = [await open(), await open(), await open(), await open()];
    expect(await breaches()).toEqual({ response: 0, resolution: 0 });
    await tickets.respondedIn(store.db, answered.id, desk.clock.now);
    await tickets.setState(desk.bruno, waiting.number, "pending-customer", "en");
    await tickets.setState(desk.bruno, done.number, "resolved", "en");

    at("2026-12-07T10:00:01+01:00");
    expect(await breaches()).toEqual({ response: 1, resolution: 0 });
    at("2026-12-07T11:00:01+01:00");
    expect(await breaches()).toEqual({ response: 1, resolution: 2 });
    await tickets.setState(desk.bruno, late.number, "canceled", "en");

    expect(await breaches()).toEqual({ response: 0, resolution: 1 });
    expect((await read(answered.number)).serviceLevel?.resolution?.state).toBe("breached");
  });

  it("keep their calendar: one that an agreement counts by is not removed", async () => {
    const calendarId = await agree(office, { response: 60, resolution: 120 });

    await expect(calendars.remove(calendarId, desk.bruno.accountId)).rejects.toMatchObject({
      code: "calendar/in-use",
      details: { uses: ["Standard"] },
    });
  });
});
