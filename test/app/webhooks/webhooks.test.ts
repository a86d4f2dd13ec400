import { createSeal } from "../../../config/index.js";
import { createPost } from "../../../app/webhooks/post.js";
import { createWebhooks, pauseMs, triesMost } from "../../../app/webhooks/webhooks.js";
import type { WebhookEvent, WebhookForm } from "../../../contract/index.js";
import { newId } from "../../../store/index.js";
import { isGenuine, openReceiver, type Receiver } from "../../support/receiver.js";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";

describe.each(engines)("webhooks on %s (issue 8)", (engine) => {
  let store: TestStore;
  let receiver: Receiver;
  let at: number;

  beforeEach(async () => {
    store = await openTestStore(engine);
    receiver = await openReceiver();
    at = 1_800_000_000_000;
  });
  afterEach(async () => {
    await receiver.close();
    await store.discard();
  });

  const seal = createSeal(["a key of the desk, 32 characters long"]);
  const open = () =>
    createWebhooks({
      ...{ store, seal },
      now: () => at,
      mayBePrivate: true,
      post: createPost({ mayBePrivate: true, timeoutMs: 2000 }),
      read: async () => undefined,
      failed: (error) => {
        throw error;
      },
      random: () => 1,
    });
  const form = (events: WebhookEvent[], more: Partial<WebhookForm> = {}): WebhookForm => ({
    name: "Shop",
    url: receiver.url,
    events,
    groupIds: [],
    isActive: true,
    ...more,
  });
  const work = async (node: ReturnType<typeof open>) => {
    await node.look();
    await node.idle();
  };

  async function addAccount(): Promise<string> {
    const id = newId();
    const rest = { email: null, locale: null, photo_url: null, password_hash: null, active: 1 };
    await store.db
      .insertInto("account")
      .values({
        id,
        username: id,
        name: "A",
        role: "requester",
        availability: "offline",
        capacity: 1,
        created_at: 1,
        ...rest,
      })
      .execute();
    return id;
  }

  async function addTalk(requesterId: string, kind = "talk"): Promise<string> {
    const id = newId();
    const numbers = { epoch: 1, last_seq: 0, asked_seq: 0, answered_seq: 0, created_at: at, updated_at: at };
    await store.db
      .insertInto("conversation")
      .values({
        ...{
          id,
          requester_id: requesterId,
          channel: id,
          locale: "en",
          owner_kind: "assistant",
          owner_id: null,
        },
        ...{ ticket_id: null, dialog_json: "{}", kind, ...numbers },
      })
      .execute();
    return id;
  }

  async function addMessage(conversationId: string, seq: number): Promise<string> {
    const id = newId();
    const sender = { sender_kind: "requester", sender_id: "x", sender_name: "X" };
    await store.db
      .insertInto("message")
      .values({
        ...{
          id,
          conversation_id: conversationId,
          seq,
          client_message_id: id,
          text: "secret words",
          epoch: 1,
        },
        ...{ extra_json: null, first_sent_at: at, sent_at: at, ...sender },
      })
      .execute();
    return id;
  }

  it("writes facts down in the transaction of what happened, and none while nobody wants them", async () => {
    const node = open();
    const talk = await addTalk(await addAccount());
    await addMessage(talk, 1);
    expect(await store.db.selectFrom("webhook_fact").selectAll().execute()).toEqual([]);

    await node.create(form(["message.posted"]), "me");
    await store.db
      .transaction()
      .execute(async (trx) => {
        await trx.updateTable("conversation").set({ epoch: 2 }).where("id", "=", talk).execute();
        throw new Error("taken back");
      })
      .catch(() => undefined);
    const id = await addMessage(talk, 2);

    const facts = await store.db.selectFrom("webhook_fact").selectAll().execute();
    expect(facts).toEqual([
      expect.objectContaining({ type: "message.posted", object_id: id, conversation_id: talk, detail: "2" }),
    ]);
    expect(JSON.stringify(facts)).not.toContain("secret words");
  });

  it("signs time and body, under one id for all tries", async () => {
    const node = open();
    const { secret } = await node.create(form(["conversation.opened"]), "me");
    let failures = 2;
    receiver.behave = (_received, response) => {
      response.statusCode = failures-- > 0 ? 500 : 200;
      response.end();
    };
    const talk = await addTalk(await addAccount());

    for (const tries of [1, 2, 3]) {
      await work(node);
      expect(receiver.got).toHaveLength(tries);
      at += 60_000;
    }
    await work(node);

    expect(receiver.got).toHaveLength(3);
    expect(new Set(receiver.got.map(({ body }) => body.id)).size).toBe(1);
    expect(new Set(receiver.got.map(({ headers }) => headers["deskhand-time"])).size).toBe(3);
    for (const received of receiver.got) {
      expect(isGenuine(secret, received)).toBe(true);
      expect(isGenuine("whsec_another", received)).toBe(false);
      expect(isGenuine(secret, { ...received, text: `${received.text} ` })).toBe(false);
      expect(received.body).toMatchObject({
        type: "conversation.opened",
        objectId: talk,
        state: "assistant",
      });
    }
  });

  it("is believed by a receiver that checks, and nobody else: not forged, not changed, not old, not twice (S34)", async () => {
    const node = open();
    const { secret } = await node.create(form(["conversation.opened"]), "me");
    await addTalk(await addAccount());
    await work(node);
    const [received] = receiver.got;
    if (received === undefined) throw new Error("Nothing came.");
    const { headers, text } = received;
    const at5 = at + 5 * 60_000;
    const changed = (more: Record<string, string>, body = text) => ({
      headers: { ...headers, ...more },
      text: body,
    });

    expect(isGenuine(secret, received, at)).toBe(true);
    expect(isGenuine(secret, received, at5)).toBe(true);
    // Sent again later, and with the time made new.
    expect(isGenuine(secret, received, at5 + 1000)).toBe(false);
    const later = String(Math.floor(at5 / 1000) + 60);
    expect(isGenuine(secret, changed({ "deskhand-time": later }), at5 + 60_000)).toBe(false);
    expect(isGenuine(secret, changed({ "deskhand-time": "NaN" }), at)).toBe(false);
    expect(isGenuine(secret, changed({}, text.replace("opened", "closed")), at)).toBe(false);
    for (const signature of ["", "v1=", "v1=00", "v0=x", `v1=${"0".repeat(64)}`, "undefined", ",,,"]) {
      expect([signature, isGenuine(secret, changed({ "deskhand-signature": signature }), at)]).toEqual([
        signature,
        false,
      ]);
    }
    // What comes twice has the same id, by which a receiver drops it.
    expect(received.body.id).toBe(headers["deskhand-event-id"]);
  });

  it("signs with both secrets for a day after a new one was made, then with the new one alone (S34)", async () => {
    const node = open();
    const { secret: first, item } = await node.create(form(["conversation.opened"]), "me");
    const tell = async () => {
      await addTalk(await addAccount());
      await work(node);
      return receiver.got.at(-1) ?? Promise.reject(new Error("Nothing came."));
    };
    const day = 24 * 3_600_000;

    const { secret: second } = await node.renewSecret(item.id, { formerForMs: day, by: "me" });
    const during = await tell();
    at += day + 1;
    const after = await tell();
    const { secret: third } = await node.renewSecret(item.id, { formerForMs: 0, by: "me" });
    const atOnce = await tell();

    expect([first, second].map((secret) => isGenuine(secret, during))).toEqual([true, true]);
    expect([first, second].map((secret) => isGenuine(secret, after))).toEqual([false, true]);
    expect([second, third].map((secret) => isGenuine(secret, atOnce))).toEqual([false, true]);
  });

  it("keeps secrets sealed in the database, and sends nothing when it cannot open them", async () => {
    const node = open();
    const { secret, item } = await node.create(form(["conversation.opened"]), "me");
    await node.renewSecret(item.id, { formerForMs: 1000, by: "me" });
    const rows = JSON.stringify(await store.db.selectFrom("webhook").selectAll().execute());
    const changes = JSON.stringify(await store.db.selectFrom("change_log").selectAll().execute());
    const locked = createWebhooks({
      ...{ store, seal: createSeal(["another key, also 32 characters long"]) },
      now: () => at,
      mayBePrivate: true,
      post: createPost({ mayBePrivate: true }),
      read: async () => undefined,
      failed: () => undefined,
    });
    const tried = await locked.ping(item.id);

    expect(rows + changes).not.toContain("whsec_");
    expect(rows + changes).not.toContain(secret.slice(6));
    expect(tried).toMatchObject({ ok: false, reason: expect.stringContaining("SECRETS_KEYS") });
    expect(receiver.got).toEqual([]);
  });

  it("waits longer each time, gives up after so many tries, and sends again when somebody wants it", async () => {
    const node = open();
    const { item } = await node.create(form(["conversation.opened"]), "me");
    receiver.behave = (_received, response) => {
      response.statusCode = 500;
      response.end();
    };
    await addTalk(await addAccount());

    await work(node);
    for (let tries = 1; tries < triesMost; tries += 1) {
      at += pauseMs(tries, 1) - 1;
      await work(node);
      expect(receiver.got).toHaveLength(tries);
      at += 1;
      await work(node);
      expect(receiver.got).toHaveLength(tries + 1);
    }
    at += 30 * 24 * 3_600_000;
    await work(node);
    expect(receiver.got).toHaveLength(triesMost);
    const { items } = await node.deliveries(item.id, { state: "dead", limit: 50 });
    expect(items).toEqual([
      expect.objectContaining({ attempts: triesMost, status: 500, reason: "The receiver answered 500." }),
    ]);
    expect(await node.byId(item.id)).toMatchObject({ dead: 1, waiting: 0 });

    receiver.behave = (_received, response) => void response.end();
    await node.replay(items[0]?.id ?? "");
    await work(node);

    expect(await node.byId(item.id)).toMatchObject({ dead: 0, waiting: 0, lastSentAt: at });
    await expect(node.replay(items[0]?.id ?? "")).rejects.toMatchObject({ code: "webhook/not-found" });
  });

  it("keeps the order within a conversation, and lets no conversation wait for another", async () => {
    const node = open();
    await node.create(form(["message.posted"]), "me");
    const person = await addAccount();
    const [stuck, free] = [await addTalk(person), await addTalk(person)];
    const names = new Map<unknown, string>();
    for (const seq of [1, 2]) {
      names.set(await addMessage(stuck, seq), `stuck ${seq}`);
      names.set(await addMessage(free, seq), `free ${seq}`);
    }
    let isStuck = true;
    receiver.behave = ({ body }, response) => {
      response.statusCode = isStuck && body.conversationId === stuck ? 500 : 200;
      response.end();
    };

    await work(node);
    const first = receiver.got.map(({ body }) => names.get(body.objectId));
    expect(first.filter((name) => name?.startsWith("free"))).toEqual(["free 1", "free 2"]);
    expect(first.filter((name) => name?.startsWith("stuck"))).toEqual(["stuck 1"]);

    isStuck = false;
    at += 60_000;
    await work(node);
    const later = receiver.got.slice(first.length).map(({ body }) => names.get(body.objectId));
    expect(later).toEqual(["stuck 1", "stuck 2"]);
  });

  it("sends each once when several nodes look at the same moment", async () => {
    const nodes = [open(), open(), open()];
    await nodes[0]?.create(form(["message.posted"]), "me");
    const person = await addAccount();
    const talks = await Promise.all(Array.from({ length: 5 }, () => addTalk(person)));
    for (const talk of talks) for (const seq of [1, 2, 3]) await addMessage(talk, seq);

    await Promise.all(nodes.map(work));
    await Promise.all(nodes.map(work));

    expect(receiver.got).toHaveLength(15);
    expect(new Set(receiver.got.map(({ body }) => body.id)).size).toBe(15);
  });

  it("goes on with what a node that died had begun", async () => {
    const node = open();
    await node.create(form(["conversation.opened"]), "me");
    await addTalk(await addAccount());
    let hangs = true;
    receiver.behave = (_received, response) => {
      if (!hangs) response.end();
    };
    await node.look();
    await receiver.hear();
    await node.stop();
    hangs = false;

    const other = open();
    await work(other);
    expect(receiver.got).toHaveLength(1);
    at += 60_000;
    await work(other);

    expect(receiver.got).toHaveLength(2);
    expect(receiver.got[1]?.body.id).toBe(receiver.got[0]?.body.id);
  });

  it("tells nothing of talks among colleagues, and only what is of its groups", async () => {
    const node = open();
    const person = await addAccount();
    const group = newId();
    const rights = { chat_requester: 1, takes_attendances: 1 };
    await store.db
      .insertInto("assignment_group")
      .values({ id: group, name: "G", created_at: 1, ...rights })
      .execute();
    await node.create(form(["conversation.opened", "message.posted"]), "me");
    await node.create(form(["conversation.opened"], { groupIds: [group] }), "me");

    const consult = await addTalk(person, "consult");
    await addMessage(consult, 1);
    const talk = await addTalk(person);
    await work(node);

    expect(receiver.got.map(({ body }) => body.objectId)).toEqual([talk]);
  });

  it("sends nothing to one that is switched off, and forgets what is long over", async () => {
    const node = open();
    const { item } = await node.create(form(["conversation.opened"]), "me");
    await addTalk(await addAccount());
    await node.look();
    await node.idle();
    expect(receiver.got).toHaveLength(1);
    await node.update(item.id, { ...form(["conversation.opened"], { isActive: false }), version: 1 }, "me");
    await addTalk(await addAccount());
    await work(node);
    expect(receiver.got).toHaveLength(1);
    await expect(
      node.update(item.id, { ...form(["conversation.opened"]), version: 1 }, "me"),
    ).rejects.toMatchObject({ code: "webhook/changed" });

    at += 4 * 24 * 3_600_000;
    await node.forgetOld();
    expect((await node.deliveries(item.id, { limit: 10 })).items).toEqual([]);
    await node.remove(item.id, "me");
    expect(await node.list()).toEqual([]);
  });

  it("pages deliveries without losing or doubling one while more are added", async () => {
    const node = open();
    const { item } = await node.create(form(["conversation.opened"]), "me");
    const person = await addAccount();
    for (let count = 0; count < 5; count += 1) await addTalk(person);
    await work(node);
    const first = await node.deliveries(item.id, { limit: 2 });
    await addTalk(person);
    await work(node);
    const second = await node.deliveries(item.id, { limit: 2, after: first.next });
    const third = await node.deliveries(item.id, { limit: 2, after: second.next });

    const ids = [...first.items, ...second.items, ...third.items].map(({ id }) => id);
    expect(ids).toHaveLength(5);
    expect(new Set(ids).size).toBe(5);
    expect(third.next).toBeUndefined();
  });
});
