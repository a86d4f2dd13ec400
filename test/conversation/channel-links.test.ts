import {
  type ChannelLinks,
  type ChannelReference,
  createChannelLinks,
  createConversations,
  createSilentBell,
} from "../../conversation/index.js";
import { newId } from "../../store/index.js";
import { addAccount } from "../support/desks.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";

const referenceTo = (serviceUrl: string): ChannelReference => ({
  channelId: "msteams",
  serviceUrl,
  conversation: { id: "talk" },
  bot: { id: "bot" },
  user: { id: "ana" },
});

describe.each(engines)("channel links on %s", (engine) => {
  let store: TestStore;
  let links: ChannelLinks;

  beforeAll(async () => {
    store = await openTestStore(engine);
    links = createChannelLinks({ db: store.db, now: () => 5000 });
  });
  afterAll(() => store.discard());

  const open = async (externalId: string, text?: string) => {
    const conversations = createConversations({
      store,
      bell: createSilentBell(),
      now: () => 1000,
      failed: (error) => {
        throw error;
      },
    });
    const requesterId = await addAccount(store);
    const { id } = await conversations.open({ requesterId, channel: `msteams:${newId()}`, locale: "en" });
    await links.save({ conversationId: id, externalId, reference: referenceTo("https://one.test/") });
    if (text !== undefined) {
      const sender = { kind: "requester" as const, id: requesterId, name: "Ana" };
      await conversations.append({ conversationId: id, clientMessageId: "name-1", sender, text });
    }
    return { id, requesterId };
  };

  it("keeps what was delivered when the reference changes", async () => {
    const { id } = await open(newId(), "hello");
    await links.advance(id, 0, 1);

    await links.save({ conversationId: id, externalId: "x", reference: referenceTo("https://two.test/") });

    expect(await links.byConversation(id)).toEqual({
      conversationId: id,
      reference: referenceTo("https://two.test/"),
      deliveredSeq: 1,
    });
  });

  it("moves the mark for one of many who try from the same place", async () => {
    const { id } = await open(newId(), "hello");

    const moved = await Promise.all(Array.from({ length: 10 }, () => links.advance(id, 0, 1)));

    expect(moved.filter(Boolean)).toHaveLength(1);
    expect((await links.byConversation(id))?.deliveredSeq).toBe(1);
  });

  it("tells page by page who has something to deliver", async () => {
    const external = newId();
    const ids: string[] = [];
    for (let count = 0; count < 5; count++) ids.push((await open(external, "hello")).id);
    const { id: silent } = await open(external);
    await links.advance(ids[2] ?? "", 0, 1);

    const found: string[] = [];
    for (let page = await links.pending(2); page.length > 0; page = await links.pending(2, found.at(-1))) {
      found.push(...page);
    }

    const expected = ids.filter((id) => id !== ids[2]);
    expect(found.filter((id) => ids.includes(id))).toEqual(expected);
    expect(found).not.toContain(silent);
  });

  it("gives all conversations of a talk its newest address, and finds them newest first", async () => {
    const external = newId();
    const first = await open(external);
    const second = await open(external);
    const other = await open(newId());

    await links.refresh(external, referenceTo("https://two.test/"));

    const found = await links.byExternal("msteams", external);
    expect(found.map((link) => link.conversationId)).toEqual([second.id, first.id]);
    expect(new Set(found.map((link) => link.reference.serviceUrl))).toEqual(new Set(["https://two.test/"]));
    expect((await links.byConversation(other.id))?.reference.serviceUrl).toBe("https://one.test/");
  });

  it("knows a message of a talk, of that sender only", async () => {
    const externalId = newId();
    const { requesterId } = await open(externalId, "hello");
    const message = { channelId: "msteams", externalId, senderId: requesterId, clientMessageId: "name-1" };

    expect(await links.hasMessage(message)).toBe(true);
    expect(await links.hasMessage({ ...message, senderId: newId() })).toBe(false);
    expect(await links.hasMessage({ ...message, externalId: newId() })).toBe(false);
    expect(await links.hasMessage({ ...message, clientMessageId: "name-2" })).toBe(false);
  });
});
