import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { newSchema } from "../support/postgres.js";
import { spawnRedis } from "../support/redis.js";

type Found = { readonly items: readonly { readonly id: string }[] };

describe("search on two nodes on Redis and PostgreSQL", () => {
  let [one, other]: RunningDesk[] = [];
  let closeRest: () => Promise<void>;
  let admin: DeskClient;
  let ana: DeskClient;
  beforeAll(async () => {
    const [redis, schema] = await Promise.all([spawnRedis(), newSchema()]);
    const environment = {
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
      REDIS_PREFIX: "search:",
      DATABASE_URL: schema.url,
      DATABASE_SCHEMA: schema.name,
      SESSION_SECRET: "0123456789abcdef0123456789abcdef",
    };
    one = await startDesk(environment);
    other = await startDesk(environment);
    admin = await one.connect("admin");
    ana = await other.connect("ana");
    closeRest = async () => {
      await redis.close();
      await schema.drop();
    };
  }, 60_000);
  afterAll(async () => {
    await other?.stop();
    await one?.stop();
    await closeRest();
  });

  const form = {
    title: "Feeding the zeppelin hangar cat",
    language: "en",
    folder: "Hangar",
    body: "Two spoons of tuna at noon.",
    visibility: "public",
    state: "published",
  };

  /** The article, as search on the other node knows it now or a moment later. */
  async function until(isFound: boolean, id: string): Promise<void> {
    for (;;) {
      const { body } = await ana.rest("GET", "/api/v1/articles?q=zeppelin%20hangar%20cat");
      if ((body as Found).items.some((item) => item.id === id) === isFound) return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  it("finds on one node what was published, changed and retired on the other (issue 6)", async () => {
    const saved = await admin.rest("POST", "/api/v1/knowledge/articles", form);
    const { id, version } = saved.body as { id: string; version: number };
    await until(true, id);
    const reply = await (await Talk.begin(ana)).say("feeding the zeppelin hangar cat");
    expect(reply.actions).toContainEqual(
      expect.objectContaining({ value: { kind: "open-article", articleId: id } }),
    );

    const confidential = { ...form, visibility: "confidential", version };
    const hidden = await admin.rest("PUT", `/api/v1/knowledge/articles/${id}`, confidential);
    expect(hidden.status).toBe(200);
    await until(false, id);
  });
});
