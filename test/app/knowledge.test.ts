import type { Action, ActionValue, ArticlePage, ArticleSummary } from "../../contract/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";

type Found = { readonly items: readonly ArticleSummary[] };
type Saved = { readonly id: string; readonly version: number };

const noReaders = { roles: [], groupIds: [] };
const nobody = { ...noReaders, accountIds: [] };

describe("knowledge over HTTP and in the chat", () => {
  let desk: RunningDesk;
  let admin: DeskClient;
  let ana: DeskClient;
  let bruno: DeskClient;
  let carla: DeskClient;
  beforeAll(async () => {
    desk = await startDesk();
    admin = await desk.connect("admin");
    ana = await desk.connect("ana");
    bruno = await desk.connect("bruno");
    carla = await desk.connect("carla");
  });
  afterAll(() => desk.stop());

  const form = (change: object = {}) => ({
    title: "Feeding the zeppelin hangar cat",
    language: "en",
    folder: "Hangar",
    body: "Two spoons of tuna at noon.",
    visibility: "public",
    state: "published",
    ...change,
  });

  async function write(change: object = {}): Promise<string> {
    const saved = await admin.rest("POST", "/api/v1/knowledge/articles", form(change));
    expect(saved).toMatchObject({ status: 201 });
    await desk.app.domains.follower.look();
    return (saved.body as Saved).id;
  }

  /** By every way there is: the list, the article alone, the search, the folders, related ones and the chat. */
  async function reaches(person: DeskClient, id: string, folder: string): Promise<string[]> {
    const at = (path: string) => person.rest("GET", path);
    const holds = (answer: { body: unknown }) => (answer.body as Found).items.some((one) => one.id === id);
    const talk = await Talk.begin(person);
    const reply = await talk.say("feeding the zeppelin hangar cat");
    const value: ActionValue = { kind: "open-article", articleId: id };
    const opened = await talk.say("crafted", value);
    const folders = (await at("/api/v1/articles/folders")).body as { items: { path: string }[] };
    const ways = {
      list: holds(await at(`/api/v1/articles?folder=${folder}`)),
      alone: (await at(`/api/v1/articles/${id}`)).status === 200,
      search: holds(await at("/api/v1/articles?q=zeppelin%20hangar%20cat")),
      titles: holds(await at("/api/v1/articles?q=zeppel")),
      related: (await at(`/api/v1/articles/${id}/related`)).status === 200,
      view: (await person.rest("POST", `/api/v1/articles/${id}/views`, {})).status === 204,
      folders: folders.items.some(({ path }) => path === folder),
      chat: (reply.actions ?? []).some((action) => isOf(action, id)),
      crafted: (opened.attachments ?? []).length > 0,
    };
    return Object.entries(ways).flatMap(([way, isOpen]) => (isOpen ? [way] : []));
  }

  const everyWay = ["list", "alone", "search", "titles", "related", "view", "folders", "chat", "crafted"];

  it("says while articles are still being read that answers may miss some (issue 6)", async () => {
    const { follower } = desk.app.domains;
    const { isComplete } = follower;
    const readiness = async () => (await ana.rest("GET", "/readyz")).body;
    const search = async () => (await ana.rest("GET", "/api/v1/articles?q=zeppelin")).body;
    const ask = async () => (await (await Talk.begin(ana)).say("quixotic zygote marmalade")).text;
    const sentence = "I am still reading the articles";
    expect(await readiness()).toMatchObject({ status: "ready", articles: { state: "read" } });
    expect([await search(), await ask()]).toEqual([{ items: [] }, expect.not.stringContaining(sentence)]);

    Object.assign(follower, { isComplete: () => false });
    try {
      expect(await readiness()).toMatchObject({ status: "degraded", articles: { state: "reading" } });
      expect([await search(), await ask()]).toEqual([
        { items: [], reading: true },
        expect.stringContaining(sentence),
      ]);
    } finally {
      Object.assign(follower, { isComplete });
    }
  });

  it("opens each class of privacy to those it is for by every way, and to others by none (S2-23, S2-25)", async () => {
    const open = await write({ folder: "Hangar-1" });
    expect(await reaches(ana, open, "Hangar-1")).toEqual(everyWay);
    await admin.rest("DELETE", `/api/v1/knowledge/articles/${open}`);
    const internal = await write({ folder: "Hangar-2", visibility: "internal" });
    expect(await reaches(ana, internal, "Hangar-2")).toEqual([]);
    expect((await carla.rest("GET", `/api/v1/articles/${internal}`)).status).toBe(200);
    await admin.rest("DELETE", `/api/v1/knowledge/articles/${internal}`);
    const confidential = await write({ folder: "Hangar-3", visibility: "confidential" });
    expect(await reaches(ana, confidential, "Hangar-3")).toEqual([]);
    expect((await carla.rest("GET", `/api/v1/articles/${confidential}`)).status).toBe(404);
    expect((await admin.rest("GET", `/api/v1/articles/${confidential}`)).status).toBe(200);
    const judged = await ana.rest("PUT", `/api/v1/articles/${confidential}/feedback`, { helped: true });
    expect(judged.status).toBe(404);
    await admin.rest("DELETE", `/api/v1/knowledge/articles/${confidential}`);
  });

  it("finds neither drafts nor what is retired, deleted or has expired (S2-25)", async () => {
    for (const change of [{ state: "draft" }, { state: "expired" }, { expiresAt: Date.now() - 1 }]) {
      const id = await write({ folder: "Hangar-4", ...change });
      expect(await reaches(ana, id, "Hangar-4")).toEqual([]);
      await admin.rest("DELETE", `/api/v1/knowledge/articles/${id}`);
    }
    const id = await write({ folder: "Hangar-4" });
    await admin.rest("DELETE", `/api/v1/knowledge/articles/${id}`);
    await desk.app.domains.follower.look();
    expect(await reaches(ana, id, "Hangar-4")).toEqual([]);
  });

  it("lets new rights of a folder hold for the next search, and indexes nothing again (S2-25)", async () => {
    const id = await write({ folder: "Hangar/Cats", visibility: "internal" });
    expect(await reaches(ana, id, "Hangar/Cats")).toEqual([]);
    const told: string[] = [];
    const stop = desk.app.domains.articles.onChanged((ids) => told.push(...ids));

    const rights = { path: "Hangar", readers: "everyone", read: noReaders, administer: nobody };
    const made = await admin.rest("POST", "/api/v1/knowledge/folders", rights);
    expect(await reaches(ana, id, "Hangar/Cats")).toEqual(everyWay);
    const closed = { ...rights, readers: "listed", read: { roles: ["supervisor"], groupIds: [] } };
    await admin.rest("PUT", `/api/v1/knowledge/folders/${(made.body as Saved).id}`, closed);
    expect(await reaches(ana, id, "Hangar/Cats")).toEqual([]);
    expect((await bruno.rest("GET", `/api/v1/articles/${id}`)).status).toBe(404);
    stop();

    expect(told).toEqual([]);
    await admin.rest("DELETE", `/api/v1/knowledge/folders/${(made.body as Saved).id}`);
    await admin.rest("DELETE", `/api/v1/knowledge/articles/${id}`);
  });

  it("finds an article by a part of its title and opens its description in the chat (S2-24, S2-26, S2-37)", async () => {
    const talk = await Talk.begin(ana);

    const reply = await talk.say("mailbox is full");
    const choice = (reply.actions ?? []).find(({ title }) => title === "The mailbox is full");
    const opened = await talk.say("The mailbox is full", choice?.value);

    expect(opened.attachments).toMatchObject([
      { kind: "article", title: "The mailbox is full", body: expect.stringContaining("50 GB") },
    ]);
  });

  it("opens the translation in the language of the talk, and names each article once (S2-26)", async () => {
    const english = await write({ folder: "Hangar-5" });
    const spanish = await write({
      ...{ folder: "Hangar-5", language: "es", title: "Alimentar al gato del hangar" },
      ...{ body: "Dos cucharadas de atún.", translationOf: english },
    });

    const talk = await Talk.begin(ana, "es");
    const value: ActionValue = { kind: "open-article", articleId: english };
    const opened = await talk.say("Feeding", value);

    expect(opened.attachments?.[0]).toMatchObject({ articleId: spanish });
    await desk.app.domains.follower.look();
    const found = await ana.rest("GET", "/api/v1/articles?q=zeppelin%20hangar%20cat&language=es");
    const ids = (found.body as Found).items
      .map(({ id }) => id)
      .filter((id) => [english, spanish].includes(id));
    expect(ids).toEqual([spanish]);
    for (const id of [english, spanish]) await admin.rest("DELETE", `/api/v1/knowledge/articles/${id}`);
  });

  it("takes down the article that a question is about, for whoever answers", async () => {
    const id = await write({ folder: "Hangar-6" });
    const talk = await Talk.begin(ana);
    await talk.say("my flux capacitor hums in B flat", { kind: "ask-about", articleId: id });

    const attendance = await talk.askForPerson();

    const articles = desk.app.domains.store.db
      .selectFrom("attendance")
      .selectAll()
      .where("id", "=", attendance.id);
    expect(JSON.stringify(await articles.execute())).toContain("Feeding the zeppelin hangar cat");
    await ana.ask("conversation:close", { conversationId: talk.id });
  });

  it("counts views and feedback, and shows readers the author, never the comments of others", async () => {
    const id = await write({ folder: "Hangar-7" });
    const path = `/api/v1/articles/${id}`;
    await ana.rest("POST", `${path}/views`, {});
    const said = await ana.rest("PUT", `${path}/feedback`, { helped: false, comment: "Which tuna?" });

    expect(said.status).toBe(204);
    const page = (await ana.rest("GET", path)).body as ArticlePage;
    expect(page).toMatchObject({ views: 1, helped: false, author: "Alex Morgan" });
    expect(JSON.stringify(page)).not.toContain("tuna?");
    const kept = await admin.rest("GET", `/api/v1/knowledge/articles/${id}`);
    expect(kept.body).toMatchObject({ didNot: 1, comments: [{ text: "Which tuna?" }] });
    expect((await admin.rest("DELETE", `/api/v1/knowledge/articles/${id}`)).status).toBe(422);
  });

  it("lets only admins and supervisors keep articles, and only admins the rights of folders", async () => {
    const article = "/api/v1/knowledge/articles";
    for (const person of [ana, bruno]) {
      for (const [method, path, body] of [
        ["GET", article, undefined],
        ["POST", article, form()],
        ["GET", "/api/v1/knowledge/folders", undefined],
        [
          "POST",
          "/api/v1/knowledge/folders",
          { path: "x", readers: "everyone", read: noReaders, administer: nobody },
        ],
      ] as const) {
        expect((await person.rest(method, path, body)).status).toBe(403);
      }
    }
    expect((await admin.rest("GET", `${article}/not-an-id`)).status).toBe(404);
    expect((await admin.rest("POST", article, { ...form(), title: "" })).status).toBe(400);
  });
});

function isOf({ value }: Action, id: string): boolean {
  return value.kind === "open-article" && value.articleId === id;
}
