import { newId } from "../../../store/index.js";
import { chrisId, type FakeZammad, openFakeZammad } from "../../support/desks/fake-zammad.js";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";
import { addTalk, type Mirrored, openMirrored } from "./mirrored.js";

const hourMs = 3_600_000;

describe.each(engines)("tickets that live elsewhere too, on %s (issue 8)", (engine) => {
  let store: TestStore;
  let zammad: FakeZammad;
  let mirrored: Mirrored;
  beforeEach(async () => {
    store = await openTestStore(engine);
    mirrored = await openMirrored(store);
    zammad = await openFakeZammad(() => mirrored.desk.clock.now);
    await mirrored.set("zammad", { url: zammad.url });
  });
  afterEach(async () => {
    await mirrored.others.stop();
    await zammad.close();
    await store.discard();
    expect(mirrored.failures).toEqual([]);
  });

  const links = () => store.db.selectFrom("desk_link").selectAll().execute();
  const posts = () =>
    zammad.asked.filter(({ method, path }) => method === "POST" && path.endsWith("/tickets"));
  const timeline = async (number: string, person = mirrored.desk.bruno) =>
    (await mirrored.desk.tickets.timeline(person, number, "en")).map(({ kind, actor, text }) => [
      kind,
      actor.name,
      text,
    ]);

  it("opens a ticket there with its customer, its place and a link back", async () => {
    const ticket = await mirrored.open();

    await mirrored.work();

    expect(zammad.tickets).toEqual([
      expect.objectContaining({ group: "Users", state: "new", priority: "2 normal" }),
    ]);
    expect(zammad.tickets[0]?.title).toMatch(/^New laptop \[DH-[0-9a-f]{6}-1001\]$/);
    expect(zammad.articles[0]?.body).toBe(
      `My laptop is old\n\nhttps://desk.example/agent/tickets/${ticket.number}`,
    );
    const customer = zammad.users.find(({ id }) => id === zammad.tickets[0]?.customer_id);
    expect(customer).toMatchObject({ firstname: "Ana", lastname: "Souza", email: "ana@example.com" });
    expect(await mirrored.desk.tickets.byNumber(mirrored.desk.ana, ticket.number, "en")).toMatchObject({
      elsewhere: { desk: "Zammad", number: "22019", url: undefined },
    });
    expect(await mirrored.desk.tickets.byNumber(mirrored.desk.bruno, ticket.number, "en")).toMatchObject({
      elsewhere: { url: `${zammad.url}/#ticket/zoom/19` },
    });
    expect(await timeline(ticket.number)).toContainEqual([
      "elsewhere",
      "Zammad",
      "Is also at Zammad, under number 22019",
    ]);
  });

  it("keeps nothing of a change that is taken back", async () => {
    await store.db
      .transaction()
      .execute(async (trx) => {
        const base = {
          person: mirrored.desk.ana,
          activityId: mirrored.desk.ids.request,
          locale: "en" as const,
        };
        await mirrored.desk.tickets.openIn(trx, { ...base, description: "no", causeId: newId() });
        throw new Error("taken back");
      })
      .catch(() => undefined);

    await mirrored.work();

    expect(await links()).toEqual([]);
    expect(zammad.tickets).toEqual([]);
  });

  it("tells states, priorities and what is written here, each once", async () => {
    const { number } = await mirrored.open();
    await mirrored.work();
    await mirrored.desk.tickets.setState(mirrored.desk.bruno, number, "in-progress", "en");
    await mirrored.desk.tickets.addNote(mirrored.desk.bruno, number, {
      text: "A new one is ordered.",
      visibility: "public",
    });
    await mirrored.desk.tickets.addNote(mirrored.desk.bruno, number, {
      text: "Budget is short.",
      visibility: "private",
    });
    const version = (await mirrored.desk.tickets.byNumber(mirrored.desk.bruno, number, "en")).version;
    await mirrored.desk.tickets.edit(mirrored.desk.bruno, number, { version, priority: "critical" }, "en");

    await mirrored.pass(5 * 60_000);

    expect(zammad.tickets[0]).toMatchObject({ state: "open", priority: "3 high" });
    expect(zammad.articles.slice(1).map(({ body, internal }) => [body, internal])).toEqual([
      ["Bruno Lima: A new one is ordered.", false],
      ["Bruno Lima: Budget is short.", true],
    ]);
    expect((await links())[0]).toMatchObject({ state: "even" });
  });

  it("gives a waiting ticket the time that Zammad asks for", async () => {
    const { number } = await mirrored.open();
    await mirrored.desk.tickets.setState(mirrored.desk.bruno, number, "pending-customer", "en");
    await mirrored.work();
    await mirrored.desk.tickets.setState(mirrored.desk.bruno, number, "in-progress", "en");
    await mirrored.pass(60_000);
    await mirrored.desk.tickets.setState(mirrored.desk.bruno, number, "pending-approval", "en");
    await mirrored.pass(60_000);

    expect(zammad.tickets).toEqual([expect.objectContaining({ state: "pending reminder" })]);
    expect(await mirrored.others.stuck()).toEqual([]);
  });

  it("takes over what was done there: state, priority, who has it, and what was written", async () => {
    const { id, number } = await mirrored.open();
    const talk = await addTalk(store, { requesterId: mirrored.desk.ana.accountId, ticketId: id });
    await mirrored.work();
    zammad.change(19, { state: "closed", priority: "1 low", owner_id: chrisId });
    zammad.write(19, chrisId, {
      body: "<p>Yours is <b>ready</b>.<br>Come by.</p>",
      content_type: "text/html",
    });
    zammad.write(19, chrisId, { body: "Cheap one", internal: true });

    await mirrored.pass(2 * 60_000);

    const ticket = await mirrored.desk.tickets.byNumber(mirrored.desk.ana, number, "en");
    expect(ticket).toMatchObject({ state: "resolved", priority: "low" });
    expect(await timeline(number, mirrored.desk.ana)).toEqual(
      [
        ["opened", "Ana Souza", "My laptop is old"],
        ["elsewhere", "Zammad", "Is also at Zammad, under number 22019"],
        ["state", "Zammad", "Resolved"],
        ["edited", "Zammad", "Priority: low"],
        ["elsewhere", "Zammad", "At Zammad Christopher Miller has it now"],
        ["memo", "Christopher Miller · Zammad", "Yours is ready.\nCome by."],
        ["message", "Deskhand", "Ticket 1001 has number 22019 at Zammad."],
        ["message", "Deskhand", "Ticket 1001: Resolved"],
        ["message", "Deskhand", "Christopher Miller on ticket 1001: Yours is ready.\nCome by."],
      ].sort(byPlace(await timeline(number, mirrored.desk.ana))),
    );
    expect(await timeline(number)).toContainEqual(["note", "Christopher Miller · Zammad", "Cheap one"]);
    expect((await mirrored.conversations.after(talk, 0)).messages.map(({ text }) => text)).toEqual([
      "Ticket 1001 has number 22019 at Zammad.",
      "Ticket 1001: Resolved",
      "Christopher Miller on ticket 1001: Yours is ready.\nCome by.",
    ]);
    // Nothing of it goes back.
    expect(zammad.asked.filter(({ method }) => method === "PUT")).toEqual([]);
    expect(zammad.articles).toHaveLength(3);
  });

  it("lets the other desk win where both have changed a state, and keeps what happened here in its history", async () => {
    const { number } = await mirrored.open();
    await mirrored.work();
    await mirrored.desk.tickets.setState(mirrored.desk.bruno, number, "pending-approval", "en");
    zammad.change(19, { state: "closed" });

    await mirrored.pass(60_000);

    expect(zammad.tickets[0]?.state).toBe("closed");
    expect((await mirrored.desk.tickets.byNumber(mirrored.desk.ana, number, "en")).state).toBe("resolved");
    const states = (await timeline(number)).filter(([kind]) => kind === "state");
    expect(states).toEqual([
      ["state", "Bruno Lima", "Waiting for approval"],
      ["state", "Zammad", "Resolved"],
    ]);
  });

  it.each([
    "lost",
    { status: 503, json: { error: "down" } },
    { status: 429, json: {}, headers: { "Retry-After": "40" } },
  ] as const)("loses nothing while the other desk is away for an hour (%j)", async (fault) => {
    zammad.fault = () => fault;
    const tickets = [await mirrored.open("one"), await mirrored.open("two")];
    await mirrored.pass(hourMs / 2);
    await mirrored.desk.tickets.setState(mirrored.desk.bruno, tickets[0]?.number ?? "", "in-progress", "en");
    await mirrored.desk.tickets.addNote(mirrored.desk.bruno, tickets[1]?.number ?? "", {
      text: "soon",
      visibility: "public",
    });
    await mirrored.pass(hourMs / 2);
    expect(await mirrored.others.read()).toMatchObject({
      waiting: 2,
      stuck: 0,
      linked: 0,
      away: { since: expect.any(Number) },
    });
    // It is left alone: a minute apart and more, not every second.
    expect(zammad.asked.length).toBeLessThan(60);

    zammad.fault = () => undefined;
    await mirrored.pass(10 * 60_000);

    expect(zammad.tickets.map(({ state }) => state)).toEqual(["open", "new"]);
    expect(zammad.articles.map(({ body }) => body.split("\n")[0])).toEqual([
      "one",
      "two",
      "Bruno Lima: soon",
    ]);
    expect(await mirrored.others.read()).toMatchObject({ waiting: 0, linked: 2 });
    expect((await mirrored.others.read())?.away).toBeUndefined();
  });

  it.each([
    "cut",
    "silent",
    { status: 500, json: { error: "Error ID x: Please contact your administrator." } },
  ] as const)("opens one ticket where the answer to its opening is lost (%j)", async (fault) => {
    zammad.fault = ({ method, path }) => {
      if (method !== "POST" || !path.endsWith("/tickets") || posts().length > 1) return undefined;
      return fault;
    };
    await mirrored.open();

    await mirrored.pass(5 * 60_000);

    expect(zammad.tickets).toHaveLength(1);
    expect((await links())[0]).toMatchObject({ state: "even", remote_number: "22019" });
  });

  it("opens one ticket where we stop right after it was opened, and start again", async () => {
    await mirrored.open();
    const first = mirrored.node();
    zammad.fault = ({ method }) => {
      if (method !== "POST") return undefined;
      void first.stop();
      return "cut";
    };
    await mirrored.work(first);
    await first.stop();
    zammad.fault = () => undefined;

    await mirrored.pass(5 * 60_000, mirrored.node());

    expect(zammad.tickets).toHaveLength(1);
    expect((await links())[0]).toMatchObject({ state: "even", remote_number: "22019" });
  });

  it.each(["cut", "lost"] as const)(
    "writes once what was written when the line is lost (%s)",
    async (fault) => {
      const { number } = await mirrored.open();
      await mirrored.work();
      for (const text of ["ok", "ok"]) {
        await mirrored.desk.tickets.addNote(mirrored.desk.bruno, number, { text, visibility: "public" });
        mirrored.desk.clock.now += 1;
      }
      let left = 2;
      zammad.fault = ({ path }) => (path.endsWith("/ticket_articles") && left-- > 0 ? fault : undefined);

      await mirrored.pass(20 * 60_000);

      expect(zammad.articles.slice(1).map(({ body }) => body)).toEqual(["Bruno Lima: ok", "Bruno Lima: ok"]);
      expect((await timeline(number)).filter(([kind]) => kind === "memo")).toHaveLength(2);
    },
  );

  it("puts aside what is refused, says why, and sends it again when it may go", async () => {
    await store.db
      .updateTable("other_desk")
      .set((eb) => ({
        mapping_json: eb.fn("replace", [
          "mapping_json",
          eb.val('"place":"Users"'),
          eb.val('"place":"Nobody"'),
        ]),
      }))
      .execute();
    const { id, number } = await mirrored.open();
    await mirrored.open("another");
    await mirrored.pass(10 * 60_000);
    expect(posts()).toHaveLength(2);
    const [stuck] = (await mirrored.others.stuck()).filter((one) => one.ticketId === id);
    expect(stuck).toMatchObject({
      number,
      what: "ticket",
      reason: `No lookup value found for 'group': "Nobody" (422)`,
    });
    zammad.groups.push("Nobody");

    expect(await mirrored.others.sendAgain(id)).toBe(1);
    await mirrored.work();
    expect(zammad.tickets).toHaveLength(1);
    expect(await mirrored.others.sendAgain()).toBe(1);
    await mirrored.work();

    expect(zammad.tickets).toHaveLength(2);
    expect(await mirrored.others.stuck()).toEqual([]);
  });

  it("goes on with other tickets where the other desk breaks over one", async () => {
    zammad.fault = ({ method, body }) =>
      method === "POST" && body.includes("poison") ? { status: 500, json: { error: "boom" } } : undefined;
    await mirrored.open("poison");
    await mirrored.open("fine");

    await mirrored.pass(2 * hourMs);

    expect(zammad.articles.map(({ body }) => body.split("\n")[0])).toEqual(["fine"]);
    expect(await mirrored.others.stuck()).toEqual([expect.objectContaining({ reason: "boom (500)" })]);
  });

  it("opens one ticket whichever of two nodes gets to it first", async () => {
    for (const text of ["a", "b", "c", "d"]) await mirrored.open(text);
    const nodes = [mirrored.node(), mirrored.node()];

    await Promise.all(nodes.map((node) => mirrored.work(node)));
    await mirrored.work();

    expect(zammad.tickets).toHaveLength(4);
    for (const node of nodes) await node.stop();
  });

  it("reads at once what a webhook names, once, however often it comes, and only when it is signed", async () => {
    const { number } = await mirrored.open();
    await mirrored.work();
    await mirrored.pass(60_000);
    const row = await store.db
      .selectFrom("other_desk")
      .select(["mark", "hook_secret"])
      .executeTakeFirstOrThrow();
    zammad.write(19, chrisId, { body: "On it." });
    const { body, headers } = zammad.hook(19, row.hook_secret);
    const hear = (signature: string | undefined, text = body) =>
      mirrored.others.hear({ mark: row.mark, signature, stream: streamOf(text) });

    await expect(hear(undefined)).rejects.toMatchObject({ code: "other-desk/unsigned" });
    await expect(hear(headers["X-Hub-Signature"], `${body} `)).rejects.toMatchObject({
      code: "other-desk/unsigned",
    });
    await hear(headers["X-Hub-Signature"]);
    await hear(headers["X-Hub-Signature"]);
    await mirrored.work();
    await hear(headers["X-Hub-Signature"]);
    await mirrored.work();

    expect((await timeline(number)).filter(([kind]) => kind === "memo")).toEqual([
      ["memo", "Christopher Miller · Zammad", "On it."],
    ]);
  });

  it("tells the talk to colleagues there once its attendance has ended, and then only what is new", async () => {
    const { id, number } = await mirrored.open();
    const talk = await addTalk(store, { requesterId: mirrored.desk.ana.accountId, ticketId: id });
    await mirrored.work();
    const say = (text: string) =>
      mirrored.conversations.append({
        conversationId: talk,
        clientMessageId: newId(),
        sender: { kind: "requester", id: mirrored.desk.ana.accountId, name: "Ana Souza" },
        text,
      });
    await say("It is slow");
    const attendance = await addAttendance(store, {
      id,
      talk,
      requesterId: mirrored.desk.ana.accountId,
      at: mirrored.desk.clock.now,
    });
    await mirrored.pass(60_000);
    expect(zammad.articles).toHaveLength(1);

    await endAttendance(store, attendance, mirrored.desk.clock.now);
    await mirrored.pass(60_000);

    expect(zammad.articles.slice(1)).toEqual([
      expect.objectContaining({ body: "Ana Souza: It is slow", internal: true }),
    ]);
    expect(number).toBe("1001");
  });

  it("sends nothing while it is off, and all of it afterwards", async () => {
    const present = await mirrored.others.read();
    if (present === undefined) throw new Error("There is no desk.");
    const { kind, name, url, mapping, version } = present;
    await mirrored.others.save({ kind, name, url, mapping, version, isActive: false }, "me");
    await mirrored.open();
    await mirrored.pass(hourMs);
    expect(zammad.asked).toEqual([]);

    await mirrored.others.save({ kind, name, url, mapping, version: version + 1, isActive: true }, "me");
    await mirrored.work();

    expect(zammad.tickets).toHaveLength(1);
  });

  it("keeps tickets that were open before there too, when it is asked to", async () => {
    await mirrored.others.remove("me");
    const before = await mirrored.open("before");
    const closed = await mirrored.open("closed");
    await mirrored.desk.tickets.setState(mirrored.desk.bruno, closed.number, "closed", "en");
    await mirrored.set("zammad", { url: zammad.url });

    expect(await mirrored.others.includeOpen()).toBe(1);
    expect(await mirrored.others.includeOpen()).toBe(0);
    await mirrored.work();

    expect(zammad.tickets).toHaveLength(1);
    expect(await mirrored.desk.tickets.byNumber(mirrored.desk.ana, before.number, "en")).toMatchObject({
      elsewhere: { number: "22019" },
    });
  });

  it("lets a kept token go nowhere but where it went before, and shows it to nobody", async () => {
    const present = await mirrored.others.read();
    expect(JSON.stringify(present)).not.toContain("zammad-token");
    const changes = await store.db.selectFrom("change_log").selectAll().execute();
    expect(JSON.stringify(changes)).not.toContain("zammad-token");

    await expect(
      mirrored.others.tryOut({ kind: "zammad", url: "https://thief.example" }),
    ).rejects.toMatchObject({
      code: "other-desk/refused",
    });
    expect(await mirrored.others.tryOut({ kind: "zammad", url: zammad.url })).toMatchObject({
      ok: true,
      account: "Deskhand",
    });
  });
});

