import { randomUUID } from "node:crypto";
import { z } from "zod";
import { emailTemplateSchema, mailSchema } from "../../contract/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type DeskClient, Talk } from "../support/desk-client.js";
import { type MailServer, startMailServer } from "../support/mail-server.js";
import { newSchema } from "../support/postgres.js";
import { spawnRedis } from "../support/redis.js";

const templatesSchema = z.object({
  items: z.array(emailTemplateSchema),
  variables: z.array(z.string()),
  canSend: z.boolean(),
});
const mailsSchema = z.object({ items: z.array(mailSchema), canSend: z.boolean() });
const path = "/api/v1/email-templates";

/** Longer than somebody may be away before they are told. */
const graceMs = 7000;

/** A clock of several desks that can be put forward. */
function createClock() {
  let aheadMs = 0;
  return {
    now: () => Date.now() + aheadMs,
    /** Lets the time of grace go by for whoever is away, and sends what is due then. */
    passGrace: async (...desks: readonly RunningDesk[]) => {
      const each = (verb: (desk: RunningDesk) => Promise<unknown>) => Promise.all(desks.map(verb));
      await each(({ app }) => app.domains.absences.look());
      aheadMs += graceMs;
      await each(({ app }) => app.domains.absences.look());
      await each(({ app }) => app.domains.mailer.sendDue());
    },
  };
}

/** A talk of Ana's that Bruno has. */
async function talkWithBruno(ana: DeskClient, bruno: DeskClient): Promise<{ talk: Talk; epoch: number }> {
  const talk = await Talk.begin(ana);
  const { id } = await talk.askForPerson();
  const { epoch } = await bruno.get("attendance:accept", { attendanceId: id, requestId: randomUUID() });
  return { talk, epoch };
}

function write(client: DeskClient, conversationId: string, text: string, epoch?: number) {
  return client.get("message:send", { conversationId, clientMessageId: randomUUID(), text, epoch });
}

async function endTalks({ app }: RunningDesk): Promise<void> {
  const { store, handoff } = app.domains;
  const rows = await store.db.selectFrom("attendance").select("id").where("phase", "<>", "closed").execute();
  const actor = { accountId: "none", name: "Tidy", role: "admin" as const };
  for (const { id } of rows) {
    const closed = await handoff.cancel({ attendanceId: id, actor });
    if (closed.status === "taken") await handoff.end({ attendanceId: id, actor });
  }
}

