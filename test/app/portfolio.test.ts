import { type RunningDesk, startDesk } from "../support/desk.js";
import type { DeskClient } from "../support/desk-client.js";
import { startTwoDesks } from "../support/two-desks.js";

interface Item {
  readonly id: string;
  readonly name: { readonly en: string };
  readonly serviceId?: string;
}
type Lists = Readonly<
  Record<"catalogs" | "services" | "activities" | "origins" | "contracts", readonly Item[]>
>;

const activity = (serviceId: string) => ({
  name: { en: "Borrow a telescope", es: "Pedir un telescopio", pt: "" },
  description: { en: "A telescope for a week" },
  viaChat: true,
  serviceId,
  kind: "request",
  status: "active",
  fields: [],
  samples: { en: ["i want to look at the stars tonight", "can i borrow a telescope"] },
});

async function read(admin: DeskClient): Promise<Lists> {
  return (await admin.rest("GET", "/api/v1/portfolio")).body as Lists;
}

async function offeredTo(client: DeskClient): Promise<string> {
  return JSON.stringify((await client.rest("GET", "/api/v1/catalog")).body);
}

describe("portfolio administration over HTTP", () => {
  let desk: RunningDesk;
  let admin: DeskClient;
  let ana: DeskClient;
  beforeAll(async () => {
    desk = await startDesk();
    admin = await desk.connect("admin");
    ana = await desk.connect("ana");
  });
  afterAll(() => desk.stop());

  it("makes, changes and removes an activity, which requesters see at once (S0-4, S2-58)", async () => {
    const serviceId = (await read(admin)).services[0]?.id ?? "";
    const made = await admin.rest("POST", "/api/v1/portfolio/activities", activity(serviceId));
    const { id } = made.body as Item;

    expect(made.status).toBe(201);
    expect(await offeredTo(ana)).toContain(id);
    const off = { ...activity(serviceId), viaChat: false };
    expect(await admin.rest("PUT", `/api/v1/portfolio/activities/${id}`, off)).toMatchObject({ status: 200 });
    expect(await offeredTo(ana)).not.toContain(id);
    const direct = { activityId: id, description: "please" };
    expect(await ana.rest("POST", "/api/v1/tickets", direct)).toMatchObject({ status: 422 });
    expect(await admin.rest("DELETE", `/api/v1/portfolio/activities/${id}`)).toMatchObject({ status: 204 });
    expect(await admin.rest("DELETE", `/api/v1/portfolio/activities/${id}`)).toMatchObject({ status: 404 });
    const changes = await admin.rest("GET", `/api/v1/changes?objectId=${id}`);
    expect(changes.body).toMatchObject({
      items: [{ action: "deleted" }, { action: "updated", before: { viaChat: true } }, { action: "created" }],
    });
  });

  it("understands a new activity by its samples when the training looks next", async () => {
    const serviceId = (await read(admin)).services[0]?.id ?? "";
    const made = await admin.rest("POST", "/api/v1/portfolio/activities", activity(serviceId));
    await desk.app.domains.training.refresh();

    const { candidates } = await desk.app.domains.recognizer.recognize("can i borrow a telescope", {
      language: "en",
    });

    expect(candidates[0]?.intent).toContain((made.body as Item).id);
  });

  it("refuses what does not fit with every problem, and changes nothing", async () => {
    const before = await read(admin);
    const serviceId = before.services[0]?.id ?? "";
    const post = (body: object) => admin.rest("POST", "/api/v1/portfolio/activities", body);
    const choice = { name: "size", label: { en: "Size" }, ask: { en: "Which?" }, type: "choice" };

    expect(await post({})).toMatchObject({ status: 400, body: { error: { code: "request/malformed" } } });
    expect(await post({ ...activity(serviceId), kind: "wish" })).toMatchObject({ status: 400 });
    expect(await post({ ...activity(serviceId), fields: [choice] })).toMatchObject({
      status: 422,
      body: { error: { code: "portfolio/refused", details: { problems: [{ code: "options-needed" }] } } },
    });
    expect(
      await admin.rest("PUT", "/api/v1/portfolio/activities/nonsense", activity(serviceId)),
    ).toMatchObject({
      status: 404,
    });
    expect(await read(admin)).toEqual(before);
  });

  it("keeps a catalog that has services (S0-8) and an origin that parameter 315 points at", async () => {
    const { catalogs, origins } = await read(admin);
    const refusals = await Promise.all([
      admin.rest("DELETE", `/api/v1/portfolio/catalogs/${catalogs[0]?.id}`),
      ...origins.map(({ id }) => admin.rest("DELETE", `/api/v1/portfolio/origins/${id}`)),
    ]);

    expect(refusals[0]).toMatchObject({ status: 409, body: { error: { code: "portfolio/in-use" } } });
    expect(refusals.slice(1).some(({ status }) => status === 409)).toBe(true);
  });

  it.each(["json", "csv"])(
    "takes its own %s export, larger than other bodies may be, back unchanged",
    async (format) => {
      const response = await fetch(`${desk.url}/api/v1/portfolio/export?format=${format}`, {
        headers: { authorization: `Bearer ${admin.token}` },
      });
      const content = await response.text();
      const padded = format === "csv" ? `${content}${"\r\n".repeat(200_000)}` : content;

      const { status, body } = await admin.rest("POST", "/api/v1/portfolio/import", {
        format,
        content: padded,
      });

      expect(response.headers.get("content-disposition")).toContain(`portfolio.${format}`);
      expect({ status, body }).toMatchObject({ status: 200, body: { created: 0, updated: 0, refused: [] } });
    },
  );

  it("shows and changes the portfolio, people and groups for admins only", async () => {
    const bruno = await desk.connect("bruno");
    const paths = ["/api/v1/portfolio", "/api/v1/portfolio/export", "/api/v1/accounts", "/api/v1/changes"];

    for (const client of [ana, bruno]) {
      for (const path of paths) expect(await client.rest("GET", path)).toMatchObject({ status: 403 });
    }
  });

  it("takes chat away from a group whose flag is turned off, at once (S0-6)", async () => {
    const { body } = await admin.rest("GET", "/api/v1/groups/details");
    const { items } = body as { items: { id: string; chatRequester: boolean; members: number }[] };
    const groups = items.filter(({ chatRequester }) => chatRequester);
    const turn = (on: boolean) =>
      Promise.all(
        groups.map(({ id, members: _, ...form }) =>
          admin.rest("PUT", `/api/v1/groups/${id}`, { ...form, chatRequester: on }),
        ),
      );
    expect(await offeredTo(ana)).toContain("activities");

    await turn(false);
    expect(await offeredTo(ana)).not.toContain("activities");
    await turn(true);

    expect(await offeredTo(ana)).toContain("activities");
  });

  it("makes an account that can log in, and locks it out when it is deactivated", async () => {
    const form = { name: "Eva Lind", role: "agent", capacity: 2, groupIds: [] };
    const made = await admin.rest("POST", "/api/v1/accounts", {
      ...form,
      username: "eva",
      password: "long enough",
    });
    const { id } = made.body as Item;
    const logIn = () => admin.rest("POST", "/api/v1/session", { username: "eva", password: "long enough" });

    expect(made).toMatchObject({ status: 201, body: { username: "eva", active: true } });
    expect(await logIn()).toMatchObject({ status: 200 });
    await admin.rest("PUT", `/api/v1/accounts/${id}`, { ...form, active: false });
    expect(await logIn()).toMatchObject({ status: 401 });
    expect(await admin.rest("PUT", `/api/v1/accounts/${id}/password`, { password: "short" })).toMatchObject({
      status: 400,
    });
  });
});

describe("portfolio administration on two nodes", () => {
  it("holds on the other node as soon as it is told", async () => {
    const { near, far, stop } = await startTwoDesks();
    const admin = await near.connect("admin");
    const ana = await far.connect("ana");
    const serviceId = (await read(admin)).services[0]?.id ?? "";
    expect(await offeredTo(ana)).toContain(serviceId);

    const { body } = await admin.rest("POST", "/api/v1/portfolio/activities", activity(serviceId));
    const { id } = body as Item;
    const deadline = Date.now() + 2000;
    let seen = await offeredTo(ana);
    while (!seen.includes(id) && Date.now() < deadline) seen = await offeredTo(ana);

    expect(seen).toContain(id);
    await stop();
  });
});
