import type { AuditPage } from "../../../contract/index.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import { openCast } from "../team/cast.js";
import type { DeskClient } from "../../support/desk-client.js";

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly audience: string;
  readonly isAudited: boolean;
}

/** They only answer: nothing is different afterwards. */
const changeNothing = [
  "POST /api/v1/interaction-mapping/preview",
  "POST /api/v1/email-templates/preview",
  "POST /api/v1/routing/what-if",
  "POST /api/v1/understanding/try",
  "POST /api/v1/privacy/masking/try",
  "POST /api/v1/language-model/try",
];

describe("the record of administrative acts", () => {
  let desk: RunningDesk;
  let admin: DeskClient;
  let operations: Operation[];
  beforeAll(async () => {
    desk = await startDesk({ LOG_LEVEL: "info" });
    admin = await desk.connect("admin");
    const { paths } = (await (await fetch(`${desk.url}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { "x-audience": string; "x-audited"?: true }>>;
    };
    operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        audience: operation["x-audience"],
        isAudited: operation["x-audited"] === true,
      })),
    );
  });
  afterAll(() => desk.stop());

  const read = async (query = "") => (await admin.rest("GET", `/api/v1/audit${query}`)).body as AuditPage;

  it("covers every write of admins but those that change nothing", () => {
    const left = operations.filter(
      ({ method, audience, isAudited }) => method !== "GET" && audience === "admin" && !isAudited,
    );

    expect(left.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(changeNothing.sort());
  });

  it("has an entry for every write there is, made from the description of the API", async () => {
    const writes = operations.filter(({ isAudited }) => isAudited);
    const before = new Set((await all()).map(({ id }) => id));
    for (const { method, path } of writes) {
      await admin.rest(method, path.replace(/\{\w+\}/g, "x"), method === "DELETE" ? undefined : { x: 1 });
    }

    const acts = (await all()).filter(({ id }) => !before.has(id));
    const named = acts.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, "{$1}")}`);
    expect(named.sort()).toEqual(writes.map(({ method, path }) => `${method} ${path}`).sort());
    expect(acts.filter(({ outcome, summary }) => outcome === "begun" || summary === "")).toEqual([]);
    expect(writes.length).toBeGreaterThan(50);
  });

  async function all(): Promise<AuditPage["items"]> {
    const items: AuditPage["items"] = [];
    for (let after: string | undefined; ; ) {
      const page = await read(after === undefined ? "" : `?after=${after}`);
      items.push(...page.items);
      if (page.next === undefined) return items;
      after = page.next;
    }
  }

  it("tells who set what, and what it was before and after", async () => {
    await admin.rest("PUT", "/api/v1/parameters/316", { value: "N" });
    await admin.rest("PUT", "/api/v1/parameters/316", { value: "Y" });

    const [act] = (await read()).items;
    expect(act).toMatchObject({
      method: "PUT",
      path: "/api/v1/parameters/:number",
      object: { number: "316" },
      asked: { value: "Y" },
      outcome: "done",
      actor: { role: "admin" },
      changes: [{ type: "parameter", id: "316", before: { value: "N" }, after: { value: "Y" } }],
    });
  });

  it("holds no secret, and names no person but by id (attack S37)", async () => {
    const canary = "canary-5c1f";
    const form = {
      username: `user-${canary}`,
      name: `Name ${canary}`,
      email: `${canary}@example.com`,
      role: "requester",
      capacity: 1,
      groupIds: [],
      password: `password ${canary}`,
    };
    const { status, body } = await admin.rest("POST", "/api/v1/accounts", form);
    const { id } = body as { id: string };
    const set = await admin.rest("PUT", `/api/v1/accounts/${id}/password`, { password: `again ${canary}` });
    const made = await admin.rest("POST", "/api/v1/api-tokens", { name: "x", scopes: ["rest-channel"] });
    const { token } = made.body as { token: string };

    expect([status, set.status < 300, made.status]).toEqual([201, true, 201]);
    const text = JSON.stringify((await read()).items);
    expect(text).toContain(id);
    expect(text).not.toContain(canary);
    expect(text).not.toContain(token);
  });

  it("has one entry for one look of a supervisor, by however many doors and nodes they came", async () => {
    const { cast, acts } = await supervise();
    const { conversationId } = await cast.talk();
    const { sara } = cast;

    await Promise.all([
      sara.get("conversation:open", { conversationId }),
      sara.get("talk:watch", { conversationId }),
      sara.get("conversation:sync", { conversationId, afterSeq: 0 }),
      sara.rest("GET", `/api/v1/conversations/${conversationId}/team`),
      sara.get("talk:watch", { conversationId }),
    ]);
    await sara.get("talk:watch", { conversationId });

    const looks = (await acts()).filter(({ path }) => path === "talk:watch");
    expect(looks).toMatchObject([
      {
        method: "SOCKET",
        summary: "Look at a talk of others",
        actor: { id: cast.id(sara), role: "supervisor" },
        object: { conversationId },
        outcome: "done",
        changes: [{ type: "watched-talk", id: conversationId }],
      },
    ]);
    const { body } = await cast.admin.rest("GET", `/api/v1/changes?objectId=${conversationId}`);
    expect((body as { items: unknown[] }).items).toHaveLength(1);
    await cast.desk.stop();
  });

  it("has what supervisors do over sockets: whispers without their words, take-overs, who was given what", async () => {
    const { cast, acts } = await supervise();
    const { bruno, carla, sara } = cast;
    const { conversationId, attendance, epoch } = await cast.talk();
    const text = "canary-whisper-77";
    const note = { conversationId, clientNoteId: "n-1", text, to: cast.id(bruno) };
    await sara.get("note:post", note);
    await sara.get("note:post", { conversationId, clientNoteId: "n-2", text });
    await carla.ask("note:post", { ...note, clientNoteId: "n-3" });
    const takeOver = { attendanceId: attendance.id, requestId: "t-1", epoch };
    await sara.get("attendance:take-over", takeOver);
    await sara.ask("attendance:take-over", { ...takeOver, requestId: "t-2", epoch: 99 });
    const waiting = await cast.sven.ask("attendance:assign", {
      attendanceId: attendance.id,
      agentId: cast.id(carla),
      note: text,
    });

    const told = (await acts()).filter(({ method, path }) => method === "SOCKET" && path !== "talk:watch");
    expect(told.map(({ path, actor }) => `${path} ${actor.role}`).sort()).toEqual([
      "attendance:assign supervisor",
      "attendance:take-over supervisor",
      "attendance:take-over supervisor",
      "note:post supervisor",
    ]);
    expect(told.find(({ path }) => path === "note:post")).toMatchObject({
      object: { conversationId },
      asked: { to: cast.id(bruno) },
      outcome: "done",
    });
    const assigned = told.find(({ path }) => path === "attendance:assign");
    expect(assigned?.outcome).toBe(waiting.ok ? "done" : waiting.error.code);
    expect(JSON.stringify(told)).not.toContain(text);
    await cast.desk.stop();
  });

  async function supervise() {
    const cast = await openCast();
    const acts = async () => ((await cast.admin.rest("GET", "/api/v1/audit")).body as AuditPage).items;
    return { cast, acts };
  }

  it("goes out as CSV that no spreadsheet runs (attack S35)", async () => {
    await admin.rest("POST", "/api/v1/canned-replies", { "=cmd|' /C calc'!A0": 1 });
    const response = await fetch(`${desk.url}/api/v1/audit/export?text=canned`, {
      headers: { authorization: `Bearer ${admin.token}` },
    });
    const csv = await response.text();

    expect(response.headers.get("content-type")).toContain("text/csv");
    expect(csv.split("\r\n")[0]).toContain("place,time,person");
    expect(csv.split("\r\n").slice(1).join("\n")).toContain("/api/v1/canned-replies");
    expect(csv).not.toMatch(/(?:^|,|\n)"?[=+@-]/m);
  });

  it("is whole, and its end stands in the log too", async () => {
    const { body } = await admin.rest("GET", "/api/v1/audit/check");

    expect(body).toMatchObject({ isWhole: true, head: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(desk.log.join("\n")).toContain((body as { head: string }).head);
  });

  it("is edited by no route", () => {
    const routes = operations.filter(({ path }) => path.startsWith("/api/v1/audit"));

    expect(routes.map(({ method }) => method)).toEqual(["GET", "GET", "GET"]);
  });
});