describe("e-mail of a desk with a mail server", () => {
  const { now, passGrace } = createClock();
  let mails: MailServer;
  let desk: RunningDesk;
  let admin: DeskClient;

  beforeAll(async () => {
    mails = await startMailServer();
    desk = await startDesk({ SMTP_URL: mails.url, MAIL_FROM: "Deskhand <desk@example.com>" }, { now });
    admin = await desk.connect("admin");
  });
  afterAll(async () => {
    await desk.stop();
    await mails.stop();
  });
  afterEach(() => endTalks(desk));

  it("tells the requester by e-mail while the agent writes, and the agent that they were told (S2-19, 447)", async () => {
    const [ana, bruno] = [await desk.connect("ana"), await desk.connect("bruno")];
    const { talk, epoch } = await talkWithBruno(ana, bruno);
    const before = mails.received.length;
    ana.close();
    await bruno.hear("conversation:changed", ({ conversation }) => !conversation.online.requester);

    await write(bruno, talk.id, "Please restart it.", epoch);
    const { message } = await write(bruno, talk.id, "Are you there?", epoch);
    await passGrace(desk);
    await mails.until(before + 1);
    const told = await bruno.hear(
      "conversation:changed",
      ({ conversation }) => conversation.mailed !== undefined,
    );

    const mail = mails.received.at(-1);
    expect(mail?.to).toEqual(["ana.souza@example.com"]);
    expect(mail?.subject).toMatch(/^Chamado \d+: uma nova mensagem para você$/);
    expect(mail?.text).toContain("Ana Souza e Bruno Lima:\n\nPlease restart it.\nAre you there?\n");
    expect(mail?.text).toMatch(new RegExp(`${desk.url}/tickets/\\d+`));
    expect(told.conversation).toMatchObject({
      mailed: "requester",
      online: { requester: false, agent: true },
    });
    const back = await desk.connect("ana");
    const { messages } = await back.get("conversation:sync", {
      conversationId: talk.id,
      afterSeq: message.seq - 1,
    });
    expect(messages[0]?.text).toBe("Are you there?");
    bruno.heard.length = 0;
    await write(back, talk.id, "Yes.");
    const { conversation } = await back.get("conversation:open", { conversationId: talk.id });
    expect(conversation.mailed).toBeUndefined();
    expect(mails.received.length).toBe(before + 1);
    back.close();
    bruno.close();
  });

  it("tells the agent by e-mail while the requester writes (S2-19, 447)", async () => {
    const [rui, carla] = [await desk.connect("rui"), await desk.connect("carla")];
    const { talk } = await talkWithBruno(rui, carla);
    const before = mails.received.length;
    carla.close();
    await rui.hear("conversation:changed", ({ conversation }) => !conversation.online.agent);

    await write(rui, talk.id, "Hello?");
    await passGrace(desk);
    await mails.until(before + 1);

    const mail = mails.received.at(-1);
    expect(mail?.to).toEqual(["carla.diaz@example.com"]);
    expect(mail?.subject).toMatch(/^Ticket \d+: un mensaje nuevo para usted$/);
    expect(mail?.text).toContain(`${desk.url}/agent`);
    await rui.hear("conversation:changed", ({ conversation }) => conversation.mailed === "agent");
    rui.close();
  });

  it("has the demo's template in three languages, named by parameter 447", async () => {
    const { items, variables, canSend } = templatesSchema.parse((await admin.rest("GET", path)).body);

    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ name: "New chat messages", usedBy: [447] });
    expect(Object.keys(items[0]?.text ?? {}).sort()).toEqual(["en", "es", "pt"]);
    expect(variables).toEqual(["requesterName", "agentName", "ticketNumber", "message", "link"]);
    expect(canSend).toBe(true);
  });

  it("makes, changes, tries and deletes a template, and lets 447 name it (447)", async () => {
    const draft = { name: "Short", subject: { en: "News for {requesterName}" }, text: { en: "{message}" } };
    const made = await admin.rest("POST", path, draft);
    const { id } = emailTemplateSchema.parse(made.body);
    const changed = await admin.rest("PUT", `${path}/${id}`, {
      ...draft,
      subject: { en: "For {requesterName}" },
    });
    const tried = await admin.rest("POST", `${path}/${id}/test`, { to: "admin@example.com", locale: "en" });
    const former = (await admin.rest("GET", path)).body;
    const set = await admin.rest("PUT", "/api/v1/parameters/447", { value: id });
    const inUse = await admin.rest("DELETE", `${path}/${id}`);
    const [old] = templatesSchema.parse(former).items.filter(({ usedBy }) => usedBy.includes(447));
    await admin.rest("PUT", "/api/v1/parameters/447", { value: old?.id });
    const deleted = await admin.rest("DELETE", `${path}/${id}`);
    const gone = await admin.rest("PUT", "/api/v1/parameters/447", { value: id });

    expect([made.status, changed.status, tried.status, set.status]).toEqual([201, 200, 200, 200]);
    expect(tried.body).toMatchObject({ state: "sent", to: "admin@example.com", subject: "For Ana Souza" });
    expect(mails.received.at(-1)).toMatchObject({ to: ["admin@example.com"], subject: "For Ana Souza" });
    expect([inUse.status, deleted.status, gone.status]).toEqual([409, 204, 422]);
    expect(inUse.body).toMatchObject({ error: { code: "template/in-use" } });
    expect(gone.body).toMatchObject({ error: { code: "parameter/refused" } });
    const listed = mailsSchema.parse((await admin.rest("GET", "/api/v1/mails")).body);
    expect(listed.items[0]).toMatchObject({ kind: "test", state: "sent" });
    expect(JSON.stringify(listed)).not.toContain("Please restart");
  });

  it("shows how an e-mail will look, with sample values and nothing unescaped (S36)", async () => {
    const { body } = await admin.rest("POST", `${path}/preview`, {
      subject: "{ticketNumber}: {message}",
      text: "<script>{requesterName}</script>\n{link}",
      locale: "es",
    });

    expect(body).toMatchObject({
      subject: expect.stringMatching(/^100234: ¿Puede intentarlo otra vez .* Le espero aquí\.$/),
      text: `<script>Ana Souza</script>\n${desk.url}/tickets/100234`,
      html: expect.stringContaining("&lt;script&gt;Ana Souza&lt;/script&gt;<br>"),
    });
  });

  it.each([
    ["POST", "", { name: "A", subject: { en: "a\r\nBcc: eve@example.com" }, text: { en: "x" } }, 400],
    ["POST", "", { name: "A\nB", subject: { en: "a" }, text: { en: "x" } }, 400],
    ["POST", "", { name: "A", subject: { pt: "a" }, text: { en: "x" } }, 400],
    ["POST", "", { name: "A", subject: { en: "{who}" }, text: { en: "x" } }, 422],
    ["POST", "", { name: "New chat messages", subject: { en: "a" }, text: { en: "x" } }, 422],
    [
      "PUT",
      "/01999d00-0000-7000-8000-000000000999",
      { name: "A", subject: { en: "a" }, text: { en: "x" } },
      404,
    ],
    ["PUT", "/nonsense", { name: "A", subject: { en: "a" }, text: { en: "x" } }, 404],
    [
      "POST",
      "/01999d00-0000-7000-8000-000000000901/test",
      { to: "a@x.example\r\nBcc: e@x.example", locale: "en" },
      400,
    ],
    [
      "POST",
      "/01999d00-0000-7000-8000-000000000901/test",
      { to: "a@x.example, b@x.example", locale: "en" },
      400,
    ],
    ["DELETE", "/01999d00-0000-7000-8000-000000000901", undefined, 409],
  ])("refuses %s %s with %j by %i, and writes nothing (S36)", async (method, rest, body, status) => {
    const before = (await admin.rest("GET", path)).body;

    const answer = await admin.rest(method, path + rest, body);

    expect(answer.status).toBe(status);
    expect((await admin.rest("GET", path)).body).toEqual(before);
  });

  it.each(["ana", "bruno"])("is closed to %s", async (username) => {
    const client = await desk.connect(username);
    const id = "01999d00-0000-7000-8000-000000000901";

    const answers = await Promise.all([
      client.rest("GET", path),
      client.rest("POST", path, { name: "A", subject: { en: "a" }, text: { en: "x" } }),
      client.rest("PUT", `${path}/${id}`, { name: "A", subject: { en: "a" }, text: { en: "x" } }),
      client.rest("DELETE", `${path}/${id}`),
      client.rest("POST", `${path}/preview`, { subject: "a", text: "b" }),
      client.rest("POST", `${path}/${id}/test`, { to: "a@example.com", locale: "en" }),
      client.rest("GET", "/api/v1/mails"),
    ]);

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 7 }, () => 403));
    client.close();
  });
});

