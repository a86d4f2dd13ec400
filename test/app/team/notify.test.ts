import { createECDH, randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { whoIsTold } from "../../../app/notify/who-is-told.js";
import type { Group } from "../../../contract/index.js";
import { type Cast, openCast, say } from "./cast.js";

/** Stands for the push service of a browser. */
async function openPushService() {
  const calls: { path: string; headers: Record<string, unknown> }[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    calls.push({ path: request.url ?? "", headers: request.headers });
    response.statusCode = request.url?.startsWith("/gone") ? 410 : 201;
    response.end();
    for (const look of waiting) look();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    calls,
    called: (path: string) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!calls.some((call) => call.path === path)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    close: () => server.close(),
  };
}

function browserKeys() {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  return {
    p256dh: pair.getPublicKey().toString("base64url"),
    auth: randomBytes(16).toString("base64url"),
  };
}

describe("desktop notifications", () => {
  let service: Awaited<ReturnType<typeof openPushService>>;
  let cast: Cast;
  let groupId: string;
  let passedMs = 0;
  beforeAll(async () => {
    service = await openPushService();
    cast = await openCast({ PUSH_SERVICES: service.origin }, { now: () => Date.now() + passedMs });
    const { body } = await cast.admin.rest("GET", "/api/v1/groups");
    groupId = (body as { items: Group[] }).items.find(({ name }) => name === "Service Desk")?.id ?? "";
  });
  afterAll(async () => {
    await cast.desk.stop();
    service.close();
  });

  const subscribe = (path: string) => ({
    endpoint: service.origin + path,
    keys: browserKeys(),
    locale: "en",
  });
  const subscribed = async (person: Cast["ana"], path: string) =>
    (await person.rest("POST", "/api/v1/push/subscriptions", subscribe(path))).status;
  const rota = (primary: string, backups: string[]) => ({
    shifts: [
      {
        weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        from: "00:00",
        to: "00:00",
        timeZone: "America/Sao_Paulo",
        primary,
        backups,
      },
    ],
  });

  it("go to owner, dispatcher and on-call agents, each once, and to nobody else (S3-10, S3-12)", async () => {
    const { admin, ana, bruno, carla, diego } = cast;
    const shifts = rota(cast.id(diego), [cast.id(carla)]);
    expect((await admin.rest("PUT", `/api/v1/groups/${groupId}/rota`, shifts)).status).toBe(200);
    const roles = { ownerId: cast.id(admin), dispatcherId: cast.id(diego) };
    expect((await admin.rest("PUT", `/api/v1/routing/groups/${groupId}`, roles)).status).toBe(200);

    const { attendance } = await cast.wait();
    for (const told of [admin, diego, carla]) {
      await told.hear("desk:notified", (fact) => fact.attendanceId === attendance.id);
    }

    const heardBy = (person: typeof ana) =>
      person.heard.filter(
        ({ name, fact }) => name === "desk:notified" && JSON.stringify(fact).includes(attendance.id),
      ).length;
    expect([diego, carla, bruno, ana, admin].map(heardBy)).toEqual([1, 1, 0, 0, 1]);
  });

  it("go to the owner and the expert assignee whom the ticket names, in place of who had it last (S3-12)", async () => {
    const { bruno, carla, diego, desk } = cast;
    const { db } = desk.app.domains.store;
    const { attendance } = await cast.wait();
    const ticket = await db
      .selectFrom("ticket")
      .select("id")
      .where("number", "=", attendance.ticketNumber ?? "")
      .executeTakeFirstOrThrow();
    const named = { owner_id: cast.id(bruno), expert_id: cast.id(diego), group_id: null };
    await db.updateTable("ticket").set(named).where("id", "=", ticket.id).execute();

    const subject = { ticketId: ticket.id, groups: [], ownerId: cast.id(carla) };
    const told = await whoIsTold({ db, rotas: desk.app.domains.rotas }, subject, 17);

    expect(told).toEqual([bruno, diego].map((person) => ({ accountId: cast.id(person), at: 17 })));
  });

  it("go to the backups in turn while nobody accepts, once over all nodes, and to no more once somebody has (S3-12)", async () => {
    const { admin, ana, bruno, carla, diego, sara, desk } = cast;
    const { notify, store } = desk.app.domains;
    await admin.rest("PUT", `/api/v1/routing/groups/${groupId}`, {});
    const [shift] = rota(cast.id(diego), [cast.id(sara), cast.id(carla)]).shifts;
    const shifts = [{ ...shift, escalateMinutes: 5 }];
    expect(await admin.rest("PUT", `/api/v1/groups/${groupId}/rota`, { shifts })).toMatchObject({
      status: 200,
      body: { shifts: [{ escalateMinutes: 5 }] },
    });
    expect(await subscribed(sara, "/sara")).toBe(204);
    const { attendance } = await cast.wait();
    const isThis = (fact: { attendanceId: string }) => fact.attendanceId === attendance.id;
    const heardBy = (person: typeof ana) =>
      person.heard.filter(({ name, fact }) => name === "desk:notified" && isThis(fact as never)).length;

    await diego.hear("desk:notified", isThis);
    await notify.sweep();
    expect([sara, carla, admin].map(heardBy)).toEqual([0, 0, 0]);

    passedMs += 5 * 60_000;
    await Promise.all([notify.sweep(), notify.sweep()]);
    await sara.hear("desk:notified", isThis);
    await service.called("/sara");
    expect([diego, sara, carla].map(heardBy)).toEqual([1, 1, 0]);

    await bruno.get("attendance:accept", { attendanceId: attendance.id, requestId: "mine" });
    passedMs += 5 * 60_000;
    await notify.sweep();
    const told = await store.db
      .selectFrom("attendance_told")
      .select("account_id")
      .where("attendance_id", "=", attendance.id)
      .orderBy("told_at")
      .execute();
    expect(told.map((row) => row.account_id)).toEqual([diego, sara].map(cast.id));
    const open = await store.db
      .selectFrom("attendance_record")
      .select("attendance_id")
      .where("tell_next_at", "is not", null)
      .execute();
    expect(open).toEqual([]);
    await bruno.get("attendance:end", { attendanceId: attendance.id });
  });

  it("are made up for by another node when the one that heard the request died (S3-10)", async () => {
    const { admin, diego, desk } = cast;
    const { notify, store } = desk.app.domains;
    await admin.rest("PUT", `/api/v1/groups/${groupId}/rota`, rota(cast.id(diego), []));
    const { attendance } = await cast.wait();
    const isThis = (fact: { attendanceId: string }) => fact.attendanceId === attendance.id;
    await diego.hear("desk:notified", isThis);
    // As it stands after the commit, before anybody was told.
    await store.db.deleteFrom("attendance_told").where("attendance_id", "=", attendance.id).execute();
    await store.db
      .updateTable("attendance_record")
      .set({ tell_next_at: attendance.waitingSince })
      .where("attendance_id", "=", attendance.id)
      .execute();

    diego.heard.length = 0;
    await notify.sweep();

    await diego.hear("desk:notified", isThis);
  });

  it("lead who was told to the talk, who may read it, and take it only as a member (S3-11, S1-3)", async () => {
    const { admin, diego, sven } = cast;
    await admin.rest("PUT", `/api/v1/groups/${groupId}/rota`, rota(cast.id(diego), []));
    const { attendance, conversationId } = await cast.wait();
    await diego.hear("desk:notified", (fact) => fact.attendanceId === attendance.id);

    const opened = await diego.get("conversation:open", { conversationId });
    const record = await diego.rest("GET", `/api/v1/chat-requests/${attendance.id}`);
    const why = await diego.rest("GET", `/api/v1/attendances/${attendance.id}/why`);

    expect(opened.conversation).toMatchObject({ id: conversationId, attendance: { status: "pending" } });
    expect([record.status, why.status]).toEqual([200, 200]);
    const wish = { attendanceId: attendance.id, requestId: randomUUID() };
    expect(await diego.ask("attendance:accept", wish)).toMatchObject({
      error: { code: "attendance/not-in-group" },
    });
    for (const verb of ["attendance:cancel", "attendance:end"] as const)
      expect(await diego.ask(verb, { attendanceId: attendance.id })).toMatchObject({ ok: false });
    expect(await say(diego, conversationId, "may I?")).toMatchObject({ ok: false });
    await sven.get("attendance:end", { attendanceId: attendance.id });
  });

  it("go to the people of the group that gets it when it is passed on, not twice to anybody (S3-12)", async () => {
    const { admin, bruno, sara, diego } = cast;
    const { body } = await admin.rest("GET", "/api/v1/groups");
    const networkId = (body as { items: Group[] }).items.find(({ name }) => name === "Network")?.id ?? "";
    await admin.rest("PUT", `/api/v1/groups/${networkId}/rota`, rota(cast.id(sara), [cast.id(diego)]));
    const { attendance, epoch } = await cast.talk();
    expect(epoch).toBeGreaterThan(0);

    await bruno.get("attendance:transfer", {
      attendanceId: attendance.id,
      to: { kind: "group", id: networkId },
    });

    const isThis = (fact: { attendanceId: string }) => fact.attendanceId === attendance.id;
    await sara.hear("desk:notified", isThis);
    await diego.hear("desk:notified", isThis);
    const toldDiego = diego.heard.filter(
      ({ name, fact }) => name === "desk:notified" && isThis(fact as never),
    );
    expect(toldDiego).toHaveLength(1);
    await admin.rest("PUT", `/api/v1/groups/${networkId}/rota`, { shifts: [] });
  });

  it("are pushed to the browsers that asked for it, encrypted, and only to those (S3-13, S3-14)", async () => {
    const { admin, carla, ana } = cast;
    await admin.rest("PUT", `/api/v1/groups/${groupId}/rota`, rota(cast.id(carla), []));
    const { body } = await carla.rest("GET", "/api/v1/push/key");
    expect((body as { key: string }).key).toMatch(/^[\w-]{80,}$/);
    expect((await carla.rest("POST", "/api/v1/push/subscriptions", subscribe("/laptop"))).status).toBe(204);
    const phone = subscribe("/phone");
    await carla.rest("POST", "/api/v1/push/subscriptions", phone);
    await carla.rest("POST", "/api/v1/push/subscriptions/remove", { endpoint: phone.endpoint });
    await carla.rest("POST", "/api/v1/push/subscriptions", subscribe("/gone"));

    await cast.wait();
    await Promise.all([service.called("/laptop"), service.called("/gone")]);

    const call = service.calls.find(({ path }) => path === "/laptop");
    expect(call?.headers).toMatchObject({ "content-encoding": "aes128gcm" });
    expect(String(call?.headers.authorization)).toMatch(/^vapid t=/);
    expect(service.calls.map(({ path }) => path)).not.toContain("/phone");
    expect((await ana.rest("GET", "/api/v1/push/key")).status).toBe(403);
  });

  it.each([
    "http://127.0.0.1:6379/",
    "https://169.254.169.254/latest",
    "https://fcm.googleapis.com.evil.example/x",
    "https://user@fcm.googleapis.com/x",
    "https://fcm.googleapis.com:8443/x",
  ])("refuse %s as a push service (S21)", async (endpoint) => {
    const wish = { ...subscribe("/"), endpoint };

    expect(await cast.carla.rest("POST", "/api/v1/push/subscriptions", wish)).toMatchObject({
      status: 422,
      body: { error: { code: "push/refused" } },
    });
  });

  it("refuse a rota with people who are not of the desk, and from who is no admin", async () => {
    const { admin, bruno, ana } = cast;
    const path = `/api/v1/groups/${groupId}/rota`;

    expect((await admin.rest("PUT", path, rota(cast.id(ana), []))).status).toBe(422);
    expect((await bruno.rest("PUT", path, rota(cast.id(bruno), []))).status).toBe(403);
  });
});
