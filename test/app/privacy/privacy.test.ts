import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { unzipSync } from "fflate";
import type { PrivacySettings } from "../../../contract/index.js";
import { newId } from "../../../store/index.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import { type DeskClient, logIn, Talk } from "../../support/desk-client.js";
import { newSchema, type TestSchema } from "../../support/postgres.js";
import { png } from "../../support/sample-files.js";
import { engines } from "../../support/stores.js";
import { readTables } from "../../support/tables.js";

const card = "4111 1111 1111 1111";
const dayMs = 24 * 60 * 60 * 1000;

describe.each(engines)("privacy on %s", (engine) => {
  let desk: RunningDesk;
  let schema: TestSchema | undefined;
  let admin: DeskClient;
  let clock = Date.now();
  beforeAll(async () => {
    schema = engine === "postgres" ? await newSchema() : undefined;
    const place: Record<string, string> =
      schema === undefined ? {} : { DATABASE_URL: schema.url, DATABASE_SCHEMA: schema.name };
    desk = await startDesk(place, { now: () => clock });
    admin = await desk.connect("admin");
  });
  afterAll(async () => {
    await desk.stop();
    await schema?.drop();
  });

  /** Every text of every row there is: where a word stands that should not. */
  async function whereIs(word: string): Promise<string[]> {
    const { store } = desk.app.domains;
    const found: string[] = [];
    for (const { name } of await readTables(store, schema?.name)) {
      if (name.startsWith("kysely")) continue;
      const { rows } = await sql<object>`select * from ${sql.table(name)}`.execute(store.db);
      if (rows.some((row) => JSON.stringify(row).includes(word))) found.push(name);
    }
    return found;
  }

  /** A person who leaves traces everywhere, each with the word in it. */
  async function leaveTraces(username: string, word: string): Promise<{ client: DeskClient; id: string }> {
    const made = await admin.rest("POST", "/api/v1/accounts", {
      username,
      name: `Name ${word}`,
      email: `${word}@example.com`,
      role: "requester",
      capacity: 1,
      groupIds: await requesterGroups(),
      password: "correct horse",
    });
    expect(made.status).toBe(201);
    const client = await desk.connect(username, "correct horse");
    const talk = await Talk.begin(client);
    await talk.say(`how do I reset ${word}?`);
    await attach(client, talk.id, word);
    await ticketOf(talk, word);
    return { client, id: (made.body as { id: string }).id };
  }

  async function requesterGroups(): Promise<string[]> {
    const { items } = (await admin.rest("GET", "/api/v1/accounts?limit=100")).body as {
      items: { username: string; groupIds: string[] }[];
    };
    return items.find(({ username }) => username === "ana")?.groupIds ?? [];
  }

  async function attach(client: DeskClient, conversationId: string, word: string): Promise<void> {
    const path = `/api/v1/conversations/${conversationId}/files?name=${word}.png&requestId=${randomUUID()}`;
    const response = await fetch(desk.url + path, {
      method: "POST",
      headers: { authorization: `Bearer ${client.token}` },
      body: new Uint8Array(png),
    });
    const { fileId } = (await response.json()) as { fileId: string };
    await client.get("message:send", {
      conversationId,
      clientMessageId: randomUUID(),
      text: word,
      attachments: [fileId],
    });
  }

  async function ticketOf(talk: Talk, word: string): Promise<string> {
    await talk.say("New ticket", { kind: "new-ticket" });
    await talk.say(`My screen ${word} stays black after lunch`);
    const done = await talk.say("Yes", { kind: "yes" });
    return done.text.match(/\d+/)?.[0] ?? "";
  }

  it("stores no card number and no secret, by whatever door it comes", async () => {
    const ana = await desk.connect("ana");
    const talk = await Talk.begin(ana);
    await talk.say(`my card ${card} was refused, password: Hunter2!secret`);
    const { number } = (await (
      await fetch(`${desk.url}/api/v1/tickets?limit=1`, { headers: { authorization: `Bearer ${ana.token}` } })
    )
      .json()
      .then((body) => ({ number: (body as { items: { number: string }[] }).items[0]?.number }))) as {
      number?: string;
    };
    const ticket = number ?? (await ticketOf(talk, card));
    await ana.rest("POST", `/api/v1/tickets/${ticket}/messages`, {
      requestId: randomUUID(),
      text: `it is ${card}`,
      sendEmail: false,
    });
    const { token } = (
      await admin.rest("POST", "/api/v1/api-tokens", { name: "bot", scopes: ["rest-channel"] })
    ).body as { token: string };
    const said = await fetch(`${desk.url}/webhooks/rest/webhook`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ sender: "x", message: `pay ${card}` }),
    });

    expect(said.status).toBe(200);
    expect(await whereIs("1111 1111")).toEqual([]);
    expect(await whereIs("Hunter2")).toEqual([]);
    expect(await whereIs("•••• 1111")).toEqual(expect.arrayContaining(["message", "ticket_message"]));
  });

  it("lets admins say what is masked, and shows what would be stored", async () => {
    const { versions } = (await admin.rest("GET", "/api/v1/privacy")).body as PrivacySettings;
    const masking = {
      cards: true,
      ibans: false,
      secrets: true,
      patterns: [{ name: "staff number", pattern: "EMP-\\d{4}" }],
    };
    const tried = await admin.rest("POST", "/api/v1/privacy/masking/try", { masking, text: "EMP-1234" });
    const saved = await admin.rest("PUT", "/api/v1/privacy/masking", { masking, version: versions.masking });
    const late = await admin.rest("PUT", "/api/v1/privacy/masking", { masking, version: versions.masking });
    const evil = { ...masking, patterns: [{ name: "x", pattern: "(a)\\1" }] };
    const refused = await admin.rest("PUT", "/api/v1/privacy/masking", {
      masking: evil,
      version: versions.masking + 1,
    });

    expect(tried.body).toEqual({ text: "••••••" });
    expect([saved.status, late.status, refused.status]).toEqual([200, 409, 422]);
    const rui = await desk.connect("rui");
    await (await Talk.begin(rui)).say("I am EMP-4321");
    expect(await whereIs("EMP-4321")).toEqual([]);
  });

  it("gives out everything of one person, with the files, and nothing of others", async () => {
    const word = "exportcanary";
    const { id } = await leaveTraces("exported", word);
    await leaveTraces("bystander", "bystandercanary");
    const post = (format: string) =>
      fetch(`${desk.url}/api/v1/privacy/people/${id}/export`, {
        method: "POST",
        headers: { authorization: `Bearer ${admin.token}`, "content-type": "application/json" },
        body: JSON.stringify({ format }),
      });

    const json = (await (await post("json")).json()) as Record<string, unknown[]>;
    const archive = unzipSync(new Uint8Array(await (await post("zip")).arrayBuffer()));

    for (const part of ["messages", "tickets", "conversations", "files"]) {
      expect(json[part]?.length).toBeGreaterThan(0);
    }
    const text = JSON.stringify(json);
    expect(text).toContain(`My screen ${word} stays black`);
    expect(text).not.toContain("bystandercanary");
    expect(text).not.toMatch(/password_hash|token_hash|link_key/);
    const names = Object.keys(archive);
    expect(names).toEqual(["data.json", expect.stringMatching(/^files\/.*exportcanary\.png$/)]);
    expect(Buffer.from(archive[names[1] ?? ""] ?? []).equals(png)).toBe(true);
  });

  it("forgets a person on request: nothing of theirs stands anywhere any more", async () => {
    const word = "erasecanary";
    const { client, id } = await leaveTraces("forgotten", word);
    const ended = new Promise((resolve) => client.socket.once("disconnect", resolve));
    const erase = (username: string, who = id) =>
      admin.rest("POST", `/api/v1/privacy/people/${who}/erase`, { username });
    expect((await whereIs(word)).length).toBeGreaterThan(4);

    expect((await erase("somebody-else")).status).toBe(422);
    expect((await erase("forgotten")).status).toBe(202);
    await ended;
    await untilErased(id);

    expect(await whereIs(word)).toEqual([]);
    expect(await logIn(desk.url, "forgotten", "correct horse").catch(() => undefined)).toBeUndefined();
    const { body } = await admin.rest("GET", "/api/v1/privacy/erasures");
    expect(body).toMatchObject({ items: [{ accountId: id, state: "done", talks: 1, tickets: 1, files: 1 }] });
    // Numbers and places stay: no reader finds a hole.
    const { db } = desk.app.domains.store;
    const talks = await db.selectFrom("conversation").selectAll().where("requester_id", "=", id).execute();
    const messages = await db
      .selectFrom("message")
      .select("seq")
      .where("conversation_id", "=", talks[0]?.id ?? "")
      .orderBy("seq")
      .execute();
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, at) => at + 1));
    expect(talks[0]?.last_seq).toBe(messages.length);
  });

  async function untilErased(accountId: string): Promise<void> {
    for (;;) {
      const { items } = (await admin.rest("GET", "/api/v1/privacy/erasures")).body as {
        items: { accountId: string; state: string }[];
      };
      if (items.find((one) => one.accountId === accountId)?.state === "done") return;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  it("erases no administrator who is active, and not oneself", async () => {
    const { items } = (await admin.rest("GET", "/api/v1/accounts?limit=100")).body as {
      items: { id: string; username: string }[];
    };
    const me = items.find(({ username }) => username === "admin")?.id;

    const answer = await admin.rest("POST", `/api/v1/privacy/people/${me}/erase`, { username: "admin" });

    expect(answer).toMatchObject({ status: 422, body: { error: { code: "privacy/refused" } } });
  });

  it("forgets the name of an agent also where they worked on what is others'", async () => {
    const word = "agentcanary";
    const { items } = (await admin.rest("GET", "/api/v1/accounts?limit=100")).body as {
      items: { username: string; groupIds: string[] }[];
    };
    const groupIds = items.find(({ username }) => username === "bruno")?.groupIds ?? [];
    const made = await admin.rest("POST", "/api/v1/accounts", {
      ...{ username: "leaving", name: `Leaving ${word}`, email: `${word}@example.com`, role: "supervisor" },
      ...{ capacity: 5, groupIds, password: "correct horse" },
    });
    const { id } = made.body as { id: string };
    const leaving = await desk.connect("leaving", "correct horse");
    const ana = await desk.connect("ana");
    const [bruno, carla] = [await desk.connect("bruno"), await desk.connect("carla")];
    const talk = await Talk.begin(ana);
    const attendance = await talk.askForPerson();
    await leaving.get("talk:watch", { conversationId: talk.id });
    const { epoch } = await leaving.get("attendance:accept", {
      attendanceId: attendance.id,
      requestId: randomUUID(),
    });
    const idOf = async (client: DeskClient) =>
      ((await client.rest("GET", "/api/v1/session")).body as { user: { id: string } }).user.id;
    const conversationId = talk.id;
    await leaving.get("message:send", {
      conversationId,
      clientMessageId: randomUUID(),
      text: "I am here",
      epoch,
    });
    await leaving.get("note:post", { conversationId, clientNoteId: randomUUID(), text: "a note" });
    await leaving.get("participant:add", { conversationId, accountId: await idOf(carla) });
    const { ticketNumber } = attendance as { ticketNumber?: string };
    const { consult } = await leaving.get("consult:start", {
      requestId: randomUUID(),
      title: "a question",
      accountIds: [await idOf(bruno)],
      groupIds: [],
      ...(ticketNumber === undefined ? {} : { ticketNumber }),
    } as never);
    await bruno.get("consult:accept", { conversationId: consult.id });
    await leaving.get("consult:leave", { conversationId: consult.id });
    await bruno.get("consult:leave", { conversationId: consult.id });
    const ticket = (await admin.rest("GET", `/api/v1/tickets/${ticketNumber}`)).body as { version: number };
    await leaving.rest("PUT", `/api/v1/tickets/${ticketNumber}`, { version: ticket.version, assigneeId: id });
    await leaving.rest("POST", `/api/v1/tickets/${ticketNumber}/notes`, { text: "n", visibility: "private" });
    await leaving.rest("POST", `/api/v1/tickets/${ticketNumber}/messages`, {
      ...{ requestId: randomUUID(), text: "written", sendEmail: false },
    });
    await leaving.get("attendance:transfer", {
      attendanceId: attendance.id,
      to: { kind: "agent", id: await idOf(bruno) },
    });
    expect(await whereIs(word)).toEqual(
      expect.arrayContaining(["account", "message", "ticket_event", "ticket_message"]),
    );

    const erased = await admin.rest("POST", `/api/v1/privacy/people/${id}/erase`, { username: "leaving" });
    expect(erased.status).toBe(202);
    await untilErased(id);

    expect(await whereIs(word)).toEqual([]);
    const { body } = await admin.rest("GET", `/api/v1/tickets/${ticketNumber}/timeline`);
    expect(JSON.stringify(body)).toContain(id);
    await bruno.ask("conversation:close", { conversationId });
    await ana.ask("conversation:close", { conversationId });
  });

  it("empties what is older than its kind may be, once, and keeps the rest", async () => {
    const word = "oldcanary";
    const { client } = await leaveTraces("oldie", word);
    const open = await client.get("conversation:open", {});
    await client.get("conversation:close", { conversationId: open.conversation.id });
    const { versions } = (await admin.rest("GET", "/api/v1/privacy")).body as PrivacySettings;
    await admin.rest("PUT", "/api/v1/privacy/retention", {
      retention: { talks: 30 },
      version: versions.retention,
    });
    const { privacy } = desk.app.domains;

    clock += 29 * dayMs;
    expect((await privacy.sweepOld())?.talks).toBe(0);
    clock += 2 * dayMs;
    const counts = await Promise.all([privacy.sweepOld(), privacy.sweepOld()]);

    const emptied = counts.reduce((sum, one) => sum + (one?.talks ?? 0), 0);
    expect(emptied).toBeGreaterThan(0);
    expect((await privacy.sweepOld())?.talks).toBe(0);
    const still = await whereIs(word);
    // Tickets have a time of their own, which nobody has set; the account is the person's.
    expect(still).not.toEqual(expect.arrayContaining(["message"]));
    expect(still).not.toEqual(expect.arrayContaining(["turn"]));
    expect(still).not.toEqual(expect.arrayContaining(["file"]));
    expect(still).toEqual(expect.arrayContaining(["ticket", "account"]));
  });

  it("keeps every kind of data only as long as is set for it: each alone, and a day longer than it may be", async () => {
    const word = "kindcanary";
    admin = await desk.connect("admin");
    const { client, id } = await leaveTraces("kinds", word);
    const { db } = desk.app.domains.store;
    const open = await client.get("conversation:open", {});
    await client.get("conversation:close", { conversationId: open.conversation.id });
    const [ticket] = await db.selectFrom("ticket").selectAll().where("requester_id", "=", id).execute();
    await db
      .updateTable("ticket")
      .set({ state: "closed" })
      .where("id", "=", ticket?.id ?? "")
      .execute();
    await db
      .insertInto("mail")
      .values({
        ...{
          id: newId(),
          kind: "absence",
          conversation_id: null,
          account_id: id,
          address: `${word}@x.example`,
        },
        ...{ locale: "en", subject: word, text: word, state: "sent", reason: null, attempts: 1, next_at: 0 },
        ...{ created_at: clock, sent_at: clock },
      })
      .execute();
    await db
      .insertInto("interaction")
      .values({
        ...{ id: newId(), number: `SD${engine}`, state: "closed", priority: "medium", cause_id: newId() },
        ...{ title: word, description: word, solution: word, location: word, contact_id: id, version: 1 },
        ...{ created_at: clock, updated_at: clock },
      })
      .execute();
    const places: Readonly<Record<string, readonly string[]>> = {
      files: ["file"],
      mails: ["mail"],
      turns: ["turn"],
      interactions: ["interaction"],
      tickets: ["ticket"],
      talks: ["message"],
    };
    const { privacy } = desk.app.domains;
    // The right to it is given back a moment after each sweep.
    const sweep = async () => {
      while ((await privacy.sweepOld()) === undefined);
    };
    for (const [kind, tables] of Object.entries(places)) {
      const { versions } = (await admin.rest("GET", "/api/v1/privacy")).body as PrivacySettings;
      const saved = await admin.rest("PUT", "/api/v1/privacy/retention", {
        retention: { [kind]: 10 },
        version: versions.retention,
      });
      expect([kind, saved.status]).toEqual([kind, 200]);
      const before = await whereIs(word);
      expect([kind, before]).toEqual([kind, expect.arrayContaining([...tables])]);

      clock += 9 * dayMs;
      await sweep();
      expect([kind, await whereIs(word)]).toEqual([kind, before]);
      clock += 2 * dayMs;
      await sweep();
      const after = await whereIs(word);
      expect([kind, tables.filter((table) => after.includes(table))]).toEqual([kind, []]);
      // The next kind is as young as this one was.
      clock -= 11 * dayMs;
    }
    // The account is the person's, until it is erased.
    const left = await whereIs(word);
    expect(left.filter((table) => !["account", "change_log"].includes(table))).toEqual([]);
  });
});