describe("e-mail of a desk without a mail server", () => {
  const { now, passGrace } = createClock();
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await startDesk({}, { now });
  });
  afterAll(() => desk.stop());

  it("keeps what was not sent, shows it, and tells nobody that somebody was told (S2-19)", async () => {
    const admin = await desk.connect("admin");
    const [ana, bruno] = [await desk.connect("ana"), await desk.connect("bruno")];
    const { talk, epoch } = await talkWithBruno(ana, bruno);
    ana.close();
    await bruno.hear("conversation:changed", ({ conversation }) => !conversation.online.requester);
    await write(bruno, talk.id, "Hello", epoch);
    await write(bruno, talk.id, "Still here", epoch);
    await passGrace(desk);

    const kept = await until(async () => {
      const { items } = mailsSchema.parse((await admin.rest("GET", "/api/v1/mails")).body);
      return items.length > 0 ? items : undefined;
    });

    expect(kept).toMatchObject([{ kind: "absence", to: "ana.souza@example.com", state: "not-configured" }]);
    const { conversation } = await bruno.get("conversation:open", { conversationId: talk.id });
    expect(conversation.mailed).toBeUndefined();
  });
});

describe("two nodes with one mail server", () => {
  it("tell an absence once, and both tell the writer's pages (S2-19)", async () => {
    const [redis, schema, mails] = [await spawnRedis(), await newSchema(), await startMailServer()];
    const environment = {
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
      DATABASE_URL: schema.url,
      DATABASE_SCHEMA: schema.name,
      REDIS_PREFIX: `test-${randomUUID().slice(0, 13)}:`,
      PUBLIC_URL: "https://desk.example.com",
      SMTP_URL: mails.url,
      MAIL_FROM: "desk@example.com",
    };
    const { now, passGrace } = createClock();
    const first = await startDesk(environment, { now });
    const second = await startDesk(environment, { now });
    const [ana, bruno] = [await first.connect("ana"), await second.connect("bruno")];
    const { talk, epoch } = await talkWithBruno(ana, bruno);
    ana.close();
    await bruno.hear("conversation:changed", ({ conversation }) => !conversation.online.requester);

    for (const text of ["one", "two", "three"]) await write(bruno, talk.id, text, epoch);
    await passGrace(first, second);
    await mails.until(1);
    await bruno.hear("conversation:changed", ({ conversation }) => conversation.mailed === "requester");
    await Promise.all([first, second].map(({ app }) => app.domains.absences.look()));
    await Promise.all([first, second].map(({ app }) => app.domains.mailer.sendDue()));

    expect(mails.received).toHaveLength(1);
    expect(mails.received[0]?.text).toContain("https://desk.example.com/tickets/");
    await Promise.all([first.stop(), second.stop()]);
    await Promise.all([mails.stop(), schema.drop(), redis.close()]);
  });
});

/** Asks again and again until there is an answer. */
async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
