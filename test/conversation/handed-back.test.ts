import { createConversations, createSilentBell } from "../../conversation/index.js";
import { addAccount } from "../support/desks.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";

describe.each(engines)("a conversation that comes back to the assistant, on %s", (engine) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.discard());

  it("asks it only what is said from then on, not what was said to a person (design section 5)", async () => {
    const failed = (error: unknown): never => {
      throw error;
    };
    const conversations = createConversations({ store, bell: createSilentBell(), now: () => 1000, failed });
    const requesterId = await addAccount(store);
    const { id } = await conversations.open({ requesterId, channel: "web", locale: "en" });
    const say = (text: string) =>
      conversations.append({
        conversationId: id,
        clientMessageId: text,
        sender: { kind: "requester", id: requesterId, name: "Requester" },
        text,
      });
    const move = (to: { kind: "agent" | "assistant"; id?: string }) =>
      store.db
        .transaction()
        .execute((trx) => conversations.moveOwnerIn(trx, { conversationId: id, to, now: 1000 }));
    await say("to the assistant");
    await move({ kind: "agent", id: "agent" });
    await say("to the agent");
    await move({ kind: "assistant" });

    expect(await conversations.nextAsked(id)).toBeUndefined();
    await say("to the assistant again");
    expect((await conversations.nextAsked(id))?.message.text).toBe("to the assistant again");
  });
});