/** In the order in which they came, where that is by chance. */
function byPlace(seen: readonly (readonly string[])[]) {
  const place = (line: readonly string[]) =>
    seen.findIndex((one) => JSON.stringify(one) === JSON.stringify(line));
  return (a: readonly string[], b: readonly string[]) => place(a) - place(b);
}

async function* streamOf(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}

async function addAttendance(
  store: TestStore,
  { id, talk, requesterId, at }: { id: string; talk: string; requesterId: string; at: number },
): Promise<string> {
  const attendanceId = newId();
  await store.db
    .insertInto("attendance")
    .values({
      ...{ id: attendanceId, conversation_id: talk, ticket_id: id, requester_id: requesterId },
      ...{
        phase: "accepted",
        status: "active",
        priority: 5,
        waiting_since: at,
        question: "?",
        language: "en",
      },
      ...{ context_json: "{}", agent_id: null, last_agent_id: null, offered_to: null, offered_until: null },
      ...{ accept_request_id: null, cause_id: newId(), reason: null, version: 1, created_at: at },
      ...{ accepted_at: at, closed_at: null, updated_at: at },
    })
    .execute();
  return attendanceId;
}

async function endAttendance(store: TestStore, id: string, at: number): Promise<void> {
  const end = { phase: "closed", status: "ended", closed_at: at, updated_at: at };
  await store.db.updateTable("attendance").set(end).where("id", "=", id).execute();
}
