import type { AuditPage } from "../../../contract/index.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
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
    for (let before: number | undefined; ; ) {
      const page = await read(before === undefined ? "" : `?before=${before}`);
      items.push(...page.items);
      if (page.next === undefined) return items;
      before = page.next;
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
