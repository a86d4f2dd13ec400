import { type Absences, createAbsences } from "../../app/absences/index.js";
import { createMailer, createTemplates, type OutgoingMail, type Smtp } from "../../config/index.js";
import type { Message } from "../../contract/index.js";
import { createConversations, createSilentBell } from "../../conversation/index.js";
import { newId } from "../../store/index.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";

const graceMs = 6000;
const template = {
  name: "Absence",
  subject: { en: "Ticket {ticketNumber}", pt: "Chamado {ticketNumber}" },
  text: { en: "{requesterName}|{agentName}|{message}|{link}", pt: "PT {message}" },
};

describe.each(engines)("absent parties on %s", (engine) => {
  let store: TestStore;
  let clock = 1_800_000_000_000;
  let templateId: string | undefined;
  let sent: OutgoingMail[];
  const here = new Set<string>();
  const smtp: Smtp = {
    nameOf: (id) => `<${id}@example.com>`,
    send: async (mail) => {
      sent.push(mail);
      return { status: "sent" };
    },
    close: () => undefined,
  };

  beforeAll(async () => {
    store = await openTestStore(engine);
    const admin = { accountId: newId(), name: "A", role: "admin", groupIds: [], sessionId: "" } as const;
    await createTemplates({ store, now: () => clock }).create(template, admin);
  });
  afterAll(() => store.discard());
  beforeEach(async () => {
    await store.db.deleteFrom("absence").execute();
    await store.db.deleteFrom("mail").execute();
    templateId = (await store.db.selectFrom("email_template").select("id").executeTakeFirst())?.id;
    sent = [];
    here.clear();
  });

  const conversations = () =>
    createConversations({ store, bell: createSilentBell(), now: () => clock, failed: () => undefined });

  /** A node of the desk, as far as absences go. */
  async function openNode() {
    const mailer = createMailer({ store, smtp, now: () => clock, onRefused: () => undefined });
    const absences: Absences = createAbsences({
      store,
      conversations: conversations(),
      mailer,
      templates: createTemplates({ store, now: () => clock }),
      templateId: () => templateId,
      whoIsHere: async (ids) => new Set(ids.filter((id) => here.has(id))),
      baseUrl: () => "https://desk.example.com",
      now: () => clock,
      graceMs,
    });
    // A node that serves for a while already.
    await absences.look();
    clock += graceMs;
    const round = async () => {
      await absences.look();
      await mailer.sendDue();
    };
    return { absences, mailer, round, afterGrace: () => afterGrace(round) };
  }

  async function afterGrace(round: () => Promise<void>): Promise<void> {
    await round();
    clock += graceMs;
    await round();
  }

  async function person(name: string, email: string | null = `${name}@example.com`, locale = "en") {
    const id = newId();
    const row = { id, username: `${name}-${id}`, name, email, locale, role: "requester", photo_url: null };
    const rest = { password_hash: null, active: 1, availability: "available", capacity: 1, created_at: 0 };
    await store.db
      .insertInto("account")
      .values({ ...row, ...rest })
      .execute();
    return id;
  }

  /** A talk between a requester and an agent, both away. */
  async function talk(options: { email?: string | null; locale?: string; channel?: string } = {}) {
    const requesterId = await person("Ana", options.email, options.locale);
    const agentId = await person("Bruno");
    const log = conversations();
    const { id } = await log.open({ requesterId, channel: options.channel ?? "web", locale: "en" });
    const move = { conversationId: id, to: { kind: "agent", id: agentId }, now: clock } as const;
    await store.db.transaction().execute((trx) => log.moveOwnerIn(trx, move));
    const say = async (kind: "requester" | "agent", text: string): Promise<Message> => {
      const sender = { kind, id: kind === "agent" ? agentId : requesterId, name: kind };
      const draft = { conversationId: id, clientMessageId: newId(), sender, text, epoch: 2 };
      const result = await log.append(draft);
      if (result.status !== "stored") throw new Error(result.status);
      return result.message;
    };
    return { id, requesterId, agentId, say };
  }

  it("tells the requester by one e-mail of all an agent wrote meanwhile (S2-19, 447)", async () => {
    const { absences, afterGrace: wait } = await openNode();
    const { id, requesterId, agentId, say } = await talk();
    here.add(agentId);

    absences.heard(await say("agent", "first"));
    absences.heard(await say("agent", "second"));
    await wait();
    absences.heard(await say("agent", "third"));
    await wait();

    expect(sent).toMatchObject([{ to: "Ana@example.com", subject: "Ticket" }]);
    expect(sent[0]?.text).toBe("Ana|Bruno|first\nsecond|https://desk.example.com/");
    expect(await absences.mailedIn(id)).toEqual([requesterId]);
  });

  it("sends every answer to somebody who talks by e-mail alone, one e-mail per pause", async () => {
    const { absences, afterGrace: wait } = await openNode();
    const { agentId, say } = await talk({ channel: "mail" });
    here.add(agentId);

    absences.heard(await say("agent", "first"));
    absences.heard(await say("agent", "second"));
    await wait();
    absences.heard(await say("agent", "third"));
    await wait();
    await wait();

    const texts = sent.map(({ text }) => text.split("|")[2]);
    expect(texts).toEqual(["first\nsecond", "third"]);
  });

  it("tells anew after an answer by e-mail, of what came since", async () => {
    const { absences, afterGrace: wait } = await openNode();
    const { id, requesterId, agentId, say } = await talk();
    here.add(agentId);

    absences.heard(await say("agent", "first"));
    await wait();
    await say("requester", "by mail");
    await absences.answeredByMail(id, requesterId);
    absences.heard(await say("agent", "second"));
    await wait();

    expect(sent.map(({ text }) => text.split("|")[2])).toEqual(["first", "second"]);
  });

  it("tells the agent by e-mail of what the requester wrote (S2-19, 447)", async () => {
    const { absences, afterGrace: wait } = await openNode();
    const { id, requesterId, agentId, say } = await talk();
    here.add(requesterId);

    absences.heard(await say("requester", "are you there?"));
    await wait();

    expect(sent.map(({ to }) => to)).toEqual(["Bruno@example.com"]);
    expect(sent[0]?.text).toBe("Ana|Bruno|are you there?|https://desk.example.com/agent");
    expect(await absences.mailedIn(id)).toEqual([agentId]);
  });

  it("tells a colleague of what a colleague wrote in a direct talk, and leads to the console (S2-45, 447)", async () => {
    const { absences, afterGrace: wait } = await openNode();
    const { id, requesterId, agentId, say } = await talk();
    const direct = { kind: "direct", channel: "direct" };
    await store.db.updateTable("conversation").set(direct).where("id", "=", id).execute();
    await store.db
      .insertInto("contact")
      .values([
        { owner_id: requesterId, contact_id: agentId, created_at: clock },
        { owner_id: agentId, contact_id: requesterId, created_at: clock },
      ])
      .execute();
    here.add(agentId);

    absences.heard(await say("agent", "lunch?"));
    await wait();

    expect(sent).toMatchObject([{ to: "Ana@example.com" }]);
    expect(sent[0]?.text).toBe("Ana|Bruno|lunch?|https://desk.example.com/agent");
  });

  it("writes in the language of the one who is away", async () => {
    const { absences, afterGrace: wait } = await openNode();
    const { say } = await talk({ locale: "pt" });

    absences.heard(await say("agent", "oi"));
    await wait();

    expect(sent).toMatchObject([{ subject: "Chamado", text: "PT oi" }]);
  });

  it("tells the next absence again, once the party has been back (S2-19)", async () => {
    const { absences, afterGrace: wait } = await openNode();
    const { id, requesterId, say } = await talk();
    absences.heard(await say("agent", "one"));
    await wait();

    await absences.cameBack(requesterId);
    expect(await absences.mailedIn(id)).toEqual([]);
    absences.heard(await say("agent", "two"));
    await wait();

    expect(sent.map(({ text }) => text.split("|")[2])).toEqual(["one", "two"]);
  });

  it("knows by what is written to them that a party is back, where nobody told it", async () => {
    const { absences, afterGrace: wait } = await openNode();
    const { requesterId, say } = await talk();
    absences.heard(await say("agent", "one"));
    await wait();

    here.add(requesterId);
    absences.heard(await say("agent", "two"));
    await wait();
    here.clear();
    absences.heard(await say("agent", "three"));
    await wait();

    expect(sent.map(({ text }) => text.split("|")[2])).toEqual(["one", "three"]);
  });

  it("takes a page that is loaded again for no absence", async () => {
    const { absences, round } = await openNode();
    const { requesterId, say } = await talk();

    absences.heard(await say("agent", "hello"));
    await round();
    clock += graceMs - 1;
    await round();
    here.add(requesterId);
    clock += 1;
    await round();

    expect(sent).toEqual([]);
    expect(await store.db.selectFrom("absence").selectAll().execute()).toEqual([]);
  });

  it("gives people the time of grace to come back after a start", async () => {
    const first = await openNode();
    const { requesterId, say } = await talk();
    first.absences.heard(await say("agent", "hello"));
    await first.round();
    clock += graceMs;

    const second = createAbsences({
      store,
      conversations: conversations(),
      mailer: first.mailer,
      templates: createTemplates({ store, now: () => clock }),
      templateId: () => templateId,
      whoIsHere: async (ids) => new Set(ids.filter((id) => here.has(id))),
      baseUrl: () => "",
      now: () => clock,
      graceMs,
    });
    await second.look();
    here.add(requesterId);
    clock += graceMs;
    await second.look();

    expect(await first.mailer.list(5)).toEqual([]);
  });

  it("calls off an e-mail that has not gone out when they come back", async () => {
    const { absences, mailer } = await openNode();
    const { requesterId, say } = await talk();
    absences.heard(await say("agent", "hello"));
    await afterGrace(absences.look);

    await absences.cameBack(requesterId);
    await mailer.sendDue();

    expect(sent).toEqual([]);
    expect(await mailer.list(1)).toMatchObject([{ state: "dropped" }]);
  });

  it("sends nothing without 447, and the message is stored all the same (S2-19, 447)", async () => {
    const { absences, afterGrace: wait } = await openNode();
    const { id, say } = await talk();
    templateId = undefined;

    absences.heard(await say("agent", "hello"));
    await wait();

    expect(sent).toEqual([]);
    expect((await conversations().after(id, 0)).messages.map(({ text }) => text)).toEqual(["hello"]);
  });

  it("sends nothing, and fails nowhere, when 447 points at no template (S2-19, 447)", async () => {
    const { absences, afterGrace: wait } = await openNode();
    const { say } = await talk();
    const real = templateId;
    templateId = newId();
    absences.heard(await say("agent", "lost"));
    await wait();
    expect(await store.db.selectFrom("mail").selectAll().execute()).toEqual([]);

    templateId = real;
    absences.heard(await say("agent", "told"));
    await wait();

    expect(sent.map(({ text }) => text.split("|")[2])).toEqual(["told"]);
  });

  it.each([null, "", "nobody", "eve@example.com\r\nBcc: x@example.com", "a@example.com, b@example.com"])(
    "sends nothing to the address %j (S36)",
    async (email) => {
      const { absences, afterGrace: wait } = await openNode();
      const { say } = await talk({ email });

      absences.heard(await say("agent", "hello"));
      await wait();

      expect(sent).toEqual([]);
    },
  );

  it("leaves requesters of other channels alone: a message reaches them there", async () => {
    const { absences, afterGrace: wait } = await openNode();
    const { say } = await talk({ channel: "msteams" });

    absences.heard(await say("agent", "hello"));
    await wait();

    expect(sent).toEqual([]);
  });

  it("says nothing of talks with the assistant or in the queue", async () => {
    const { absences, afterGrace: wait } = await openNode();
    const requesterId = await person("Rui");
    const log = conversations();
    const { id } = await log.open({ requesterId, channel: "web", locale: "en" });
    const sender = { kind: "requester", id: requesterId, name: "Rui" } as const;
    const said = await log.append({ conversationId: id, clientMessageId: "1", sender, text: "hello" });
    if (said.status === "stored") absences.heard(said.message);

    await wait();

    expect(await store.db.selectFrom("absence").selectAll().execute()).toEqual([]);
  });

  it("sends one e-mail from two nodes that hear and look at the same moment (S2-19)", async () => {
    const nodes = [await openNode(), await openNode(), await openNode()];
    const { say } = await talk();
    for (const { absences } of nodes) absences.heard(await say("agent", "hello"));

    await Promise.all(nodes.map(({ round }) => round()));
    clock += graceMs;
    await Promise.all(nodes.map(({ round }) => round()));
    await Promise.all(nodes.map(({ round }) => round()));

    expect(sent).toHaveLength(1);
    expect(await store.db.selectFrom("mail").selectAll().execute()).toHaveLength(1);
  });
});
