import type { Message } from "../../contract/index.js";
import {
  type Conversations,
  createConversations,
  createSilentBell,
  type MessageDraft,
} from "../../conversation/index.js";
import { newId } from "../../store/index.js";
import { addAccount } from "../support/desks.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";

describe.each(engines)("conversations on %s", (engine) => {
  let store: TestStore;
  let conversations: Conversations;
  let requesterId: string;
  let id: string;
  let clock = 1000;

  beforeAll(async () => {
    store = await openTestStore(engine);
    conversations = createConversations({
      store,
      bell: createSilentBell(),
      now: () => ++clock,
      failed: (error) => {
        throw error;
      },
    });
  });
  afterAll(async () => {
    await conversations.idle();
    await store.discard();
  });
  beforeEach(async () => {
    requesterId = await addAccount(store);
    id = (await conversations.open({ requesterId, channel: "web", locale: "en" })).id;
  });

  const from = (
    kind: "requester" | "agent" | "assistant",
    text: string,
    more: Partial<MessageDraft> = {},
  ) => {
    const senderId = kind === "requester" ? requesterId : kind;
    return conversations.append({
      conversationId: id,
      clientMessageId: newId(),
      sender: { kind, id: senderId, name: kind },
      text,
      ...more,
    });
  };
  const stored = async () => (await conversations.after(id, 0)).messages;

  describe("append", () => {
    it("numbers messages 1, 2, 3 … without a gap, many at once (D5)", async () => {
      const results = await Promise.all(
        Array.from({ length: 150 }, (_, index) => from("requester", `${index}`)),
      );

      expect(results.every((result) => result.status === "stored")).toBe(true);
      expect((await stored()).map((message) => message.seq)).toEqual(
        Array.from({ length: 150 }, (_, i) => i + 1),
      );
    });

    it("answers a repeat with the first message, also when both arrive at once (D1)", async () => {
      const clientMessageId = newId();

      const results = await Promise.all([1, 2, 3].map(() => from("requester", "hello", { clientMessageId })));
      const later = await from("requester", "hello", { clientMessageId });

      const seqs = [...results, later].map((result) => "message" in result && result.message.seq);
      expect(new Set(seqs)).toEqual(new Set([1]));
      expect(later).toMatchObject({ status: "repeat", differs: false });
      expect(await stored()).toHaveLength(1);
    });

    it("keeps the first text when the same name comes with another one, and says so (D2)", async () => {
      const clientMessageId = newId();
      await from("requester", "first", { clientMessageId });

      const second = await from("requester", "second", { clientMessageId });

      expect(second).toMatchObject({ status: "repeat", differs: true, message: { text: "first" } });
    });

    it("takes the same name for another message in another conversation (D2)", async () => {
      const clientMessageId = newId();
      await from("requester", "here", { clientMessageId });
      const otherId = await addAccount(store);
      const other = await conversations.open({ requesterId: otherId, channel: "web", locale: "en" });

      const result = await conversations.append({
        conversationId: other.id,
        clientMessageId,
        sender: { kind: "requester", id: otherId, name: "Other" },
        text: "there",
      });

      expect(result).toMatchObject({ status: "stored", message: { seq: 1, text: "there" } });
    });

    it("asks the assistant what is said while it has the talk, and nothing else", async () => {
      const asked: string[] = [];
      const stop = conversations.events.on("asked", (_, messageId) => asked.push(messageId));
      const first = await from("requester", "for the assistant");
      const to = { owner_kind: "queue" };
      await store.db.updateTable("conversation").set(to).where("id", "=", id).execute();
      await from("requester", "for people");
      stop();

      expect(first).toMatchObject({ status: "stored", message: { id: asked[0] } });
      expect(asked).toHaveLength(1);
    });

    it("does not know a conversation to a requester whose it is not (S10)", async () => {
      const stranger = await addAccount(store);

      const result = await conversations.append({
        conversationId: id,
        clientMessageId: newId(),
        sender: { kind: "requester", id: stranger, name: "Stranger" },
        text: "let me in",
      });

      expect(result).toEqual({ status: "missing" });
      expect(await stored()).toEqual([]);
    });

    it("keeps the time of the first attempt beside the time of the commit (D12)", async () => {
      await from("requester", "late", { firstSentAt: 7 });

      const row = await store.db
        .selectFrom("message")
        .select(["first_sent_at", "sent_at"])
        .where("conversation_id", "=", id)
        .executeTakeFirstOrThrow();
      expect(row.first_sent_at).toBe(7);
      expect(row.sent_at).toBeGreaterThan(1000);
    });

    it("chatwoot PR#13673: refuses a late answer of the assistant after another took over (Q3)", async () => {
      await store.db
        .transaction()
        .execute((trx) =>
          conversations.moveOwnerIn(trx, { conversationId: id, epoch: 1, to: { kind: "queue" }, now: 5 }),
        );

      const late = await from("assistant", "too late", { epoch: 1 });

      expect(late).toEqual({ status: "stale", epoch: 2, owner: { kind: "queue" } });
      expect(await stored()).toEqual([]);
    });

    it("refuses an agent who is not the owner, and one with an old epoch", async () => {
      await store.db
        .transaction()
        .execute((trx) =>
          conversations.moveOwnerIn(trx, { conversationId: id, to: { kind: "agent", id: "agent" }, now: 5 }),
        );

      const owner = await from("agent", "hello", { epoch: 2 });
      const sleeper = await from("agent", "hello", { epoch: 1 });
      const stranger = await from("agent", "hello", {
        epoch: 2,
        sender: { kind: "agent", id: "another", name: "Another" },
      });

      expect([owner.status, sleeper.status, stranger.status]).toEqual(["stored", "stale", "stale"]);
    });

    it("takes nothing from requester or agent after the end, and nothing is deleted (S1-28)", async () => {
      await from("requester", "before");
      await store.db
        .transaction()
        .execute((trx) =>
          conversations.moveOwnerIn(trx, { conversationId: id, to: { kind: "none" }, now: 5 }),
        );

      const results = [await from("requester", "after"), await from("agent", "after", { epoch: 2 })];

      expect(results.map((result) => result.status)).toEqual(["closed", "closed"]);
      expect((await stored()).map((message) => message.text)).toEqual(["before"]);
    });

    it("answers for a conversation that does not exist", async () => {
      const result = await from("requester", "hello", { conversationId: newId() });

      expect(result).toEqual({ status: "missing" });
    });
  });

  describe("open", () => {
    it("gives twenty tabs that ask at once one conversation (F23)", async () => {
      const newcomer = await addAccount(store);

      const rows = await Promise.all(
        Array.from({ length: 20 }, () =>
          conversations.open({ requesterId: newcomer, channel: "web", locale: "pt" }),
        ),
      );

      expect(new Set(rows.map((row) => row.id)).size).toBe(1);
    });

    it("closes the requester's newer talk with the assistant when an older one comes back", async () => {
      const move = (conversationId: string, to: "none" | "queue") =>
        store.db
          .transaction()
          .execute((trx) => conversations.moveOwnerIn(trx, { conversationId, to: { kind: to }, now: 5 }));
      await move(id, "none");
      const newer = await conversations.open({ requesterId, channel: "web", locale: "en" });

      const result = await move(id, "queue");

      expect(result).toMatchObject({ status: "moved", closed: [newer.id] });
      expect((await conversations.findOpen(requesterId, "web"))?.id).toBe(id);
    });
  });

  describe("after", () => {
    it("pages until the reader is complete (D7)", async () => {
      await Promise.all(Array.from({ length: 450 }, (_, index) => from("requester", `${index}`)));

      const seen: number[] = [];
      let complete = false;
      while (!complete) {
        const page = await conversations.after(id, seen.at(-1) ?? 0);
        seen.push(...page.messages.map((message) => message.seq));
        complete = page.complete;
      }

      expect(seen).toEqual(Array.from({ length: 450 }, (_, index) => index + 1));
    });

    it("tells a reader who knows more than there is to start again (D9)", async () => {
      await from("requester", "one");

      expect(await conversations.after(id, 9)).toMatchObject({ resync: true, messages: [], upTo: 1 });
    });
  });

  describe("follow", () => {
    it("tells another owner that came together with a message, when nobody was told of either (F10)", async () => {
      await from("requester", "Hello");
      await conversations.follow(id);
      await conversations.catchUp();
      const changed: string[] = [];
      const stop = conversations.events.on("changed", (changedId) => changed.push(changedId));

      // Committed by somebody who never heard so, and therefore rang no bell.
      await store.db.transaction().execute(async (trx) => {
        const sender = { kind: "requester", id: requesterId, name: "R" } as const;
        const end = { conversationId: id, clientMessageId: newId(), sender, text: "The end." };
        expect(await conversations.appendIn(trx, [end], ++clock)).toMatchObject([{ status: "stored" }]);
        const to = { owner_kind: "none", updated_at: ++clock };
        await trx.updateTable("conversation").set(to).where("id", "=", id).execute();
      });
      await conversations.catchUp();
      await conversations.idle();

      stop();
      expect(changed).toContain(id);
    });

    it("tells of a talk no more than was said in it, and another owner of the same moment (F10)", async () => {
      await conversations.follow(id);
      await conversations.catchUp();
      const changed: string[] = [];
      const stop = conversations.events.on("changed", (changedId) => changed.push(changedId));

      await from("requester", "Hello");
      await conversations.catchUp();
      expect(changed).toEqual([]);

      const { updated_at } = await store.db
        .selectFrom("conversation")
        .select("updated_at")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      const to = { owner_kind: "none", epoch: 99, updated_at };
      await store.db.updateTable("conversation").set(to).where("id", "=", id).execute();
      await conversations.catchUp();

      stop();
      expect(changed).toEqual([id]);
    });

    it("tells each message of a followed conversation once and in order, whoever stored it", async () => {
      const told: Message[] = [];
      const elsewhere = createConversations({
        store,
        bell: createSilentBell(),
        now: () => ++clock,
        failed: () => undefined,
      });
      const stop = conversations.events.on("posted", (message) => told.push(message));
      await conversations.follow(id);

      const draft = (index: number): MessageDraft => ({
        conversationId: id,
        clientMessageId: `m${index}`,
        sender: { kind: "requester", id: requesterId, name: "R" },
        text: `${index}`,
      });
      const nodes = [conversations, elsewhere];
      await Promise.all(Array.from({ length: 60 }, (_, index) => nodes[index % 2]?.append(draft(index))));
      await conversations.catchUp();
      await conversations.append(draft(60));
      await conversations.catchUp();
      const until = Date.now() + 5000;
      while (told.length < 61 && Date.now() < until) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      stop();

      expect(told.map((message) => message.seq)).toEqual(Array.from({ length: 61 }, (_, index) => index + 1));
    });
  });

  describe("markRead", () => {
    it("moves a mark forward only, and not past the last message", async () => {
      await from("requester", "one");
      await from("requester", "two");
      const mark = { conversationId: id, accountId: requesterId, side: "requester" as const };

      await conversations.markRead({ ...mark, upToSeq: 99 });
      await conversations.markRead({ ...mark, upToSeq: 1 });

      expect(await conversations.readMarks(id)).toEqual({ requester: 2, agent: 0 });
    });
  });
});
