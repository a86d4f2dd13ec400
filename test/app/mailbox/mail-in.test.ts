import { randomUUID } from "node:crypto";
import { mailboxSchema, ticketMessageSchema, ticketSchema } from "../../../contract/index.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import { type DeskClient, Talk } from "../../support/desk-client.js";
import { answerTo, letter } from "../../support/letters.js";
import { type MailServer, type ReceivedMail, startMailServer } from "../../support/mail-server.js";
import { pdf, png, svg } from "../../support/sample-files.js";

/** Longer than somebody may be away before they are told. */
const graceMs = 7000;
const anaAddress = "Ana Souza <ana.souza@example.com>";

describe("mail that comes in", () => {
  let mails: MailServer;
  let desk: RunningDesk;
  let admin: DeskClient;
  let token: string;
  let aheadMs = 0;
  const clients: DeskClient[] = [];
  const now = () => Date.now() + aheadMs;

  beforeAll(async () => {
    mails = await startMailServer();
    desk = await startDesk(
      {
        SMTP_URL: mails.url,
        MAIL_FROM: "Deskhand <desk@example.com>",
        MAIL_REPLY_TO: "desk@example.com",
        FILES_MAX_BYTES: "20000",
        MAIL_MAX_BYTES: "200000",
      },
      { now },
    );
    admin = await desk.connect("admin");
    const made = await admin.rest("POST", "/api/v1/api-tokens", { name: "Gateway", scopes: ["mail"] });
    ({ token } = made.body as { token: string });
  });
  afterAll(async () => {
    await desk.stop();
    await mails.stop();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    const { store, handoff } = desk.app.domains;
    const rows = await store.db
      .selectFrom("attendance")
      .select("id")
      .where("phase", "<>", "closed")
      .execute();
    const actor = { accountId: "none", name: "Tidy", role: "admin" as const };
    for (const { id } of rows) {
      const closed = await handoff.cancel({ attendanceId: id, actor });
      if (closed.status === "taken") await handoff.end({ attendanceId: id, actor });
    }
  });

  async function post(raw: string | Buffer, key = token): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${desk.url}/webhooks/mail`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "message/rfc822" },
      body: raw,
    });
    return { status: response.status, body: await response.json() };
  }

  /** Brings a mail and lets the desk take it; answers what became of it. */
  async function bring(raw: string | Buffer) {
    expect(await post(raw)).toEqual({ status: 202, body: { isNew: true } });
    await desk.app.domains.mailbox.look();
    const { db } = desk.app.domains.store;
    return db.selectFrom("arrival").selectAll().orderBy("id", "desc").limit(1).executeTakeFirstOrThrow();
  }

  /** The first e-mail to this address after so many of all that says this. */
  async function nextMail(before: number, to: string, says: string): Promise<ReceivedMail> {
    for (let count = before; ; count += 1) {
      await desk.app.domains.mailer.sendDue();
      await mails.until(count + 1);
      const news = mails.received.slice(before).filter((mail) => mail.to.includes(to));
      const found = news.find(({ subject, text }) => `${subject}\n${text}`.includes(says));
      if (found !== undefined) return found;
    }
  }

  async function passGrace(): Promise<void> {
    await desk.app.domains.absences.look();
    aheadMs += graceMs;
    await desk.app.domains.absences.look();
    await desk.app.domains.mailer.sendDue();
  }

  async function talkWithBruno(): Promise<{ ana: DeskClient; bruno: DeskClient; talk: Talk; epoch: number }> {
    const [ana, bruno] = [await desk.connect("ana"), await desk.connect("bruno")];
    clients.push(ana, bruno);
    const talk = await Talk.begin(ana);
    const { id } = await talk.askForPerson();
    const { epoch } = await bruno.get("attendance:accept", { attendanceId: id, requestId: randomUUID() });
    return { ana, bruno, talk, epoch };
  }

  /** Bruno writes while Ana is away; answers the e-mail she gets. */
  async function anaIsTold(text: string) {
    const { ana, bruno, talk, epoch } = await talkWithBruno();
    const before = mails.received.length;
    ana.close();
    await bruno.hear("conversation:changed", ({ conversation }) => !conversation.online.requester);
    await say(bruno, talk.id, text, epoch);
    await passGrace();
    return { bruno, talk, epoch, mail: await nextMail(before, "ana.souza@example.com", text) };
  }

  function say(client: DeskClient, conversationId: string, text: string, epoch?: number) {
    return client.get("message:send", { conversationId, clientMessageId: randomUUID(), text, epoch });
  }

  async function messagesOf(conversationId: string) {
    return (await desk.app.domains.conversations.after(conversationId, 0)).messages;
  }

  async function ticketOf(number: string) {
    return ticketSchema.parse((await admin.rest("GET", `/api/v1/tickets/${number}`)).body);
  }

  async function setState(number: string, state: "resolved" | "closed"): Promise<void> {
    const by = { accountId: "none", name: "Somebody", role: "admin" as const, groupIds: [] };
    await desk.app.domains.tickets.setState(by, number, state, "en");
  }

  async function exchangeOf(number: string) {
    const { body } = await admin.rest("GET", `/api/v1/tickets/${number}/messages`);
    return (body as { items: unknown[] }).items.map((item) => ticketMessageSchema.parse(item));
  }

  /** A ticket that a mail has opened, and the e-mail that says so. */
  async function ticketByMail(of: { from: string; subject: string; text: string }) {
    const before = mails.received.length;
    await bring(letter(of));
    const address = /<(.+)>/.exec(of.from)?.[1] ?? of.from;
    const receipt = await nextMail(before, address.toLowerCase(), of.subject);
    const number = /(?:ticket|chamado) (\d+)/i.exec(receipt?.text ?? "")?.[1] ?? "";
    return { receipt, number };
  }

  it("carries an answer into the talk that the e-mail told of, marked, with the quotation cut (S2-19, S36)", async () => {
    const { bruno, talk, mail } = await anaIsTold("Please restart it.");
    const before = (await messagesOf(talk.id)).length;

    const arrival = await bring(
      answerTo(mail, { from: anaAddress, text: "It is <b>running</b> again.\n\n-- \nAna Souza\nBuilding 4" }),
    );

    expect(mail?.headers.get("reply-to")).toMatch(/^"?Deskhand"? <desk\+[0-9a-f]{32}@example\.com>$/);
    expect(mail?.text).toMatch(/^## Escreva sua resposta acima desta linha ##/);
    const messages = await messagesOf(talk.id);
    expect(messages).toHaveLength(before + 1);
    expect(messages.at(-1)).toMatchObject({
      sender: { kind: "requester", name: "Ana Souza" },
      text: "It is <b>running</b> again.",
      via: "mail",
    });
    expect(arrival).toMatchObject({ state: "done", sender: "ana.souza@example.com", reason: null });
    await bruno.hear("message:posted", ({ message }) => message.via === "mail");
    bruno.close();
  });

  it("tells of the next message after an answer by mail, in one thread", async () => {
    const { bruno, talk, epoch, mail } = await anaIsTold("Is it on?");
    const answer = answerTo(mail, { from: anaAddress, text: "Yes.", messageId: "<ana-1@mail.example>" });
    await bring(answer);
    const before = mails.received.length;

    await say(bruno, talk.id, "Good.", epoch);
    await passGrace();
    const second = await nextMail(before, "ana.souza@example.com", "Good.");

    expect(second?.text).toContain("Good.");
    expect(second?.text).not.toContain("Is it on?");
    expect(second?.headers.get("in-reply-to")).toBe("<ana-1@mail.example>");
    expect(second?.headers.get("references")).toBe(`${mail?.headers.get("message-id")} <ana-1@mail.example>`);
    expect(second?.headers.get("reply-to")).toBe(mail?.headers.get("reply-to"));
    bruno.close();
  });

  it("takes the same mail once, however often and by how many at once it is brought", async () => {
    const { bruno, talk, mail } = await anaIsTold("Once?");
    const raw = answerTo(mail, { from: anaAddress, text: "Only once." });

    const brought = await Promise.all(
      Array.from({ length: 5 }, (_, at) => post(`Received: by ${at}\r\n${raw}`)),
    );
    await Promise.all(Array.from({ length: 4 }, () => desk.app.domains.mailbox.look()));

    expect(brought.map(({ body }) => (body as { isNew: boolean }).isNew).filter(Boolean)).toHaveLength(1);
    expect((await messagesOf(talk.id)).filter(({ text }) => text === "Only once.")).toHaveLength(1);
    bruno.close();
  });

  it("writes a mail once, also where a node was killed between what it stored and the note of it", async () => {
    const { bruno, talk, mail } = await anaIsTold("Killed?");
    await bring(
      answerTo(mail, { from: anaAddress, text: "Still once.", files: [{ name: "a.png", bytes: png }] }),
    );
    const opened = await ticketByMail({ from: anaAddress, subject: "Twice", text: "No." });
    const raw = letter({
      from: anaAddress,
      subject: "Killed",
      text: "A ticket.",
      files: [{ name: "b.png", bytes: png }],
    });
    await bring(raw);
    const { store, mailbox, mailer } = desk.app.domains;
    const rows = await store.db.selectFrom("arrival").selectAll().orderBy("id", "desc").limit(3).execute();
    const counts = async () =>
      Promise.all(
        (["message", "ticket", "file", "ticket_message"] as const).map(async (table) => {
          const found = store.db.selectFrom(table).select((eb) => eb.fn.countAll().as("count"));
          return Number((await found.executeTakeFirstOrThrow()).count);
        }),
      );
    const before = await counts();

    // As the dead node left them: taken by nobody, and the mail still there.
    for (const { id, subject } of rows) {
      const again = subject === "Killed" ? raw : undefined;
      if (again === undefined) continue;
      await store.db
        .insertInto("arrival_raw")
        .values({ arrival_id: id, bytes: Buffer.from(again) })
        .execute();
      await store.db
        .updateTable("arrival")
        .set({ state: "waiting", next_at: 0 })
        .where("id", "=", id)
        .execute();
    }
    await mailbox.look();
    await mailer.sendDue();

    expect(await counts()).toEqual(before);
    expect(opened.number).not.toBe("");
    expect((await messagesOf(talk.id)).filter(({ text }) => text === "Still once.")).toHaveLength(1);
    bruno.close();
  });

  it("lets nobody but the person it went to answer: others open a ticket of their own (S10)", async () => {
    const { bruno, talk, mail } = await anaIsTold("For Ana alone.");
    const before = await messagesOf(talk.id);

    const rui = await bring(answerTo(mail, { from: "rui.costa@example.com", text: "I am not Ana." }));
    const guessed = await bring(
      letter({
        from: anaAddress,
        to: `desk+${"0".repeat(32)}@example.com`,
        subject: `Re: Chamado 100001 [#${"1".repeat(32)}]`,
        headers: [`In-Reply-To: <${randomUUID()}@example.com>`],
      }),
    );

    expect(await messagesOf(talk.id)).toEqual(before);
    const tickets = desk.app.domains.store.db
      .selectFrom("ticket")
      .select(["requester_id", "description"])
      .where(
        "cause_id",
        "in",
        [rui, guessed].map((one) => `${one.account_id}/mail:${one.id}`),
      );
    const texts = (await tickets.execute()).map(({ description }) => description.split("\n")[2]).sort();
    expect(texts).toEqual(["Hello.", "I am not Ana."]);
    bruno.close();
  });

  it("finds the talk by the address alone where a mail program names no e-mail before it", async () => {
    const { bruno, talk, mail } = await anaIsTold("By address?");
    const to = /<(.+)>/.exec(mail?.headers.get("reply-to") ?? "")?.[1] ?? "";

    await bring(letter({ from: anaAddress, to, subject: "Something else", text: "Found." }));

    expect((await messagesOf(talk.id)).at(-1)).toMatchObject({ text: "Found.", via: "mail" });
    bruno.close();
  });

  it("lets an attendant who is away answer by mail in the talk they have (S2-19)", async () => {
    const { ana, bruno, talk } = await talkWithBruno();
    const before = mails.received.length;
    bruno.close();
    await ana.hear("conversation:changed", ({ conversation }) => !conversation.online.agent);
    await say(ana, talk.id, "Are you there?");
    await passGrace();
    const mail = await nextMail(before, "bruno.lima@example.com", "Are you there?");

    await bring(answerTo(mail, { from: "Bruno Lima <BRUNO.LIMA@example.com>", text: "On my way." }));

    expect((await messagesOf(talk.id)).at(-1)).toMatchObject({
      sender: { kind: "agent", name: "Bruno Lima" },
      text: "On my way.",
      via: "mail",
    });
    ana.close();
  });

  it("puts an answer on the ticket when the talk is over, and brings a resolved ticket back", async () => {
    const { bruno, talk, mail } = await anaIsTold("Try it now.");
    const row = await desk.app.domains.conversations.byId(talk.id);
    const ticket = await desk.app.domains.tickets.byId(row?.ticket_id ?? "", "en");
    const number = ticket?.number ?? "";
    const attendance = await desk.app.domains.handoff.reads.ofConversation(talk.id, "requester");
    await bruno.get("attendance:end", { attendanceId: attendance?.id ?? "" });
    await setState(number, "resolved");
    expect((await ticketOf(number)).state).toBe("resolved");

    await bring(
      answerTo(mail, {
        from: anaAddress,
        text: "It is broken again.",
        files: [{ name: "proof.png", bytes: png }],
      }),
    );

    expect(await exchangeOf(number)).toEqual([
      expect.objectContaining({ text: "It is broken again.", side: "requester", via: "mail" }),
    ]);
    const after = await ticketOf(number);
    expect(after.state).toBe("in-progress");
    expect(after.files?.map(({ name }) => name)).toContain("proof.png");
    bruno.close();
  });

  it("opens a new ticket that names the old one when that is closed for good", async () => {
    const { receipt, number } = await ticketByMail({
      from: anaAddress,
      subject: "Old",
      text: "An old matter.",
    });
    await setState(number, "closed");
    const before = mails.received.length;

    await bring(answerTo(receipt, { from: anaAddress, text: "It goes on." }));
    const second = await nextMail(before, "ana.souza@example.com", "Re: ");

    const next = /(?:ticket|chamado) (\d+)/i.exec(second?.text ?? "")?.[1] ?? "";
    expect(next).not.toBe(number);
    const { db } = desk.app.domains.store;
    const row = await db
      .selectFrom("ticket")
      .innerJoin("ticket as old", "old.id", "ticket.previous_ticket_id")
      .select("old.number")
      .where("ticket.number", "=", next)
      .executeTakeFirst();
    expect(row?.number).toBe(number);
    expect((await ticketOf(number)).state).toBe("closed");
  });

  it.each([
    [
      anaAddress,
      "Impressora",
      "A impressora do 3º andar não imprime.",
      /^Recebemos seu e-mail|\nRecebemos seu e-mail/m,
      "Ana Souza",
    ],
    [
      "Eva Example <eva@elsewhere.example>",
      "Impresora",
      "Buenos días, la impresora no funciona y necesito ayuda por favor.",
      /Hemos recibido su correo/,
      "Eva Example",
    ],
    [
      "sam@elsewhere.example",
      "Printer",
      "Good morning, the printer on the third floor does not print and I need help please.",
      /We have received your e-mail/,
      "sam@elsewhere.example",
    ],
  ])(
    "opens a ticket for %s and says so in their language, with a way to add to it",
    async (from, subject, text, said, name) => {
      const { receipt, number } = await ticketByMail({ from, subject, text });

      expect(receipt?.text).toMatch(said);
      expect(receipt?.subject).toBe(`Re: ${subject}`);
      expect(receipt?.headers.get("auto-submitted")).toBe("auto-replied");
      expect(receipt?.headers.get("x-auto-response-suppress")).toBe("All");
      const ticket = await ticketOf(number);
      expect(ticket).toMatchObject({
        requester: { name },
        description: `${subject}\n\n${text}`,
        state: "open",
      });
      const link = receipt?.text.includes(`/tickets/${number}`);
      expect(link).toBe(name === "Ana Souza");

      await bring(answerTo(receipt, { from, text: "One more thing." }));

      expect((await exchangeOf(number)).map((one) => one.text)).toEqual(["One more thing."]);
    },
  );

  it("writes to somebody known by mail alone what an attendant answers on the ticket", async () => {
    const { number } = await ticketByMail({
      from: "Zoe <zoe@elsewhere.example>",
      subject: "Key",
      text: "Please, I lost my key and I cannot open the door.",
    });
    const before = mails.received.length;

    await admin.rest("POST", `/api/v1/tickets/${number}/messages`, {
      requestId: randomUUID(),
      text: "Come to the desk.",
      sendEmail: true,
    });
    const mail = await nextMail(before, "zoe@elsewhere.example", "Come to the desk.");
    await bring(answerTo(mail, { from: "zoe@elsewhere.example", text: "Thank you." }));

    expect(mail?.text).toContain("Come to the desk.");
    expect((await exchangeOf(number)).map(({ text }) => text)).toEqual(["Thank you.", "Come to the desk."]);
  });

  it("takes files by the rules of uploads: by what is in them and by size, and says which it did not (S6, S8)", async () => {
    const { bruno, talk, mail } = await anaIsTold("Show me.");
    const files = [
      { name: "screen.png", bytes: png },
      { name: "manual.pdf", bytes: pdf },
      { name: "drawing.png", bytes: svg },
      { name: "..\\..\\evil\u200b.png", bytes: png },
      { name: "huge.txt", bytes: Buffer.alloc(30_000, 65) },
    ];

    await bring(answerTo(mail, { from: anaAddress, text: "Here.", files }));

    const message = (await messagesOf(talk.id)).at(-1);
    const names = message?.attachments?.map((one) => (one.kind === "file" ? one.name : ""));
    expect(names).toEqual(["screen.png", "manual.pdf", "evil.png"]);
    expect(message?.text).toBe("Here.\n\n(Não foi aceito do e-mail: drawing.png, huge.txt)");
    bruno.close();
  });

  it("keeps the whole of a text that no message holds", async () => {
    const { bruno, talk, mail } = await anaIsTold("Tell me everything.");
    const text = `${"0123456789 ".repeat(1200)}the end`;

    await bring(answerTo(mail, { from: anaAddress, text }));

    const message = (await messagesOf(talk.id)).at(-1);
    expect(message?.text.length).toBeLessThanOrEqual(8000);
    const [file] = message?.attachments ?? [];
    const bytes = await desk.app.domains.files.bytesOf(file?.kind === "file" ? file.fileId : "");
    expect(bytes.toString("utf8")).toBe(text);
    bruno.close();
  });

  it.each([
    ["an automatic answer", ["Auto-Submitted: auto-replied"], "ana.souza@example.com", "automatic"],
    ["a mailing list", ["List-Id: <all.example.com>", "Precedence: list"], "ana.souza@example.com", "list"],
    ["a mail that came back", ["Return-Path: <>"], "mailer-daemon@example.com", "returned"],
    ["a mail of the desk itself", [], "Deskhand <desk+abc@example.com>", "own"],
  ])("leaves %s alone and never answers it", async (_name, headers, from, reason) => {
    const before = mails.received.length;
    const tickets = desk.app.domains.store.db
      .selectFrom("ticket")
      .select((eb) => eb.fn.countAll().as("count"));
    const had = await tickets.executeTakeFirstOrThrow();

    const arrival = await bring(letter({ from, headers, subject: `Left ${reason}` }));
    await desk.app.domains.mailer.sendDue();

    expect(arrival).toMatchObject({ state: "ignored", reason });
    expect(mails.received.length).toBe(before);
    expect(await tickets.executeTakeFirstOrThrow()).toEqual(had);
  });

  it("takes a mail of somebody who wants no automatic answer, and gives none", async () => {
    const before = mails.received.length;

    const arrival = await bring(
      letter({ from: anaAddress, subject: "Quiet", headers: ["X-Auto-Response-Suppress: All"] }),
    );
    await desk.app.domains.mailer.sendDue();

    expect(arrival.state).toBe("done");
    expect(mails.received.length).toBe(before);
  });

  it("shows that an e-mail of the desk came back", async () => {
    const { receipt } = await ticketByMail({
      from: "gone@elsewhere.example",
      subject: "Gone",
      text: "Good morning, please help me with this.",
    });
    const report = letter({
      from: "MAILER-DAEMON@mx.example",
      subject: "Undelivered",
      headers: ["Return-Path: <>"],
      text: `It failed.\nMessage-ID: ${receipt?.headers.get("message-id")}`,
    });

    await bring(report);

    const { items } = (await admin.rest("GET", "/api/v1/mails")).body as {
      items: { to: string; state: string }[];
    };
    expect(items.find(({ to }) => to === "gone@elsewhere.example")).toMatchObject({ state: "failed" });
  });

  it("ends a loop of two programs: after so many mails in an hour they are set aside", async () => {
    const from = "robot@elsewhere.example";
    const before = mails.received.length;
    for (let at = 0; at < 62; at += 1) await post(letter({ from, subject: `Loop ${at}` }));
    for (let round = 0; round < 8; round += 1) await desk.app.domains.mailbox.look();
    for (let round = 0; round < 4; round += 1) await desk.app.domains.mailer.sendDue();

    const { db } = desk.app.domains.store;
    const rows = await db
      .selectFrom("arrival")
      .select(["state", "reason"])
      .where("sender", "=", from)
      .execute();
    const aside = rows.filter(({ state }) => state === "aside");
    expect(rows).toHaveLength(62);
    expect(aside.length).toBeGreaterThanOrEqual(2);
    expect(new Set(aside.map(({ reason }) => reason))).toEqual(new Set(["too-many"]));
    const answered = mails.received.slice(before).filter(({ to }) => to.includes(from));
    expect(answered.length).toBeLessThanOrEqual(10);
  });

  it("never lets a header be written by a subject (S36)", async () => {
    const before = mails.received.length;
    await bring(
      letter({
        from: "Mallory <mallory@elsewhere.example>",
        subject: `=?utf-8?B?${Buffer.from("a\r\nBcc: victim@example.com\r\n\r\nbody").toString("base64")}?=`,
        text: "Good morning, please help me.",
      }),
    );
    const receipt = await nextMail(before, "mallory@elsewhere.example", "Re: ");

    expect(receipt?.to).toEqual(["mallory@elsewhere.example"]);
    expect(receipt?.headers.has("bcc")).toBe(false);
    expect(receipt?.subject).toBe("Re: a Bcc: victim@example.com body");
  });

  it("sets aside what it cannot read, shows it to admins, and takes it again when they want", async () => {
    const broken = await bring(Buffer.from([0, 1, 2, 0, 255, 254]));
    const list = await bring(
      letter({ from: anaAddress, subject: "From a list", headers: ["List-Id: <x.example>"] }),
    );
    const path = "/api/v1/mailbox";
    const shown = mailboxSchema.parse((await admin.rest("GET", path)).body);

    const retried = await admin.rest("POST", `${path}/arrivals/${list.id}/retry`);
    await desk.app.domains.mailbox.look();
    const dismissed = await admin.rest("DELETE", `${path}/arrivals/${broken.id}`);
    const twice = await admin.rest("DELETE", `${path}/arrivals/${broken.id}`);
    const gone = await admin.rest("POST", `${path}/arrivals/${list.id}/retry`);

    expect(broken.state).toBe("aside");
    expect(shown).toMatchObject({ state: "off", address: "desk@example.com" });
    expect(shown.items[0]).toMatchObject({ state: "aside", mayRetry: true });
    expect([retried.status, dismissed.status, twice.status, gone.status]).toEqual([204, 204, 404, 404]);
    const after = mailboxSchema.parse((await admin.rest("GET", path)).body);
    expect(after.items.find(({ id }) => id === list.id)).toMatchObject({ state: "done", mayRetry: false });
    expect(after.items.find(({ id }) => id === broken.id)).toMatchObject({ state: "ignored" });
    const { items } = (await admin.rest("GET", "/api/v1/audit")).body as {
      items: { summary?: string }[];
    };
    expect(JSON.stringify(items)).toContain("arrivals");
  });

  it("lets in only gateways with a token for it, and nothing that is too large", async () => {
    const other = await admin.rest("POST", "/api/v1/api-tokens", { name: "Shop", scopes: ["rest-channel"] });
    const raw = letter({ from: anaAddress });

    const refused = [await post(raw, "dsk_wrong"), await post(raw, (other.body as { token: string }).token)];
    const large = await post(Buffer.alloc(200_001, 65));
    const empty = await post("");

    expect(refused.map(({ status }) => status)).toEqual([401, 401]);
    expect([large.status, empty.status]).toEqual([413, 400]);
  });

  async function untilErased(accountId: string): Promise<void> {
    const { db } = desk.app.domains.store;
    for (;;) {
      const wish = await db
        .selectFrom("erasure")
        .select("state")
        .where("account_id", "=", accountId)
        .executeTakeFirst();
      if (wish?.state === "done") return;
      await desk.app.domains.privacy.sweepErasures(new AbortController().signal);
    }
  }

  it("forgets with a person what came from them, read or not", async () => {
    const from = "forget.me@elsewhere.example";
    const { receipt } = await ticketByMail({ from, subject: "Me", text: "Good morning, please help me." });
    const taken = await bring(answerTo(receipt, { from, text: "And this." }));
    await bring(letter({ from, subject: "Never taken", headers: ["List-Id: <x.example>"] }));
    const { store } = desk.app.domains;
    const accountId = taken.account_id ?? "";
    const username = (await desk.app.domains.accounts.accountById(accountId))?.username;
    const wish = await admin.rest("POST", `/api/v1/privacy/people/${accountId}/erase`, { username });
    await untilErased(accountId);

    expect(wish.status).toBe(202);
    const left = await store.db.selectFrom("arrival").select("id").where("sender", "=", from).execute();
    const threads = store.db.selectFrom("mail_thread").select("token");
    expect(left).toEqual([]);
    expect(await threads.where("account_id", "=", accountId).execute()).toEqual([]);
  });

  it("tries again when something of the desk fails for a moment, and takes the mail then", async () => {
    const { bruno, talk, mail } = await anaIsTold("Try again?");
    const failing = jest.spyOn(desk.app.domains.conversations, "append").mockRejectedValue(new Error("away"));

    const first = await bring(answerTo(mail, { from: anaAddress, text: "After all." }));
    failing.mockRestore();
    await desk.app.domains.mailbox.look();
    const tooSoon = (await messagesOf(talk.id)).at(-1)?.text;
    aheadMs += 2500;
    await desk.app.domains.mailbox.look();

    expect(first).toMatchObject({ state: "waiting", detail: "away", attempts: 1 });
    expect(tooSoon).not.toBe("After all.");
    expect((await messagesOf(talk.id)).at(-1)?.text).toBe("After all.");
    bruno.close();
  });
});
