import { createChatClient } from "../../../web/chat/chat-client.js";
import { createFakeClock } from "./fake-clock.js";
import { conversationId, createFakeDesk } from "./fake-desk.js";

function start() {
  const desk = createFakeDesk();
  const clock = createFakeClock();
  const client = createChatClient({ openSocket: desk.openSocket, timers: clock });
  const status = (): string => client.connection.getSnapshot().status;
  return { desk, clock, client, status };
}

describe("a chat client", () => {
  it("says connecting, online, offline as it goes", () => {
    const { desk, client, status } = start();
    expect(status()).toBe("connecting");

    client.connect();
    expect(status()).toBe("online");
    desk.drop();

    expect(status()).toBe("offline");
  });

  it("answers at once, and sends nothing later, when there is no connection", async () => {
    const { desk, client } = start();

    const outcome = await client.request("conversation:open", {});
    client.connect();

    expect(outcome).toMatchObject({ ok: false, error: { code: "client/offline" } });
    expect(desk.requests).toEqual([]);
  });

  it("gives up on an answer that does not come", async () => {
    const { desk, clock, client } = start();
    client.connect();
    desk.fates.push("lose");

    const outcome = client.request("conversation:open", {}, { timeoutMs: 500 });
    await clock.advance(500);

    expect(await outcome).toMatchObject({ ok: false, error: { code: "client/timeout" } });
  });

  it("ends every request in flight when the connection breaks, and drops the transport's buffer", async () => {
    const { desk, client } = start();
    client.connect();
    desk.fates.push("lose");

    const outcome = client.request("conversation:sync", { conversationId, afterSeq: 0 });
    desk.drop();

    expect(await outcome).toMatchObject({ ok: false, error: { code: "client/offline" } });
    expect(desk.state.buffered).toBe(1);
  });

  it("is refused when the session ended, and does not come back by itself", async () => {
    const { desk, clock, client, status } = start();
    client.connect();

    desk.tell("session:ended", { reason: "logged-out" });
    await clock.advance(60_000);

    expect(status()).toBe("refused");
    expect(desk.state.connected).toBe(false);
  });

  it("is refused when the server does not know the token, but tries again when it was only busy", async () => {
    const { desk, clock, client, status } = start();
    desk.state.active = false;
    desk.tell("connect_error", { data: { code: "server/busy", message: "Come back." } });
    await clock.advance(2500);
    expect(status()).toBe("online");

    desk.drop();
    desk.tell("connect_error", { data: { code: "session/expired", message: "Log in again." } });
    await clock.advance(60_000);

    expect(client.connection.getSnapshot()).toMatchObject({
      status: "refused",
      error: { code: "session/expired" },
    });
  });

  it("takes an answer of the wrong shape for a fault of the server", async () => {
    const { client, desk } = start();
    client.connect();
    const broken = createChatClient({
      openSocket: () => ({
        ...desk.openSocket(),
        connected: true,
        emit: (_name, _payload, ack) => ack("ok"),
      }),
    });

    const outcome = await broken.request("conversation:open", {});

    expect(outcome).toMatchObject({ ok: false, error: { code: "server/failed" } });
  });

  it("stops telling a listener that left", () => {
    const { desk, client } = start();
    const heard: number[] = [];
    const leave = client.on("queue:changed", ({ waiting }) => heard.push(waiting));

    desk.tell("queue:changed", { groupId: "g", waiting: 1 });
    leave();
    desk.tell("queue:changed", { groupId: "g", waiting: 2 });

    expect(heard).toEqual([1]);
  });
});
