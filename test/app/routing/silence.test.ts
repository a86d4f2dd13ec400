import { randomUUID } from "node:crypto";
import { groupIds } from "../../../config/demo/people.js";
import type { Ticket, TimelineEntry, Why } from "../../../contract/index.js";
import { Talk } from "../../support/desk-client.js";
import { type Cast, openCast, say } from "../team/cast.js";

const group = `/api/v1/routing/groups/${groupIds.serviceDesk}`;

describe("a talk whose agent accepted and stays silent (F20, chatwoot#14508)", () => {
  let cast: Cast;
  let passedMs = 0;
  beforeAll(async () => {
    cast = await openCast({}, { now: () => Date.now() + passedMs });
    const { admin, carla } = cast;
    const everyDay = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    const shift = { weekdays: everyDay, from: "00:00", to: "00:00", timeZone: "UTC", backups: [] };
    const rota = { shifts: [{ ...shift, primary: cast.id(carla) }] };
    await admin.rest("PUT", `/api/v1/groups/${groupIds.serviceDesk}/rota`, rota);
    const saved = await admin.rest("PUT", group, { firstAnswerSeconds: 120 });
    expect(saved).toMatchObject({ status: 200, body: { routing: { firstAnswerSeconds: 120 } } });
  });
  afterAll(() => cast.desk.stop());

  it("is taken back: agent, requester, colleagues, supervisor and ticket are told, and the next one takes it", async () => {
    const { ana, bruno, carla, sara, desk } = cast;
    await sara.get("wall:follow", { on: true });
    const talk = await Talk.begin(ana, "pt");
    const { id: attendanceId, ticketNumber, waitingSince } = await talk.askForPerson();
    const isThis = (fact: { attendanceId: string }) => fact.attendanceId === attendanceId;
    await carla.hear("desk:notified", isThis);
    const { epoch } = await bruno.get("attendance:accept", { attendanceId, requestId: randomUUID() });
    carla.heard.length = 0;
    bruno.heard.length = 0;

    passedMs += 121_000;
    await desk.app.domains.handoff.sweep();

    const lost = await bruno.hear("ownership:lost", (fact) => fact.conversationId === talk.id);
    expect(lost).toMatchObject({ reason: "silent", epoch: epoch + 1, owner: { kind: "queue" } });
    expect(await say(bruno, talk.id, "Here I am", epoch)).toMatchObject({
      ok: false,
      error: { code: "conversation/stale-epoch" },
    });
    const told = await ana.hear(
      "message:posted",
      ({ message }) => message.notice?.kind === "attendance-reclaimed",
    );
    expect(told.message.text).toBe(
      "Bruno Lima não respondeu a tempo. Você voltou à fila, no seu lugar anterior.",
    );
    await carla.hear(
      "attendance:changed",
      ({ attendance }) => attendance.id === attendanceId && attendance.status === "pending",
    );
    await carla.hear("desk:notified", isThis);
    expect(bruno.heard.filter(({ name }) => name === "desk:notified")).toEqual([]);
    await sara.hear("wall:changed", ({ talks }) =>
      talks.some((one) => one.id === attendanceId && one.reclaimedFrom === "Bruno Lima"),
    );
    const why = (await carla.rest("GET", `/api/v1/attendances/${attendanceId}/why`)).body as Why;
    expect(why.reclaimed?.agent).toBe("Bruno Lima");

    const ticket = (await carla.rest("GET", `/api/v1/tickets/${ticketNumber}`)).body as Ticket;
    expect(ticket.assignee).toBeUndefined();
    const { items } = (await carla.rest("GET", `/api/v1/tickets/${ticketNumber}/timeline`)).body as {
      items: TimelineEntry[];
    };
    expect(items.map(({ text }) => text)).toEqual(
      expect.arrayContaining([told.message.text, "No longer assigned to anybody"]),
    );

    const next = await carla.get("attendance:accept", { attendanceId, requestId: randomUUID() });
    expect(next.attendance).toMatchObject({ waitingSince, agent: { id: cast.id(carla) } });
    expect(await say(carla, talk.id, "I am here", next.epoch)).toMatchObject({ ok: true });
    await sara.hear("wall:changed", ({ talks }) =>
      talks.some((one) => one.id === attendanceId && one.agentId && one.reclaimedFrom === undefined),
    );
    await carla.get("attendance:end", { attendanceId });
  });
});
