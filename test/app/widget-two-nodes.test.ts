import type { WidgetLook } from "../../contract/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { DeskClient, Talk } from "../support/desk-client.js";
import { newSchema } from "../support/postgres.js";
import { spawnRedis } from "../support/redis.js";
import { guestsOn, readWidget, saveWidget } from "../support/widget-settings.js";

const portal = "https://portal.example";

describe("widget settings and guests on two nodes on Redis and PostgreSQL", () => {
  let [one, other]: RunningDesk[] = [];
  let closeRest: () => Promise<void>;
  let admin: DeskClient;
  beforeAll(async () => {
    const [redis, schema] = await Promise.all([spawnRedis(), newSchema()]);
    const environment = {
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
      REDIS_PREFIX: "widget:",
      DATABASE_URL: schema.url,
      DATABASE_SCHEMA: schema.name,
      SESSION_SECRET: "0123456789abcdef0123456789abcdef",
    };
    one = await startDesk(environment);
    other = await startDesk(environment);
    admin = await one.connect("admin");
    closeRest = async () => {
      await redis.close();
      await schema.drop();
    };
  });
  afterAll(async () => {
    await other?.stop();
    await one?.stop();
    await closeRest();
  });

  const look = async (desk: RunningDesk | undefined) =>
    (await (await fetch(`${desk?.url}/api/v1/widget`, { headers: { origin: portal } })).json()) as WidgetLook;
  const allows = async (desk: RunningDesk | undefined) =>
    (await fetch(`${desk?.url}/api/v1/widget`, { headers: { origin: portal } })).headers.get(
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
