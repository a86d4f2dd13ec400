import { groupIds } from "../../../config/demo/people.js";
import type { TimelineEntry } from "../../../contract/index.js";
import type { DeskClient } from "../../support/desk-client.js";
import { type Cast, openCast } from "../team/cast.js";

const everyDay = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const shift = { weekdays: everyDay, from: "00:00", to: "00:00", timeZone: "UTC" };

describe("who waits too long and is shown to a second group", () => {
  let cast: Cast;
  let passedMs = 0;
  beforeAll(async () => {
    cast = await openCast({}, { now: () => Date.now() + passedMs });
  });
  afterAll(() => cast.desk.stop());

  it("is told to that group's people, each in their turn from then on, and to nobody twice (S3-10, S3-12)", async () => {
    const { admin, ana, bruno, carla, diego, sara, desk } = cast;
    const { handoff, notify } = desk.app.domains;
    const routing = (id: string, form: object) => admin.rest("PUT", `/api/v1/routing/groups/${id}`, form);
    const overflow = { groupId: groupIds.applications, afterSeconds: 60 };
    await routing(groupIds.serviceDesk, { dispatcherId: cast.id(bruno), overflow });
    await routing(groupIds.applications, { ownerId: cast.id(diego), dispatcherId: cast.id(bruno) });
    const backups = { primary: cast.id(admin), backups: [cast.id(sara)], escalateMinutes: 2 };
    const rota = { shifts: [{ ...shift, ...backups }] };
    expect((await admin.rest("PUT", `/api/v1/groups/${groupIds.applications}/rota`, rota)).status).toBe(200);
    const { attendance } = await cast.wait();
    const isThis = (fact: { attendanceId: string }) => fact.attendanceId === attendance.id;
    const toldTo = (person: DeskClient) =>
      person.heard.filter(({ name, fact }) => name === "desk:notified" && isThis(fact as never)).length;
    await bruno.hear("desk:notified", isThis);
    expect([diego, admin, sara].map(toldTo)).toEqual([0, 0, 0]);
    diego.heard.length = 0;

    passedMs += 61_000;
    await Promise.all([handoff.route(), handoff.route()]);

    await diego.hear("desk:notified", isThis);
    await admin.hear("desk:notified", isThis);
    const { attendance: shown } = await diego.hear(
      "attendance:changed",
      (fact) => fact.attendance.id === attendance.id,
    );
    expect([...shown.groupIds].sort()).toEqual([groupIds.serviceDesk, groupIds.applications].sort());
    await diego.hear(
      "queue:changed",
      ({ groupId, waiting }) => groupId === groupIds.applications && waiting === 1,
    );
    await notify.sweep();
    expect([bruno, diego, admin, sara, carla, ana].map(toldTo)).toEqual([1, 1, 1, 0, 0, 0]);

    passedMs += 2 * 60_000;
    await notify.sweep();
    await sara.hear("desk:notified", isThis);
    expect([bruno, diego, admin, sara, carla, ana].map(toldTo)).toEqual([1, 1, 1, 1, 0, 0]);

    const timeline = async (person: DeskClient) => {
      const { body } = await person.rest("GET", `/api/v1/tickets/${attendance.ticketNumber}/timeline`);
      return (body as { items: TimelineEntry[] }).items.filter(({ kind }) => kind === "overflowed");
    };
    expect(await timeline(diego)).toMatchObject([
      { text: "Waited too long: Applications is asked too", actor: { kind: "system" } },
    ]);
    expect(await timeline(ana)).toEqual([]);
    const accepted = await diego.get("attendance:accept", { attendanceId: attendance.id, requestId: "mine" });
    expect(accepted.attendance.agent?.id).toBe(cast.id(diego));
    await diego.get("attendance:end", { attendanceId: attendance.id });
  });

  it("is told of it by another node when the one that showed it died (S3-10)", async () => {
    const { diego, desk } = cast;
    const { handoff, notify, store } = desk.app.domains;
    const { attendance } = await cast.wait();
    const isThis = (fact: { attendanceId: string }) => fact.attendanceId === attendance.id;
    passedMs += 61_000;
    await handoff.route();
    await diego.hear("desk:notified", isThis);
    // As it stands after the commit of the overflow, before anybody was told of it.
    diego.heard.length = 0;
    const { since } = await store.db
      .selectFrom("attendance_group")
      .select("since")
      .where("attendance_id", "=", attendance.id)
      .where("group_id", "=", groupIds.applications)
      .executeTakeFirstOrThrow();
    await store.db
      .deleteFrom("attendance_told")
      .where("attendance_id", "=", attendance.id)
      .where("account_id", "=", cast.id(diego))
      .execute();
    await store.db
      .updateTable("attendance_record")
      .set({ tell_next_at: since })
      .where("attendance_id", "=", attendance.id)
      .execute();

    await notify.sweep();

    await diego.hear("desk:notified", isThis);
    await cast.bruno.get("attendance:cancel", { attendanceId: attendance.id });
  });
});
