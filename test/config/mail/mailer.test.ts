import { createMailer, createSmtp, createTemplates, type Mailer, type Smtp } from "../../../config/index.js";
import type { EmailTemplate, Principal } from "../../../contract/index.js";
import { newId } from "../../../store/index.js";
import { type MailServer, startMailServer } from "../../support/mail-server.js";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";

const from = "Deskhand <desk@example.com>";
const values = {
  requesterName: "Ana",
  agentName: "Bruno",
  ticketNumber: "12",
  message: "hello",
  link: "http://127.0.0.1/tickets/12",
};

describe.each(engines)("the outbox on %s", (engine) => {
  let store: TestStore;
  let server: MailServer;
  let smtp: Smtp;
  let template: EmailTemplate;
  let clock = 1_800_000_000_000;
  const refusals: string[] = [];

  const mailerOf = (through: Smtp | undefined): Mailer =>
    createMailer({
      store,
      smtp: through,
      now: () => clock,
      onRefused: ({ reason }) => refusals.push(reason),
    });

  beforeAll(async () => {
    store = await openTestStore(engine);
    const admin: Principal = { accountId: newId(), name: "A", role: "admin", groupIds: [], sessionId: "" };
    template = await createTemplates({ store, now: () => clock }).create(
      {
        name: "Absence",
        subject: { en: "{ticketNumber}: {message}", pt: "{ticketNumber}: olá {message}" },
        text: { en: "{requesterName} and {agentName}: {message}\n\n{link}" },
      },
      admin,
    );
  });
  afterAll(() => store.discard());
  beforeEach(async () => {
    await store.db.deleteFrom("mail").execute();
    server = await startMailServer();
    smtp = createSmtp({ url: server.url, from });
    refusals.length = 0;
  });
  afterEach(() => server.stop());

  const write = (mailer: Mailer, message = "hello", locale: "en" | "es" | "pt" = "en") =>
    mailer.writeIn(store.db, {
      kind: "absence",
      address: "ana@example.com",
      locale,
      template,
      values: { ...values, message },
    });

  it("sends what was written as text and as HTML, once", async () => {
    const mailer = mailerOf(smtp);
    const id = await write(mailer);

    await mailer.sendDue();
    await mailer.sendDue();

    expect(server.received).toHaveLength(1);
    const [mail] = server.received;
    expect(mail?.to).toEqual(["ana@example.com"]);
    expect(mail?.headers.get("from")).toBe(from);
    expect(mail?.headers.get("message-id")).toBe(`<${id}@example.com>`);
    expect(mail?.subject).toBe("12: hello");
    expect(mail?.text).toBe("Ana and Bruno: hello\n\nhttp://127.0.0.1/tickets/12");
    expect(mail?.html).toContain('<a href="http://127.0.0.1/tickets/12">');
    expect(await mailer.list(5)).toMatchObject([{ id, state: "sent", attempts: 1, sentAt: clock }]);
  });

  it("writes in the language of the reader, and in English what is not translated", async () => {
    const mailer = mailerOf(smtp);
    await write(mailer, "mañana", "pt");

    await mailer.sendDue();

    expect(server.received[0]?.subject).toBe("12: olá mañana");
    expect(server.received[0]?.text).toContain("Ana and Bruno: mañana");
  });

  it("lets nobody's words begin a header (S36)", async () => {
    const mailer = mailerOf(smtp);
    await write(mailer, "a\r\nBcc: eve@example.com\r\n\r\n<b>\u2028x");

    await mailer.sendDue();

    const [mail] = server.received;
    expect(mail?.to).toEqual(["ana@example.com"]);
    expect(mail?.headers.has("bcc")).toBe(false);
    expect(mail?.subject).toBe("12: a Bcc: eve@example.com <b> x");
  });

  it("escapes in the HTML part whatever people wrote (S36)", async () => {
    const mailer = mailerOf(smtp);
    await write(mailer, `<img src=x onerror="alert(1)"> & 'https://evil.example/"><script>'`);

    await mailer.sendDue();

    const html = server.received[0]?.html ?? "";
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;");
    expect(html).not.toMatch(/<(img|script)/);
    expect(html.match(/<a href="[^"<>]*">/g)).toHaveLength(2);
  });

  it("leaves braces that people wrote as they are", async () => {
    const mailer = mailerOf(smtp);
    await write(mailer, "{link} $& {message}");

    await mailer.sendDue();

    expect(server.received[0]?.text).toContain("Ana and Bruno: {link} $& {message}\n");
  });

  it("tries again while the mail server is away, later each time (S2-19)", async () => {
    await server.stop();
    const mailer = mailerOf(smtp);
    await write(mailer);

    await mailer.sendDue();
    clock += 4999;
    await mailer.sendDue();
    const [early] = await mailer.list(1);
    clock += 1;
    await mailer.sendDue();
    const [later] = await mailer.list(1);
    server = await startMailServer(server.port);
    clock += 9999;
    await mailer.sendDue();
    expect(server.received).toHaveLength(0);
    clock += 1;
    await mailer.sendDue();

    expect(early).toMatchObject({
      state: "waiting",
      attempts: 1,
      reason: expect.stringContaining("ECONNREFUSED"),
    });
    expect(later).toMatchObject({ state: "waiting", attempts: 2 });
    expect(server.received).toHaveLength(1);
    expect(await mailer.list(1)).toMatchObject([{ state: "sent", attempts: 3 }]);
    expect(refusals).toHaveLength(2);
  });

  it("tries again what a busy server put off, and gives up what a server will never take", async () => {
    const mailer = mailerOf(smtp);
    server.answer(451);
    await write(mailer);
    await mailer.sendDue();
    expect(await mailer.list(1)).toMatchObject([{ state: "waiting" }]);

    server.answer(550);
    clock += 5000;
    await mailer.sendDue();

    expect(await mailer.list(1)).toMatchObject([{ state: "failed", attempts: 2 }]);
  });

  it("gives up after a day", async () => {
    await server.stop();
    const mailer = mailerOf(smtp);
    await write(mailer);
    clock += 24 * 60 * 60 * 1000 + 1;

    await mailer.sendDue();

    expect(await mailer.list(1)).toMatchObject([{ state: "failed" }]);
    server = await startMailServer();
  });

  it("is sent once by two nodes that try at the same moment (S2-19)", async () => {
    const nodes = [mailerOf(smtp), mailerOf(createSmtp({ url: server.url, from })), mailerOf(smtp)];
    await Promise.all(Array.from({ length: 8 }, () => write(mailerOf(smtp))));

    await Promise.all(nodes.map((node) => node.sendDue()));

    expect(server.received).toHaveLength(8);
    expect(new Set(server.received.map(({ headers }) => headers.get("message-id"))).size).toBe(8);
  });

  it("takes over what a node has begun and not ended", async () => {
    let release: () => void = () => undefined;
    const hanging: Smtp = {
      nameOf: (id) => `<${id}@example.com>`,
      send: () =>
        new Promise((resolve) => {
          release = () => resolve({ status: "again", reason: "too late" });
        }),
      close: () => undefined,
    };
    const dying = mailerOf(hanging);
    await write(dying);
    const hung = dying.sendDue();
    // The claim is in the store before anything is sent.
    while ((await dying.list(1))[0]?.attempts !== 1) await new Promise(setImmediate);
    dying.stop();
    await hung;
    const other = mailerOf(smtp);

    await other.sendDue();
    expect(server.received).toHaveLength(0);
    clock += 120_000;
    await other.sendDue();
    release();

    expect(server.received).toHaveLength(1);
    expect(await other.list(1)).toMatchObject([{ state: "sent", attempts: 2 }]);
  });

  it("keeps e-mails as not sent without a mail server, and shows them", async () => {
    const mailer = mailerOf(undefined);
    await write(mailer);

    await mailer.sendDue();

    expect(mailer.isConfigured).toBe(false);
    expect(await mailer.list(5)).toMatchObject([
      { state: "not-configured", attempts: 0, reason: "SMTP_URL is not set." },
    ]);
  });

  it("tells at once what became of a test mail", async () => {
    const mail = { kind: "test", address: "admin@example.com", locale: "en", template, values } as const;

    const sent = await mailerOf(smtp).sendNow(mail);
    server.answer(550);
    const refused = await mailerOf(smtp).sendNow(mail);
    const kept = await mailerOf(undefined).sendNow(mail);

    expect([sent.state, refused.state, kept.state]).toEqual(["sent", "failed", "not-configured"]);
    expect(server.received.map(({ to }) => to)).toEqual([["admin@example.com"]]);
  });

  it("forgets after a month what it has sent, not what it still has to send", async () => {
    const [none, mailer] = [mailerOf(undefined), mailerOf(smtp)];
    await write(none);
    const kept = await write(mailer);
    clock += 31 * 24 * 60 * 60 * 1000;

    await mailer.forgetOld();

    expect((await mailer.list(5)).map(({ id }) => id)).toEqual([kept]);
  });
});
