import { randomUUID } from "node:crypto";
import { createChatClient } from "../../web/chat/chat-client.js";
import { keepInMemory } from "../../web/chat/keeping.js";
import { createTalk } from "../../web/chat/talk.js";
import { type Cast, openCast, say } from "../app/team/cast.js";
import { until } from "../faults/until.js";
import { type Manner, openProxy } from "./proxy.js";

/** What people met who put a desk behind a proxy that knows nothing of WebSocket: here with the socket of our pages. */
describe("behind a proxy", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await openCast();
  });
  afterAll(() => cast.desk.stop());

  async function talksOn(manner: Manner): Promise<void> {
    const { conversationId, epoch } = await cast.talk();
    const proxy = await openProxy(Number(new URL(cast.desk.url).port), manner);
    const client = createChatClient({ url: proxy.url, token: cast.ana.token });
    const me = { id: cast.id(cast.ana), side: "requester" } as const;
    const talk = createTalk(client, conversationId, { me, keeping: keepInMemory() });
    const [hers, his] = [randomUUID(), randomUUID()];

    client.connect();
    await until("the page is there", () => client.connection.getSnapshot().status === "online");
    talk.send(hers);
    await cast.bruno.hear("message:posted", ({ message }) => message.text === hers);
    await say(cast.bruno, conversationId, his, epoch);

    const shown = () =>
      talk.getSnapshot().items.map((item) => (item.kind === "posted" ? item.message.text : ""));
    await until("the page shows the answer", () => shown().includes(his));
    expect(shown().slice(-2)).toEqual([hers, his]);
    expect(proxy.upgrades()).toBeGreaterThan(0);
    talk.stop();
    client.close();
    await proxy.close();
  }

  it("chatwoot#10165: a page talks on where the headers of a WebSocket are taken off", () =>
    talksOn("strips"));

  it("tiledesk-server#7, chatwoot#7780: a page talks on where a WebSocket is led to where nobody listens (502)", () =>
    talksOn(502));

  it("tiledesk-server#17: a page talks on where a WebSocket is sent elsewhere", () => talksOn(302));

  it("a page talks on where a WebSocket is refused", () => talksOn(400));
});
