import { type RunningDesk, startDesk } from "../../support/desk.js";
import type { DeskClient } from "../../support/desk-client.js";

const weekly = {
  ...{ monday: [{ from: "09:00", to: "17:00" }], tuesday: [], wednesday: [], thursday: [] },
  ...{ friday: [], saturday: [], sunday: [] },
};
const serviceDesk = "01999d00-0000-7000-8000-000000000201";

describe("If-Match, where several admins change the same thing (issue 8)", () => {
  let desk: RunningDesk;
  let admin: DeskClient;
  beforeAll(async () => {
    desk = await startDesk();
    admin = await desk.connect("admin");
  });
  afterAll(() => desk.stop());

  const send = (method: string, path: string, tag?: string, body?: unknown) =>
    fetch(desk.url + path, {
      method,
      headers: {
        authorization: `Bearer ${admin.token}`,
        ...(tag === undefined ? {} : { "If-Match": tag }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const tagOf = async (path: string) => {
    const response = await send("GET", path);
    expect([path, response.status]).toEqual([path, 200]);
    return String(response.headers.get("etag"));
  };
  /** Two who have read the same: the first is heard, the second is told. */
  async function changeTwice(path: string, first: unknown, second: unknown, method = "PUT") {
    const tag = await tagOf(path);
    expect((await send("PUT", path, tag, first)).status).toBe(200);
    const late = await send(method, path, tag, second);
    expect([late.status, ((await late.json()) as { error: { code: string } }).error.code]).toEqual([
      412,
      "request/outdated",
    ]);
    expect(await tagOf(path)).not.toBe(tag);
  }

  it.each(["catalogs", "services", "activities", "origins", "contracts"])(
    "holds for %s of the portfolio",
    async (list) => {
      const { body } = await admin.rest("GET", "/api/v1/portfolio");
      const [item] = (body as Record<string, { id: string; name: unknown }[]>)[list] ?? [];
      if (item === undefined) throw new Error(`The demo desk has no ${list}.`);
      const { id, ...form } = item;
      const path = `/api/v1/portfolio/${list}/${id}`;
      expect((await admin.rest("GET", path)).body).toEqual(item);
      const named = (name: string) => (typeof form.name === "string" ? name : { en: name });

      await changeTwice(path, { ...form, name: named("One") }, { ...form, name: named("Two") });
      expect((await send("DELETE", path, '"another"')).status).toBe(412);
      expect((await admin.rest("GET", path)).body).toMatchObject({ id, name: named("One") });
      expect((await send("GET", `/api/v1/portfolio/${list}/${serviceDesk}`)).status).toBe(404);
    },
  );

  it("holds for the modes of the desk and its groups, and for switches by hand", async () => {
    const own = (mode: string) => ({
      mode: "inherit",
      schedule: [{ hours: { kind: "own", timeZone: "Europe/Lisbon", weekly }, during: "closed", mode }],
    });
    for (const scope of ["desk", serviceDesk]) {
      await changeTwice(`/api/v1/modes/${scope}`, own("manual"), own("both"));
      const at = `/api/v1/modes/${scope}/override`;
      await changeTwice(at, { mode: "manual", until: "revoked" }, undefined, "DELETE");
      expect((await admin.rest("GET", at)).body).toMatchObject({ override: { mode: "manual" } });
      expect((await send("DELETE", at, await tagOf(at))).status).toBe(204);
      expect((await admin.rest("GET", at)).body).toEqual({});
    }
    expect((await admin.rest("GET", "/api/v1/modes/01999d00-0000-7000-8000-00000000ffff")).status).toBe(404);
  });

  it("holds for how groups give out conversations, and for the rules that choose a group", async () => {
    const path = `/api/v1/routing/groups/${serviceDesk}`;
    const { routing } = (await admin.rest("GET", path)).body as { routing: object };
    await changeTwice(path, { ...routing, offerSeconds: 41 }, { ...routing, offerSeconds: 42 });
    const rules = (name: string) => ({
      rules: [{ id: "01999d00-0000-7000-8000-00000000aaaa", name, when: {}, groupId: serviceDesk }],
    });
    await changeTwice("/api/v1/routing/rules", rules("One"), rules("Two"));
    expect((await admin.rest("GET", "/api/v1/routing/groups/none")).status).toBe(404);
  });
});
