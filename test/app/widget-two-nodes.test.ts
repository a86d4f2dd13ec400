import type { WidgetLook } from "../../contract/index.js";
import type { RunningDesk } from "../support/desk.js";
import { DeskClient, Talk } from "../support/desk-client.js";
import { startTwoDesks, type TwoDesks } from "../support/two-desks.js";
import { guestsOn, readWidget, saveWidget } from "../support/widget-settings.js";

const portal = "https://portal.example";

describe("widget settings and guests on two nodes on Redis and PostgreSQL", () => {
  let desks: TwoDesks;
  let one: RunningDesk;
  let other: RunningDesk;
  let admin: DeskClient;
  beforeAll(async () => {
    desks = await startTwoDesks();
    ({ near: one, far: other } = desks);
    admin = await one.connect("admin");
  });
  afterAll(() => desks.stop());

  const look = async (desk: RunningDesk) =>
    (await (await fetch(`${desk.url}/api/v1/widget`, { headers: { origin: portal } })).json()) as WidgetLook;
  const allows = async (desk: RunningDesk) =>
    (await fetch(`${desk.url}/api/v1/widget`, { headers: { origin: portal } })).headers.get(
      "access-control-allow-origin",
    );
  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
  };

  it("hold on the other node, origins included, and are recorded with their author (S0-24)", async () => {
    expect(await allows(other)).toBeNull();

    await saveWidget(admin, { title: { en: "Porter" }, accent: "#ffd43b", allowedOrigins: [`${portal}/`] });

    await until(async () => (await look(other)).title.en === "Porter");
    expect(await look(other)).toMatchObject({ accent: "#ffd43b", onAccent: "#000000" });
    expect(await allows(other)).toBe(portal);
    const { body } = await admin.rest("GET", "/api/v1/changes");
    expect(body).toMatchObject({ items: [{ name: "Widget", after: { title: { en: "Porter" } } }] });
  });

  it("are saved by one of two admins who began with the same version", async () => {
    const { settings, version } = await readWidget(admin);

    const saves = await Promise.all(
      ["A", "B"].map((en) =>
        admin.rest("PUT", "/api/v1/widget/settings", { settings: { ...settings, title: { en } }, version }),
      ),
    );

    expect(saves.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("S2-X1 let a guest of one node go on at the other, and be claimed there once", async () => {
    await saveWidget(admin, { guest: guestsOn });
    const entered = await fetch(`${one?.url}/api/v1/session/guest`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"locale":"pt"}',
    });
    const { token } = (await entered.json()) as { token: string };
    await until(async () => (await look(other)).guest !== undefined);
    const guest = await DeskClient.connectWith(other?.url ?? "", token);
    const talk = await Talk.begin(guest, "pt");
    await talk.say("o canário canta");

    const ana = await DeskClient.connect(one?.url ?? "", "ana");
    const claims = await Promise.all(
      [1, 2, 3].map(() => ana.rest("POST", "/api/v1/conversations/claim", { guestToken: token })),
    );

    expect(claims.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    await guest.hear("session:ended");
    expect((await ana.get("conversation:open", {})).conversation.id).toBe(talk.id);
    ana.close();
    guest.close();
  });
});
