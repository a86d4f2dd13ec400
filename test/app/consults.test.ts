import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import type { Catalog, TimelineEntry } from "../../contract/index.js";
import type { RunningDesk } from "../support/desk.js";
import { DeskClient } from "../support/desk-client.js";
import { startTwoDesks, type TwoDesks } from "../support/two-desks.js";

const secret = "xylophone-marzipan";

/** A person at a node, with every frame that their socket got. */
interface Watched {
  readonly client: DeskClient;
  readonly frames: string[];
}

describe("consults over two nodes", () => {
  let desks: TwoDesks;
  let nodes: readonly [RunningDesk, RunningDesk];
  let bells: string[];
  let ear: Redis;
  const clients: DeskClient[] = [];

  beforeAll(async () => {
    const names = { near: { NODE_NAME: "near" }, far: { NODE_NAME: "far" } };
    desks = await startTwoDesks({ LOG_LEVEL: "trace" }, names);
    nodes = [desks.near, desks.far];
    bells = [];
    ear = new Redis({ port: desks.redis.port });
    ear.on("pmessage", (_pattern: string, _channel: string, text: string) => void bells.push(text));
    await ear.psubscribe("*");
  });
  afterAll(async () => {
    for (const client of clients) client.close();
    ear.disconnect();
    await desks.stop();
  });

  async function at(node: RunningDesk, name: string): Promise<Watched> {
    const client = await DeskClient.connect(node.url, name);
    clients.push(client);
    const frames: string[] = [];
    client.socket.io.engine.on(
      "packet",
      (packet: { data?: unknown }) => void frames.push(String(packet.data)),
    );
    return { client, frames };
  }

  async function idOf({ client }: Watched): Promise<string> {
    const { body } = await client.rest("GET", "/api/v1/session");
    return (body as { user: { id: string } }).user.id;
  }

  async function openTicket(client: DeskClient): Promise<string> {
    const { body } = await client.rest("GET", "/api/v1/catalog");
    const activity = (body as { items: Catalog[] }).items
      .flatMap(({ services }) => services.flatMap(({ activities }) => activities))
      .find(({ fields }) => !fields.some(({ required }) => required));
    const ticket = { activityId: activity?.id, description: "the printer eats paper" };
    return ((await client.rest("POST", "/api/v1/tickets", ticket)).body as { number: string }).number;
  }

  const timeline = async (client: DeskClient, number: string) =>
    ((await client.rest("GET", `/api/v1/tickets/${number}/timeline`)).body as { items: TimelineEntry[] })
      .items;

  it("keeps what is off the record from every other socket, node, log and table, and its ticket gets the rest (S4-2, S4-3, S4-22, S4-25, S4-30, S4-31, S4-32, S4-33)", async () => {
    const [near, far] = nodes;
    const ana = await at(near, "ana");
    const number = await openTicket(ana.client);
    const [bruno, carla, carlaFar, diego, admin] = [
      await at(near, "bruno"),
      await at(near, "carla"),
      await at(far, "carla"),
      await at(far, "diego"),
      await at(far, "admin"),
    ];
    const [brunoId, carlaId, diegoId] = [await idOf(bruno), await idOf(carla), await idOf(diego)];
    const { consult } = await bruno.client.get("consult:start", {
      requestId: randomUUID(),
      title: "",
      ticketNumber: number,
      accountIds: [carlaId, diegoId],
      groupIds: [],
    });
    const conversationId = consult.id;
    await diego.client.hear("consult:changed", (fact) => fact.consult.mine === "invited");
    for (const person of [carla, diego]) await person.client.get("consult:accept", { conversationId });
    for (const person of [bruno, carla, carlaFar, diego])
      await person.client.get("conversation:open", { conversationId });
    const say = (person: Watched, text: string) =>
      person.client.get("message:send", { conversationId, clientMessageId: randomUUID(), text, epoch: 1 });
    await say(diego, "have you tried the tray?");
    await carla.client.hear("message:posted", ({ message }) => message.text === "have you tried the tray?");
    const quiet = carla.frames.length;

    await bruno.client.get("off-record:select", { conversationId, recipientId: diegoId, on: true });
    await diego.client.hear("off-record:selected", (fact) => fact.accountId === brunoId && fact.on);
    const clientMessageId = randomUUID();
    const whisper = { conversationId, clientMessageId, recipientId: diegoId, text: secret };
    await bruno.client.get("off-record:send", whisper);
    await bruno.client.get("off-record:send", whisper);
    const { offRecord } = await diego.client.hear("off-record:posted");
    const others = [carla, carlaFar, admin, ana].map(({ frames }) => frames.join("\n"));
    const afterSecret = carla.frames.slice(quiet).join("\n");
    await say(bruno, "thank you all");
    const { message } = await carlaFar.client.hear(
      "message:posted",
      (fact) => fact.message.text === "thank you all",
    );

    expect(offRecord).toMatchObject({ text: secret, sender: { id: brunoId }, recipient: { id: diegoId } });
    expect((await diego.client.get("off-record:sync", { conversationId })).items).toHaveLength(1);
    expect((await carla.client.get("off-record:sync", { conversationId })).items).toEqual([]);
    expect(others.join("\n")).not.toContain(secret);
    expect(afterSecret).not.toContain("off-record");
    expect(message.seq).toBe(7);
    const refused = await bruno.client.ask("off-record:send", {
      conversationId,
      clientMessageId: randomUUID(),
      text: secret,
    });
    expect(refused).toMatchObject({ ok: false, error: { code: "consult/no-recipient" } });

    await bruno.client.get("consult:leave", { conversationId });
    await diego.client.hear("consult:changed", (fact) => fact.consult.endedAt !== undefined);
    await carlaFar.client.hear("message:posted", (fact) => fact.message.notice?.event === "ended");
    const memo = (await timeline(admin.client, number)).find(({ kind }) => kind === "consult");
    const tables = ["message", "ticket_event", "mail", "change_log", "off_record", "turn"] as const;
    const { db } = near.app.domains.store;
    const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));

    expect(memo).toMatchObject({
      actor: { id: brunoId },
      memo: { consultId: conversationId, names: ["Bruno Lima", "Carla Díaz", "Diego Ramos"].sort() },
    });
    expect(memo?.text).toContain("have you tried the tray?");
    expect(memo?.text).toMatch(/0:00 h/);
    expect(JSON.stringify(await timeline(ana.client, number))).not.toMatch(/have you tried|memo/);
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(
      JSON.stringify(await carla.client.rest("GET", `/api/v1/consults/${conversationId}`)),
    ).not.toContain(secret);
    expect(
      JSON.stringify(await diego.client.rest("GET", `/api/v1/consults?view=ended&q=${secret}`)),
    ).not.toContain(conversationId);
    expect(bells.length).toBeGreaterThan(0);
    expect(bells.join("\n")).not.toContain(secret);
    expect(nodes.flatMap(({ log }) => log).join("\n")).not.toContain(secret);
    expect((await fetch(`${near.url}/metrics`).then((answer) => answer.text())).includes(secret)).toBe(false);
    for (const watched of [carla, carlaFar, admin, ana])
      expect(watched.frames.join("\n")).not.toContain(secret);
  });

  it("tells who has left nothing more, on whichever node they are, and requesters nothing at all (S4-1, S4-10, S4-15)", async () => {
    const [near, far] = nodes;
    const [ana, bruno, carla, carlaFar, diego] = [
      await at(near, "ana"),
      await at(near, "bruno"),
      await at(near, "carla"),
      await at(far, "carla"),
      await at(far, "diego"),
    ];
    const accountIds = [await idOf(carla), await idOf(diego)];
    const request = { requestId: randomUUID(), title: "", accountIds, groupIds: [] };
    const { consult } = await bruno.client.get("consult:start", request);
    const conversationId = consult.id;
    await carla.client.get("consult:accept", { conversationId });
    for (const person of [bruno, carla, carlaFar])
      await person.client.get("conversation:open", { conversationId });
    const stranger = await diego.client.ask("conversation:open", { conversationId });
    await carla.client.get("consult:leave", { conversationId });
    await carlaFar.client.hear("consult:changed", (fact) => fact.consult.mine === "left");

    const word = `after-${randomUUID()}`;
    const said = { conversationId, clientMessageId: randomUUID(), text: word, epoch: 1 };
    await bruno.client.get("message:send", said);
    await diego.client.get("consult:accept", { conversationId });
    await diego.client.get("conversation:open", { conversationId });
    const { messages } = await diego.client.get("conversation:sync", { conversationId, afterSeq: 0 });
    const refusals = await Promise.all([
      carla.client.ask("message:send", { ...said, clientMessageId: randomUUID() }),
      carlaFar.client.ask("conversation:sync", { conversationId, afterSeq: 0 }),
      ana.client.ask("consult:start", { ...request, requestId: randomUUID() }),
      ana.client.ask("consult:accept", { conversationId }),
    ]);

    expect(stranger).toMatchObject({ ok: false, error: { code: "conversation/not-found" } });
    expect(messages.map(({ text }) => text)).toContain(word);
    expect(refusals.map((ack) => (ack.ok ? "ok" : ack.error.code))).toEqual([
      "conversation/not-found",
      "conversation/not-found",
      "access/denied",
      "access/denied",
    ]);
    for (const watched of [ana, carla, carlaFar]) expect(watched.frames.join("\n")).not.toContain(word);
    expect((await ana.client.rest("GET", "/api/v1/consults")).status).toBe(403);
  });

  it("carries direct talks between linked colleagues on two nodes, and refuses them otherwise (S2-38, S2-42, S2-43, S2-44)", async () => {
    const [near, far] = nodes;
    const [bruno, diego] = [await at(near, "bruno"), await at(far, "diego")];
    const [brunoId, diegoId] = [await idOf(bruno), await idOf(diego)];
    await bruno.client.get("contact:set", { accountId: diegoId, linked: true });
    const early = await bruno.client.ask("direct:open", { accountId: diegoId });
    await diego.client.hear("contact:changed", ({ contact }) => contact.linksBack && !contact.linked);
    await diego.client.get("contact:set", { accountId: brunoId, linked: true });
    const { contact } = await bruno.client.get("direct:open", { accountId: diegoId });
    const conversationId = contact.conversationId ?? "";
    const { contact: told } = await diego.client.hear(
      "contact:changed",
      (fact) => fact.contact.conversationId === conversationId,
    );
    const { conversation } = await diego.client.get("conversation:open", { conversationId });
    const side = (id: string) => (conversation.requester.id === id ? {} : { epoch: conversation.epoch });
    const say = (person: Watched, id: string, text: string) =>
      person.client.ask("message:send", { conversationId, clientMessageId: randomUUID(), text, ...side(id) });

    await say(bruno, brunoId, "lunch?");
    await diego.client.hear("message:posted", ({ message }) => message.text === "lunch?");
    await diego.client.get("contact:set", { accountId: brunoId, linked: false });
    const refused = await say(bruno, brunoId, "hello?");

    expect(early).toMatchObject({ ok: false, error: { code: "contact/not-mutual" } });
    expect(told).toMatchObject({ accountId: brunoId, linked: true, linksBack: true });
    expect(conversation).toMatchObject({ kind: "direct", online: { requester: true, agent: true } });
    expect(refused).toMatchObject({ ok: false, error: { code: "contact/not-mutual" } });
  });
});
