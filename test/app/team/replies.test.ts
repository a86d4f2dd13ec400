import { randomUUID } from "node:crypto";
import type { ArticleSummary, Change, Group } from "../../../contract/index.js";
import type { CannedReply, PastTalk } from "../../../contract/team/index.js";
import type { DeskClient } from "../../support/desk-client.js";
import { type Cast, openCast } from "./cast.js";

const path = "/api/v1/canned-replies";

describe("what agents keep beside the talks", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await openCast();
  });
  afterAll(() => cast.desk.stop());

  const form = (shortcut: string, scope: CannedReply["scope"]) => ({
    shortcut,
    title: shortcut,
    texts: { en: `Hello {requester}`, es: "", pt: "" },
    scope,
  });
  const shortcutsOf = async (person: DeskClient) => {
    const { body } = await person.rest("GET", path);
    return (body as { items: CannedReply[] }).items.map((reply) => reply.shortcut);
  };

  it("shows canned replies to those they are for, and to no requester", async () => {
    const { ana, admin, bruno, carla, diego } = cast;
    const { body } = await admin.rest("GET", "/api/v1/groups");
    const network = (body as { items: Group[] }).items.find((group) => group.name === "Network");
    await admin.rest("POST", path, form("all", { kind: "everybody" }));
    await admin.rest("POST", path, form("net", { kind: "group", groupId: network?.id ?? "" }));
    await carla.rest("POST", path, form("mine", { kind: "own" }));

    expect(await shortcutsOf(bruno)).toEqual(["all", "net"]);
    expect(await shortcutsOf(carla)).toEqual(["all", "mine"]);
    expect(await shortcutsOf(diego)).toEqual(["all"]);
    expect((await ana.rest("GET", path)).status).toBe(403);
  });

  it("lets only admins keep shared replies, logs the change, and refuses a shortcut twice", async () => {
    const { admin, bruno, carla } = cast;
    const made = await admin.rest("POST", path, form("shared", { kind: "everybody" }));
    const { id } = made.body as CannedReply;

    expect((await bruno.rest("POST", path, form("loud", { kind: "everybody" }))).status).toBe(403);
    expect((await bruno.rest("PUT", `${path}/${id}`, form("x", { kind: "own" }))).status).toBe(403);
    expect((await bruno.rest("DELETE", `${path}/${id}`)).status).toBe(403);
    expect((await admin.rest("POST", path, form("shared", { kind: "everybody" }))).status).toBe(422);
    const own = await carla.rest("POST", path, form("secret", { kind: "own" }));
    expect((await bruno.rest("DELETE", `${path}/${(own.body as CannedReply).id}`)).status).toBe(404);
    const { body } = await admin.rest("GET", `/api/v1/changes?objectId=${id}`);
    expect((body as { items: Change[] }).items).toMatchObject([{ action: "created", name: "/shared" }]);
  });

  it("sends an article as a card only where the requester may read it (S1-17)", async () => {
    const { ana, bruno } = cast;
    const { conversationId, epoch } = await cast.talk();
    const { body } = await ana.rest("GET", "/api/v1/articles?q=printer&language=en");
    const article = (body as { items: ArticleSummary[] }).items[0];
    const send = (articleId: string) =>
      bruno.ask("message:send", {
        conversationId,
        clientMessageId: randomUUID(),
        text: "Please read this",
        epoch,
        articleId,
      });

    const sent = await send(article?.id ?? "");

    expect(sent).toMatchObject({ message: { attachments: [{ kind: "article", title: article?.title }] } });
    expect(await send(randomUUID())).toMatchObject({ error: { code: "article/not-found" } });
  });

  it("keeps tags on talks and tickets, and lists other talks only to who may see them", async () => {
    const { ana, bruno, diego } = cast;
    const first = await cast.talk();
    const second = await cast.talk();
    const tags = `/api/v1/conversations/${second.conversationId}/tags`;

    expect(await bruno.rest("PUT", tags, { tags: ["VPN ", "urgent"] })).toMatchObject({
      status: 200,
      body: { items: ["urgent", "vpn"] },
    });
    expect(await bruno.rest("PUT", tags, { tags: ["vpn"] })).toMatchObject({ body: { items: ["vpn"] } });
    expect(await bruno.rest("GET", "/api/v1/tags?q=vp")).toMatchObject({ body: { items: ["vpn"] } });
    expect((await diego.rest("PUT", tags, { tags: ["no"] })).status).toBe(404);
    expect((await ana.rest("PUT", tags, { tags: ["no"] })).status).toBe(403);
    const ticket = `/api/v1/tickets/${second.attendance.ticketNumber}/tags`;
    expect(await bruno.rest("PUT", ticket, { tags: ["Phone"] })).toMatchObject({
      body: { items: ["phone"] },
    });
    const past = await bruno.rest("GET", `/api/v1/conversations/${second.conversationId}/past`);
    const items = (past.body as { items: PastTalk[] }).items;
    expect(items.map((talk) => talk.conversationId)).toContain(first.conversationId);
    expect((await ana.rest("GET", `/api/v1/conversations/${second.conversationId}/past`)).status).toBe(403);
  });

  it("finds tickets and talks by their tags, for colleagues and not for their requester", async () => {
    const { ana, bruno } = cast;
    const { conversationId, attendance } = await cast.talk();
    const number = attendance.ticketNumber ?? "";
    const [onTalk, onTicket] = ["tag-of-talk", "100%_tag"];
    await bruno.rest("PUT", `/api/v1/conversations/${conversationId}/tags`, { tags: [onTalk] });
    await bruno.rest("PUT", `/api/v1/tickets/${number}/tags`, { tags: [onTicket] });
    const found = async (person: DeskClient, view: string, words: string) => {
      const q = encodeURIComponent(words);
      const { body } = await person.rest("GET", `/api/v1/tickets?view=${view}&q=${q}`);
      return (body as { items: { number: string }[] }).items.map((ticket) => ticket.number);
    };

    expect(await found(bruno, "all", "Tag-of")).toEqual([number]);
    expect(await found(bruno, "progress", "100%_")).toEqual([number]);
    expect(await found(bruno, "all", "100xy")).toEqual([]);
    expect(await found(ana, "mine", onTalk)).toEqual([]);
    expect(await found(ana, "mine", onTicket)).toEqual([]);
    for (const words of ["tag-of", encodeURIComponent("100%_")]) {
      expect(await bruno.rest("GET", `/api/v1/chat-requests?q=${words}`)).toMatchObject({
        body: { items: [{ ticketNumber: number }] },
      });
    }
  });

  it("chatwoot#1576, chatwoot#11062: tells who looks at a talk, live, and never its requester", async () => {
    const { ana, bruno, carla } = cast;
    const { conversationId } = await cast.talk();
    await bruno.get("conversation:open", { conversationId });

    await carla.get("viewing:set", { conversationId, on: true });
    await bruno.hear("viewing:changed", (fact) => fact.viewers.some(({ id }) => id === cast.id(carla)));
    await bruno.get("viewing:set", { conversationId, on: true });
    await carla.hear("viewing:changed", (fact) => fact.viewers.some(({ id }) => id === cast.id(bruno)));
    await bruno.get("viewing:set", { conversationId, on: false });
    await carla.get("viewing:set", { conversationId, on: false });
    await bruno.hear("viewing:changed", (fact) => fact.viewers.length === 0);

    expect(JSON.stringify(ana.heard)).not.toContain("viewing:changed");
  });

  it("chatwoot#775: tells an attendant that a colleague in the talk is writing already", async () => {
    const { bruno, carla } = cast;
    const { conversationId } = await cast.talk();
    await bruno.get("conversation:open", { conversationId });
    await bruno.get("participant:add", { conversationId, accountId: cast.id(carla) });

    await carla.get("typing:set", { conversationId, on: true });

    const typing = await bruno.hear("typing:changed", (fact) => fact.conversationId === conversationId);
    expect(typing).toMatchObject({ accountId: cast.id(carla), name: "Carla Díaz", on: true });
  });

  it("forgets who looked as soon as their last page is gone, and no sooner", async () => {
    const { bruno, carla, desk } = cast;
    const { conversationId } = await cast.talk();
    await bruno.get("conversation:open", { conversationId });
    const second = await desk.connect("carla");
    for (const page of [carla, second]) await page.get("viewing:set", { conversationId, on: true });
    const heard = () =>
      bruno.heard.flatMap(({ name, fact }) =>
        name === "viewing:changed" && JSON.stringify(fact).includes(conversationId) ? [fact] : [],
      );
    await bruno.hear("viewing:changed", (fact) => fact.conversationId === conversationId);

    expect(await carla.get("viewing:set", { conversationId, on: false })).toMatchObject({
      viewers: [{ id: cast.id(carla) }],
    });
    second.close();

    await bruno.hear(
      "viewing:changed",
      (fact) => fact.conversationId === conversationId && fact.viewers.length === 0,
    );
    expect(heard()).toHaveLength(2);
  });
});
