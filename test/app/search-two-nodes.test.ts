import { type DeskClient, Talk } from "../support/desk-client.js";
import { startTwoDesks, type TwoDesks } from "../support/two-desks.js";

type Found = { readonly items: readonly { readonly id: string }[] };

describe("search on two nodes on Redis and PostgreSQL", () => {
  let desks: TwoDesks;
  let admin: DeskClient;
  let ana: DeskClient;
  beforeAll(async () => {
    desks = await startTwoDesks();
    admin = await desks.near.connect("admin");
    ana = await desks.far.connect("ana");
  });
  afterAll(() => desks.stop());

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
