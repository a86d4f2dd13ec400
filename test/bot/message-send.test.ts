import { messageSend } from "../../bot/events/message-send.js";
import type { BotEventParts, Caller } from "../../bot/events/parts.js";
import type { Principal } from "../../contract/index.js";
import {
  type Conversations,
  createConversations,
  createSilentBell,
  sideOf,
} from "../../conversation/index.js";
import { newId } from "../../store/index.js";
import { addAccount } from "../support/desks.js";
import { openTestStore, type TestStore } from "../support/stores.js";

describe("message:send", () => {
  let store: TestStore;
  let conversations: Conversations;
  let conversationId: string;
  let requester: Principal;
  let agent: Principal;
  let mode: "both" | "off" = "both";

  beforeAll(async () => {
    store = await openTestStore("sqlite");
    conversations = createConversations({
      store,
      bell: createSilentBell(),
      now: Date.now,
      failed: () => undefined,
    });
  });
  afterAll(() => store.discard());
  beforeEach(async () => {
    mode = "both";
    requester = await person("requester");
    agent = await person("agent");
    const opening = { requesterId: requester.accountId, channel: "web", locale: "en" } as const;
    conversationId = (await conversations.open(opening)).id;
  });

  async function person(role: "requester" | "agent" | "supervisor"): Promise<Principal> {
    const accountId = await addAccount(store, { role });
    return { accountId, name: role, role, groupIds: [], sessionId: newId() };
  }

  function send(principal: Principal, more: { epoch?: number; clientMessageId?: string } = {}) {
    // What this handler does not use is not built.
    const unused = () => {
      throw new Error("Not expected to be asked.");
    };
    const parts: BotEventParts = {
      conversations,
      bot: { kick: unused, sweep: unused, idle: unused, stop: unused, greet: unused },
      mode: () => mode,
      sideOf: (who, id) => sideOf(store.db, who, id),
      conversationView: unused,
      localeOf: unused,
      takesPart: unused,
      articleCard: unused,
      tellTyping: unused,
      closeTalk: unused,
    };
    const caller: Caller = { principal, socketId: "socket", follow: async () => undefined };
    return messageSend(parts)({ conversationId, clientMessageId: newId(), text: "hello", ...more }, caller);
  }

  async function giveTo(owner: Principal): Promise<number> {
    const moved = await store.db.transaction().execute((trx) =>
      conversations.moveOwnerIn(trx, {
        conversationId,
        to: { kind: "agent", id: owner.accountId },
        now: Date.now(),
      }),
    );
    if (moved.status !== "moved") throw new Error(moved.status);
    return moved.epoch;
  }

  it("takes the requester's and the owning agent's, each as the side they stand on", async () => {
    const epoch = await giveTo(agent);

    const first = await send(requester);
    const second = await send(agent, { epoch });

    expect([first, second].map(({ message }) => [message.seq, message.sender.kind])).toEqual([
      [1, "requester"],
      [2, "agent"],
    ]);
  });

  it.each(["requester", "agent"] as const)(
    "tells a strange %s that there is no such conversation, with an epoch or without (S10)",
    async (role) => {
      await giveTo(agent);
      const stranger = await person(role);

      const refusal = { code: "conversation/not-found" };
      await expect(send(stranger)).rejects.toMatchObject(refusal);
      await expect(send(stranger, { epoch: 2 })).rejects.toMatchObject(refusal);
      expect((await conversations.after(conversationId, 0)).messages).toEqual([]);
    },
  );

  it("asks an agent for the epoch, and refuses an old one (Q3)", async () => {
    const epoch = await giveTo(agent);

    await expect(send(agent)).rejects.toMatchObject({ code: "conversation/epoch-required" });
    await expect(send(agent, { epoch: epoch - 1 })).rejects.toMatchObject({
      code: "conversation/stale-epoch",
    });
  });

  it("refuses a supervisor who may see the talk but does not own it", async () => {
    const epoch = await giveTo(agent);

    await expect(send(await person("supervisor"), { epoch })).rejects.toMatchObject({
      code: "conversation/stale-epoch",
    });
  });

  it("takes a requester's message that names an epoch without need", async () => {
    const { message } = await send(requester, { epoch: 1 });

    expect(message.sender.kind).toBe("requester");
  });

  it("answers a repeat with the first message (D1)", async () => {
    const clientMessageId = newId();
    const first = await send(requester, { clientMessageId });

    const second = await send(requester, { clientMessageId });

    expect(second).toEqual(first);
  });

  it("refuses the requester while the chat is off, but not in a talk with a person", async () => {
    mode = "off";

    await expect(send(requester)).rejects.toMatchObject({ code: "chat/off" });
    await giveTo(agent);
    await expect(send(requester)).resolves.toMatchObject({ message: { seq: 1 } });
  });
});
