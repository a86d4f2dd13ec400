import { randomUUID } from "node:crypto";
import { groupIds } from "../../../config/demo/people.js";
import {
  type Attendance,
  type Catalog,
  type GroupForm,
  type GroupRouting,
  groupFormSchema,
  groupRoutingSchema,
  type Why,
} from "../../../contract/index.js";
import { Talk } from "../../support/desk-client.js";
import { type Cast, openCast, say } from "../team/cast.js";

interface Field {
  /** What the form says beside it. */
  readonly beside?: () => Partial<GroupRouting>;
  readonly set: () => Partial<GroupRouting>;
  readonly observe: () => Promise<unknown>;
  /** What is seen with the field as it is at first, and with it set. */
  readonly seen: readonly [unknown, unknown];
}

/** A Monday at noon: the session of who logs in then lasts as long as any other. */
const startsAt = Date.parse("2030-03-04T12:00:00Z");

describe("the form of a group: each field changes what happens", () => {
  let cast: Cast;
  let calendars: { readonly never: string; readonly morning: string };
  let offMs = startsAt - Date.now();
  beforeAll(async () => {
    cast = await openCast({}, { now: () => Date.now() + offMs });
    calendars = { never: await calendar("Never", []), morning: await calendar("Morning", [period]) };
  });
  afterAll(() => cast.desk.stop());

  const period = { from: "09:00", to: "12:30" };
  async function calendar(name: string, monday: object[]): Promise<string> {
    const rest = { tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
    const form = { name, timeZone: "UTC", weekly: { monday, ...rest }, holidays: [] };
    const { status, body } = await cast.admin.rest("POST", "/api/v1/calendars", form);
    expect(status).toBe(201);
    return (body as { id: string }).id;
  }
  const group = `/api/v1/routing/groups/${groupIds.serviceDesk}`;
  const handoff = () => cast.desk.app.domains.handoff;
  const save = async (form: Partial<GroupRouting>) => {
    expect(await cast.admin.rest("PUT", group, form)).toMatchObject({ status: 200 });
    await handoff().settled();
  };

  /** Ana asks for a person; whatever is seen of it, it is over afterwards. */
  async function waiting<T>(see: (attendance: Attendance, talk: Talk) => Promise<T>): Promise<T> {
    const talk = await Talk.begin(cast.ana);
    const attendance = await talk.askForPerson();
    await handoff().settled();
    const seen = await see(attendance, talk);
    await cast.admin.ask("attendance:end", { attendanceId: attendance.id });
    return seen;
  }
  const why = async ({ id }: Attendance) =>
    (await cast.sara.rest("GET", `/api/v1/attendances/${id}/why`)).body as Why;
  const accept = ({ id }: Attendance) =>
    cast.bruno.ask("attendance:accept", { attendanceId: id, requestId: randomUUID() });
  const ownerOf = async (talk: Talk) =>
    (await cast.ana.get("conversation:open", { conversationId: talk.id })).conversation.owner.kind;
  const pass = async (ms: number) => {
    offMs += ms;
    await handoff().route();
    await handoff().sweep();
    await handoff().settled();
  };
  const answerOf = async (ack: Promise<{ ok: true } | { ok: false; error: { code: string } }>) => {
    const answer = await ack;
    return answer.ok ? "ok" : answer.error.code;
  };
  const asked = () => waiting(async (attendance) => (await why(attendance)).next.kind);
  const registered = async () => {
    const wish = { description: "Now!", direct: true };
    const { status, body } = await cast.ana.rest("POST", "/api/v1/tickets", wish);
    const { attendance } = (await cast.ana.get("conversation:open", {})).conversation;
    if (attendance) await cast.admin.ask("attendance:end", { attendanceId: attendance.id });
    return status === 201 ? "ok" : (body as { error: { code: string } }).error.code;
  };
  const push = () => ({ giving: "push" }) as const;

  const fields: { readonly [K in keyof Required<GroupRouting>]: Field } = {
    giving: { set: push, observe: asked, seen: ["agent-picks", "offered"] },
    offerSeconds: {
      beside: push,
      set: () => ({ offerSeconds: 10 }),
      observe: () =>
        waiting(async (attendance) => {
          const first = (await why(attendance)).next.agent;
          await pass(11_000);
          return (await why(attendance)).next.agent === first ? "the same" : "the next one";
        }),
      seen: ["the same", "the next one"],
    },
    skills: {
      beside: push,
      set: () => ({ skills: ["sap"] }),
      observe: asked,
      seen: ["offered", "skill-needed"],
    },
    languages: {
      beside: push,
      set: () => ({ languages: ["pt"] }),
      observe: asked,
      seen: ["offered", "language-needed"],
    },
    calendarId: {
      set: () => ({ calendarId: calendars.never }),
      observe: registered,
      seen: ["ok", "attendance/closed"],
    },
    endLeadSeconds: {
      beside: () => ({ calendarId: calendars.morning }),
      set: () => ({ endLeadSeconds: 3600 }),
      observe: registered,
      seen: ["ok", "attendance/closed"],
    },
    channelCapacity: {
      set: () => ({ channelCapacity: { web: 0 } }),
      observe: () => waiting((attendance) => answerOf(accept(attendance))),
      seen: ["ok", "attendance/channel-full"],
    },
    overflow: {
      set: () => ({ overflow: { groupId: groupIds.applications, afterSeconds: 60 } }),
      observe: () =>
        waiting(async (attendance) => {
          await pass(61_000);
          const mine = (await cast.diego.rest("GET", "/api/v1/attendances?view=queue")).body;
          return (mine as { items: Attendance[] }).items.some(({ id }) => id === attendance.id);
        }),
      seen: [false, true],
    },
    waitLimitSeconds: {
      set: () => ({ waitLimitSeconds: 60 }),
      observe: () =>
        waiting(async (_, talk) => {
          await pass(61_000);
          return ownerOf(talk);
        }),
      seen: ["queue", "assistant"],
    },
    firstAnswerSeconds: {
      set: () => ({ firstAnswerSeconds: 60 }),
      observe: () =>
        waiting(async (attendance, talk) => {
          await accept(attendance);
          await pass(61_000);
          return ownerOf(talk);
        }),
      seen: ["agent", "queue"],
    },
    laterAnswerSeconds: {
      set: () => ({ laterAnswerSeconds: 60 }),
      observe: () =>
        waiting(async (attendance, talk) => {
          const accepted = await accept(attendance);
          await say(cast.bruno, talk.id, "Hello", accepted.ok ? accepted.epoch : 0);
          await say(cast.ana, talk.id, "My screen is black");
          await pass(61_000);
          return ownerOf(talk);
        }),
      seen: ["agent", "queue"],
    },
    ownerId: {
      beside: () => ({ dispatcherId: cast.id(cast.carla) }),
      set: () => ({ ownerId: cast.id(cast.sven) }),
      observe: () =>
        waiting(async ({ id }) => {
          await cast.carla.hear("desk:notified", (fact) => fact.attendanceId === id);
          const { db } = cast.desk.app.domains.store;
          const told = db.selectFrom("attendance_told").select("account_id").where("attendance_id", "=", id);
          return (await told.execute()).some((row) => row.account_id === cast.id(cast.sven));
        }),
      seen: [false, true],
    },
    dispatcherId: {
      set: () => ({ dispatcherId: cast.id(cast.bruno) }),
      observe: () =>
        waiting(({ id }) =>
          answerOf(cast.bruno.ask("attendance:assign", { attendanceId: id, agentId: cast.id(cast.carla) })),
        ),
      seen: ["access/denied", "ok"],
    },
  };

  it("has a test for every field there is", () => {
    expect(Object.keys(fields).sort()).toEqual(Object.keys(groupRoutingSchema.shape).sort());
    expect(Object.keys(named).sort()).toEqual(Object.keys(groupFormSchema.shape).sort());
  });

  it.each(Object.keys(groupRoutingSchema.shape) as (keyof GroupRouting)[])("%s", async (name) => {
    const { beside = () => ({}), set, observe, seen } = fields[name];

    await save(beside());
    const before = await observe();
    await save({ ...beside(), ...set() });
    const after = await observe();
    await save({});

    expect([before, after]).toEqual(seen);
  });

  const named: {
    readonly [K in keyof GroupForm]: Pick<Field, "observe" | "seen"> & { id: string; set: GroupForm };
  } = {
    name: {
      id: groupIds.serviceDesk,
      set: { name: "Front Desk", chatRequester: true, takesAttendances: true },
      observe: async () => {
        const { body } = await cast.bruno.rest("GET", "/api/v1/groups");
        return (body as { items: { id: string; name: string }[] }).items.find(
          ({ id }) => id === groupIds.serviceDesk,
        )?.name;
      },
      seen: ["Service Desk", "Front Desk"],
    },
    chatRequester: {
      id: groupIds.employees,
      set: { name: "Employees", chatRequester: false, takesAttendances: false },
      observe: async () => {
        const { body } = await cast.ana.rest("GET", "/api/v1/catalog?locale=en");
        return (body as { items: Catalog[] }).items.length > 0;
      },
      seen: [true, false],
    },
    takesAttendances: {
      id: groupIds.serviceDesk,
      set: { name: "Service Desk", chatRequester: true, takesAttendances: false },
      observe: registered,
      seen: ["ok", "attendance/not-configured"],
    },
  };

  it.each(Object.keys(groupFormSchema.shape) as (keyof GroupForm)[])(
    "%s of the group itself",
    async (name) => {
      const { id, set, observe, seen } = named[name];
      const { body } = await cast.admin.rest("GET", "/api/v1/groups/details");
      const listed = (body as { items: ({ id: string; members: number } & GroupForm)[] }).items;
      const { id: _, members, ...was } = listed.find((one) => one.id === id) ?? { id, members: 0 };

      const before = await observe();
      expect(await cast.admin.rest("PUT", `/api/v1/groups/${id}`, set)).toMatchObject({ status: 200 });
      const after = await observe();
      await cast.admin.rest("PUT", `/api/v1/groups/${id}`, was);

      expect([before, after]).toEqual(seen);
    },
  );
});
