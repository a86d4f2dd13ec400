import { createDelivery, type Delivery, type DeliveryOptions } from "../../../bot/channel/index.js";
import { sendPending } from "../../../bot/channel/send-pending.js";
import { newId } from "../../../store/index.js";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";
import { createChannelDesk, messageActivity } from "./channel-desk.js";
import { type FakeCloud, startFakeCloud } from "./fake-cloud.js";

const aDay = 24 * 60 * 60 * 1000;

describe.each(engines)("delivering to a channel on %s", (engine) => {
  let store: TestStore;
  let cloud: FakeCloud;
  let desk: ReturnType<typeof createChannelDesk>;
  const started: Delivery[] = [];

  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  beforeEach(async () => {
    cloud = await startFakeCloud();
    desk = createChannelDesk(store, cloud);
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((delivery) => delivery.stop()));
    await cloud.close();
  });
  afterAll(() => store.discard());

  const start = (changes: Partial<DeliveryOptions> = {}) => {
    const delivery = createDelivery({
      links: desk.links,
      conversations: desk.conversations,
      post: desk.channel.post,
      lease: async () => () => undefined,
      backoff: { firstMs: 10, maxMs: 50 },
      now: Date.now,
      log: desk.log,
      ...changes,
    });
    delivery.start();
    started.push(delivery);
    return delivery;
  };

  /** Somebody writes on the channel; answers with the desk's conversation. */
  const writeIn = async (changes: Record<string, unknown> = {}) => {
    const activity = messageActivity(cloud, changes);
    const headers = { authorization: await cloud.token() };
    await desk.channel.receive({ method: "POST", headers, body: activity });
    const [link] = await desk.links.byExternal("msteams", activity.conversation.id);
    return { id: link?.conversationId ?? "", externalId: activity.conversation.id };
  };
  const tell = (conversationId: string, text: string, more: object = {}) =>
    desk.conversations.append({
      conversationId,
      clientMessageId: newId(),
      sender: { kind: "system", id: "system", name: "Deskhand" },
      text,
      ...more,
    });
  const textsOf = (externalId: string) =>
    cloud.posted.filter((one) => one.conversationId === externalId).map((one) => one.text);
  const talkOf = (one: { conversationId: string }) => one.conversationId;
  const settled = async (id: string, seq: number) => {
    while ((await desk.links.byConversation(id))?.deliveredSeq !== seq) await new Promise(setImmediate);
  };

  it("brings what others say to the talk it belongs to, in order, under the bot's token", async () => {
    start();
    const talk = await writeIn();

    await tell(talk.id, "one");
    const conversation = await desk.conversations.byId(talk.id);
    await tell(talk.id, "two", {
      sender: { kind: "assistant", id: "assistant", name: "Assistant" },
      epoch: conversation?.epoch,
      actions: [{ title: "Talk to an attendant", value: { kind: "talk-to-attendant" } }],
    });
    await cloud.took(2);

    expect(textsOf(talk.externalId)).toEqual(["one", "two"]);
    expect(cloud.posted[1]).toMatchObject({
      authorization: "Bearer token-of-the-bot",
      activity: {
        type: "message",
        from: { id: "28:desk" },
        recipient: { id: "29:ana" },
        suggestedActions: { actions: [{ type: "imBack", title: "Talk to an attendant" }] },
      },
    });
    expect(cloud.posted[1]?.activity).not.toHaveProperty("replyToId");
    await settled(talk.id, 3);
  });

  it("never sends the requester's own words back, and keeps them out of the sweep", async () => {
    const talk = await writeIn();
    const delivery = start();

    await delivery.sweep();
    await settled(talk.id, 1);

    expect(cloud.calls()).toBe(0);
    expect(await desk.links.pending(10)).not.toContain(talk.id);
  });

  it("finds by a sweep what was stored while nobody listened", async () => {
    const talk = await writeIn();
    await tell(talk.id, "missed");
    const delivery = start();

    await delivery.sweep();
    await cloud.took(1);

    expect(textsOf(talk.externalId)).toEqual(["missed"]);
  });

  it.each([
    ["429", { status: 429, retryAfter: 0 }],
    ["500", { status: 500 }],
    ["502", { status: 502 }],
    ["a refusal of the bot's token", { status: 401 }],
    ["nothing", "hang" as const],
  ])("loses and doubles nothing when the connector answers %s twice (F25)", async (_, answer) => {
    start();
    const talk = await writeIn();
    cloud.answerNext(answer, answer);

    await tell(talk.id, "one");
    await tell(talk.id, "two");
    await cloud.took(2);
    await settled(talk.id, 3);

    expect(textsOf(talk.externalId)).toEqual(["one", "two"]);
    expect(cloud.calls()).toBe(4);
  });

  it("sends again what the connector may have taken without a word: at least once, never less", async () => {
    start();
    const talk = await writeIn();
    cloud.answerNext("take-then-hang");

    await tell(talk.id, "one");
    await cloud.took(2);
    await settled(talk.id, 2);

    expect(textsOf(talk.externalId)).toEqual(["one", "one"]);
  });

  it("takes a yes for a yes, whatever comes after it", async () => {
    start();
    const talk = await writeIn();
    cloud.answerNext("take-with-rubbish");

    await tell(talk.id, "one");
    await tell(talk.id, "two");
    await cloud.took(2);
    await settled(talk.id, 3);

    expect(textsOf(talk.externalId)).toEqual(["one", "two"]);
  });

  it("does not follow a redirect, and gives the message up", async () => {
    start();
    const talk = await writeIn();
    cloud.answerNext({ status: 307 });

    await tell(talk.id, "one");
    await cloud.called(1);
    await settled(talk.id, 2);

    expect(cloud.posted).toEqual([]);
  });

  it("gives up what the channel refuses, says so in the log, and goes on", async () => {
    start();
    const talk = await writeIn();
    cloud.answerNext({ status: 403 });

    await tell(talk.id, "refused");
    await tell(talk.id, "taken");
    await cloud.took(1);

    expect(textsOf(talk.externalId)).toEqual(["taken"]);
    expect(desk.logged).toContainEqual(
      expect.objectContaining({ level: "error", facts: expect.objectContaining({ seq: 2, status: 403 }) }),
    );
  });

  it("gives up a message that is too old to be of use", async () => {
    const talk = await writeIn();
    await tell(talk.id, "old");
    const delivery = start({ now: () => Date.now() + 2 * aDay });
    cloud.answerNext({ status: 500 });

    await delivery.sweep();
    await settled(talk.id, 2);

    expect(cloud.posted).toEqual([]);
  });

  it("does not let a talk whose connector never answers hold up another one", async () => {
    start({ backoff: { firstMs: 60_000, maxMs: 60_000 } });
    const [stuck, other] = [await writeIn(), await writeIn()];
    cloud.answerNext("hang");
    await tell(stuck.id, "stuck");
    await cloud.called(1);

    await tell(other.id, "through");
    await cloud.took(1);

    expect(textsOf(other.externalId)).toEqual(["through"]);
    expect((await desk.links.byConversation(stuck.id))?.deliveredSeq).toBe(1);
  });

  it("sends nothing to an address that is not allowed any more (S21)", async () => {
    const talk = await writeIn();
    await tell(talk.id, "secret");
    const strict = createChannelDesk(store, cloud, { serviceUrls: ["https://smba.trafficmanager.net/"] });
    const delivery = start({ post: strict.channel.post });

    await delivery.sweep();
    await settled(talk.id, 2);

    expect(cloud.calls()).toBe(0);
  });

  it("sends each message once from two nodes that share a lease", async () => {
    const held = new Set<string>();
    const lease = async (name: string) => {
      if (held.has(name)) return undefined;
      held.add(name);
      return () => void held.delete(name);
    };
    const nodes = [start({ lease }), start({ lease })];
    const talk = await writeIn();
    const texts = Array.from({ length: 30 }, (_, index) => `${index}`);

    for (const text of texts) await tell(talk.id, text);
    await Promise.all(nodes.map((node) => node.sweep()));
    await settled(talk.id, 31);

    expect(textsOf(talk.externalId)).toEqual(texts);
  });

  it("stops when another node has moved the mark meanwhile", async () => {
    const talk = await writeIn();
    for (const text of ["one", "two", "three"]) await tell(talk.id, text);
    const posted: string[] = [];

    const run = await sendPending(talk.id, {
      links: desk.links,
      conversations: desk.conversations,
      post: async (_, activity) => {
        if (activity.type === "message") posted.push(activity.text);
        await desk.links.advance(talk.id, 1, 3);
      },
      giveUpAfterMs: aDay,
      runMs: 1000,
      isStopping: () => false,
      now: Date.now,
      log: desk.log,
    });

    expect(run).toEqual({ status: "more" });
    expect(posted).toEqual(["one"]);
  });

  it("keeps what does not fit in memory for the next sweep", async () => {
    const delivery = start({ maxAtOnce: 1, maxWaiting: 1 });
    const talks = [await writeIn(), await writeIn(), await writeIn(), await writeIn()];
    cloud.answerNext("hang");
    await Promise.all(talks.map((talk) => tell(talk.id, "hello")));

    for (let delivered = 0; delivered < talks.length; delivered = new Set(cloud.posted.map(talkOf)).size) {
      await delivery.sweep();
      await new Promise(setImmediate);
    }
    await Promise.all(talks.map((talk) => settled(talk.id, 2)));

    expect(cloud.posted).toHaveLength(talks.length);
  });

  it("answers a tool on this machine without an app id, and shows it no token", async () => {
    desk = createChannelDesk(store, cloud, { appId: undefined, appPassword: undefined, serviceUrls: [] });
    start({ links: desk.links, conversations: desk.conversations, post: desk.channel.post });
    const activity = messageActivity(cloud, { channelId: "emulator", serviceUrl: cloud.url });
    await desk.channel.receive({ method: "POST", headers: {}, body: activity });
    const [link] = await desk.links.byExternal("emulator", activity.conversation.id);

    await tell(link?.conversationId ?? "", "hello");
    await cloud.took(1);

    expect(cloud.posted[0]).toMatchObject({ text: "hello", authorization: "" });
  });

  it("leaves conversations of the web alone", async () => {
    let leases = 0;
    start({
      lease: async () => {
        leases++;
        return () => undefined;
      },
    });
    const linked = await writeIn();
    const { requester_id } = (await desk.conversations.byId(linked.id)) ?? { requester_id: "" };
    const web = await desk.conversations.open({ requesterId: requester_id, channel: "web", locale: "en" });

    for (let count = 0; count < 5; count++) await tell(web.id, "hello");
    await tell(linked.id, "for the channel");
    await cloud.took(1);
    await settled(linked.id, 2);

    expect(cloud.posted).toHaveLength(1);
    expect(leases).toBe(1);
  });

  it("ends what is under way when it stops, and sends nothing afterwards", async () => {
    const delivery = start();
    const talk = await writeIn();
    await tell(talk.id, "before");
    await cloud.called(1);

    await delivery.stop();
    await tell(talk.id, "after");
    await delivery.sweep();

    expect(textsOf(talk.externalId)).toEqual(["before"]);
    expect((await desk.links.byConversation(talk.id))?.deliveredSeq).toBe(2);
  });
});
