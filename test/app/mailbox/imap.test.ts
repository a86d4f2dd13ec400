import { mailboxSchema } from "../../../contract/index.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import { type ImapServer, spawnImapServer } from "../../support/imap-server.js";
import { letter } from "../../support/letters.js";
import { type MailServer, startMailServer } from "../../support/mail-server.js";
import { newSchema } from "../../support/postgres.js";
import { spawnRedis } from "../../support/redis.js";

const words = "Good morning, the printer does not print and I need help please.";

/** Looks again until it is so; what never comes runs into the limit of the test. */
async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe("desks that read a mailbox", () => {
  let imap: ImapServer;
  let mails: MailServer;
  const desks: RunningDesk[] = [];
  const environment = () => ({
    IMAP_URL: imap.url,
    SMTP_URL: mails.url,
    MAIL_FROM: "Deskhand <desk@example.com>",
    MAIL_MAX_BYTES: "100000",
  });

  beforeEach(async () => {
    [imap, mails] = await Promise.all([spawnImapServer(), startMailServer()]);
  });
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.stop();
    await Promise.all([imap.close(), mails.stop()]);
  });

  async function begin(more: Readonly<Record<string, string>> = {}): Promise<RunningDesk> {
    const desk = await startDesk({ ...environment(), ...more });
    desks.push(desk);
    return desk;
  }

  function dropLetter(subject: string, of: { text?: string; headers?: string[] } = {}): void {
    imap.deliver(
      letter({
        from: "sam@elsewhere.example",
        subject,
        text: words,
        messageId: `<${subject}@x.example>`,
        ...of,
      }),
    );
  }

  async function descriptions({ app }: RunningDesk): Promise<string[]> {
    const rows = await app.domains.store.db
      .selectFrom("ticket")
      .select("description")
      .where("cause_id", "like", "%/mail:%")
      .orderBy("created_at")
      .execute();
    return rows.map(({ description }) => description.split("\n")[0] ?? "");
  }

  const has = (desk: RunningDesk, count: number) =>
    until(async () => {
      const found = await descriptions(desk);
      return found.length >= count ? found : undefined;
    });

  async function viewOf(desk: RunningDesk) {
    const admin = await desk.connect("admin");
    const view = mailboxSchema.parse((await admin.rest("GET", "/api/v1/mailbox")).body);
    admin.close();
    return view;
  }

  it("opens a ticket when a mail comes, answers it, and marks the mail as seen", async () => {
    dropLetter("before");
    const desk = await begin();
    await has(desk, 1);
    dropLetter("after");
    const found = await has(desk, 2);
    await mails.until(2);

    expect(found).toEqual(["before", "after"]);
    expect(mails.received.map(({ to }) => to)).toEqual([
      ["sam@elsewhere.example"],
      ["sam@elsewhere.example"],
    ]);
    await until(async () => ((await imap.count()).unseen === 0 ? true : undefined));
    expect(await viewOf(desk)).toMatchObject({ state: "connected", address: "desk@example.com", aside: 0 });
  });

  it("goes on when the mail server comes back, with what came meanwhile, once each", async () => {
    const desk = await begin();
    dropLetter("one");
    await has(desk, 1);
    await imap.stop();
    dropLetter("two");
    const away = await until(async () => {
      const view = await viewOf(desk);
      return view.state === "away" && view.reason !== undefined ? view : undefined;
    });
    await imap.start();

    expect(await has(desk, 2)).toEqual(["one", "two"]);
    expect(away.reason).toMatch(/closed|ECONNREFUSED/);
    expect(desk.log.join("")).not.toContain("s3cret");
  });

  it("takes nothing twice when the numbers of the mailbox begin anew, and nothing is lost", async () => {
    const desk = await begin();
    dropLetter("one");
    dropLetter("two");
    await has(desk, 2);
    await imap.stop();
    imap.renumber();
    dropLetter("three");
    await imap.start();
    await has(desk, 3);
    dropLetter("four");

    expect((await has(desk, 4)).sort()).toEqual(["four", "one", "three", "two"]);
  });

  it("reads every mail once where two nodes share the mailbox and one of them dies (two nodes)", async () => {
    const [schema, redis] = await Promise.all([newSchema(), spawnRedis()]);
    const shared = {
      DATABASE_URL: schema.url,
      DATABASE_SCHEMA: schema.name,
      REDIS_URL: `redis://127.0.0.1:${redis.port}`,
      REDIS_PREFIX: "mailbox:",
    };
    try {
      const first = await begin(shared);
      const second = await begin(shared);
      for (let at = 0; at < 12; at += 1) dropLetter(`m${at}`);
      await has(second, 12);
      // Read again by a node that has forgotten how far the other was: names decide, not numbers.
      await second.app.domains.store.db.updateTable("mailbox").set({ last_uid: 0 }).execute();
      dropLetter("again");
      await has(second, 13);
      await first.stop();
      desks.splice(desks.indexOf(first), 1);
      await second.app.domains.store.db.deleteFrom("lease").where("name", "=", "mailbox").execute();
      dropLetter("last");
      const found = await has(second, 14);

      expect(new Set(found).size).toBe(14);
      expect(found).toHaveLength(14);
      const { db } = second.app.domains.store;
      const states = await until(async () => {
        const rows = await db.selectFrom("arrival").select("state").execute();
        return rows.some(({ state }) => state === "waiting") ? undefined : rows.map(({ state }) => state);
      });
      expect(states).toEqual(Array.from({ length: 14 }, () => "done"));
      await mails.until(10);
    } finally {
      for (const desk of desks.splice(0)) await desk.stop();
      await Promise.all([schema.drop(), redis.close()]);
    }
  });

  it("lets no broken or huge mail stop the box: each is set aside, and those behind it are taken", async () => {
    const desk = await begin();
    imap.deliver(Buffer.concat([Buffer.from("Subject: \0nul\r\n\r\n\0\0\0"), Buffer.alloc(500, 255)]));
    imap.deliver(letter({ from: "sam@elsewhere.example", subject: "huge", text: "x".repeat(150_000) }));
    imap.deliver("");
    imap.deliver("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=never\r\n\r\nx");
    dropLetter("behind");
    const found = await until(async () => {
      const all = await descriptions(desk);
      return all.includes("behind") ? all : undefined;
    });
    await until(async () => ((await imap.count()).unseen === 0 ? true : undefined));
    const view = await viewOf(desk);

    expect(found).toContain("behind");
    expect(view.aside).toBeGreaterThanOrEqual(2);
    const huge = view.items.find(({ reason }) => reason === "too-large");
    expect(huge).toMatchObject({
      from: "sam@elsewhere.example",
      subject: "huge",
      state: "aside",
      mayRetry: false,
    });
    const told = () => mails.received.find(({ subject }) => subject === "Re: huge");
    await until(async () => told());
    expect(told()?.text).toMatch(/larger than 0 MB|did not reach anybody/);
  });

  it("lets the assistant answer by mail, and go on with what is answered", async () => {
    const desk = await begin({ MAIL_NEW: "assistant" });
    dropLetter("I forgot my password", { text: "How do I reset my password?" });
    await mails.until(1);
    const [answer] = mails.received;
    const { db } = desk.app.domains.store;
    const talk = await db
      .selectFrom("conversation")
      .selectAll()
      .where("channel", "=", "mail")
      .executeTakeFirstOrThrow();

    expect(answer?.to).toEqual(["sam@elsewhere.example"]);
    expect(answer?.subject).toBe("Re: I forgot my password");
    expect(answer?.headers.get("auto-submitted")).toBe("auto-replied");
    expect(answer?.text.length).toBeGreaterThan(60);
    imap.deliver(
      letter({
        from: "sam@elsewhere.example",
        to: "desk@example.com",
        subject: "Re: I forgot my password",
        headers: [`In-Reply-To: ${answer?.headers.get("message-id")}`],
        text: "I would like to talk to a person.",
      }),
    );
    await mails.until(2);
    const said = await desk.app.domains.conversations.after(talk.id, 0);
    expect(said.messages.filter(({ via }) => via === "mail")).toHaveLength(2);
    expect(mails.received[1]?.headers.get("references")).toContain(answer?.headers.get("message-id") ?? "?");
  });

  it("refuses strangers, politely and once a day, where the desk does not admit them", async () => {
    const desk = await begin({ MAIL_STRANGERS: "off" });
    dropLetter("one");
    dropLetter("two");
    await until(async () => {
      const { items } = await viewOf(desk);
      return items.filter(({ reason }) => reason === "stranger").length === 2 ? true : undefined;
    });
    await mails.until(1);
    await desk.app.domains.mailer.sendDue();

    expect(await descriptions(desk)).toEqual([]);
    expect(mails.received).toHaveLength(1);
    expect(mails.received[0]?.text).toMatch(/takes mail only from people the service desk knows/);
  });
});
