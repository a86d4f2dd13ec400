import { type Arrival, mailboxSchema, ticketMessageSchema, ticketSchema } from "../../../contract/index.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import type { DeskClient } from "../../support/desk-client.js";
import { answerTo, letter } from "../../support/letters.js";
import { type MailServer, type ReceivedMail, startMailServer } from "../../support/mail-server.js";
import { type MailDomains, openMailDomains } from "../../support/signed-mail.js";

const ana = "Ana Souza <ana.souza@example.com>";
const address = "ana.souza@example.com";
const own = { domain: "example.com" };

describe.each(["mark", "refuse"] as const)(
  "mail whose sender nothing proves, where the desk is to %s it",
  (does) => {
    let mails: MailServer;
    let desk: RunningDesk;
    let admin: DeskClient;
    let domains: MailDomains;
    let aheadMs = 0;

    beforeAll(async () => {
      domains = openMailDomains();
      mails = await startMailServer();
      desk = await startDesk(
        {
          SMTP_URL: mails.url,
          MAIL_FROM: "Deskhand <desk@desk.example>",
          MAIL_REPLY_TO: "desk@desk.example",
          MAIL_NEW: does === "mark" ? "assistant" : "ticket",
          MAIL_PROOF: does,
        },
        { now: () => Date.now() + aheadMs, resolveDns: domains.resolveDns },
      );
      admin = await desk.connect("admin");
    });
    afterEach(() => domains.comeBack());
    afterAll(async () => {
      await desk.stop();
      await mails.stop();
    });

    /** Brings a mail and lets the desk take it; answers what admins see of it. */
    async function bring(raw: string): Promise<Arrival> {
      const { mailbox } = desk.app.domains;
      await mailbox.arrived(Buffer.from(raw));
      await mailbox.look();
      return newest();
    }
    async function itemsIn(): Promise<Arrival[]> {
      const { body } = await admin.rest("GET", "/api/v1/mailbox");
      return mailboxSchema.parse(body).items;
    }
    async function newest(): Promise<Arrival> {
      const [first] = (await itemsIn()).sort((a, b) => b.id.localeCompare(a.id));
      if (first === undefined) throw new Error("No mail has come in.");
      return first;
    }
    async function takeAgain({ id }: Arrival): Promise<Arrival | undefined> {
      expect((await admin.rest("POST", `/api/v1/mailbox/arrivals/${id}/retry`)).status).toBe(204);
      await desk.app.domains.mailbox.look();
      return (await itemsIn()).find((one) => one.id === id);
    }
    async function nextMail(before: number): Promise<ReceivedMail> {
      const { mailer, mailbox } = desk.app.domains;
      for (;;) {
        await mailbox.look();
        await mailer.sendDue();
        const found = mails.received.slice(before).find(({ to }) => to.includes(address));
        if (found !== undefined) return found;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }

    if (does === "mark") {
      it("says so to attendants at each message, and of the proven ones nothing", async () => {
        const before = mails.received.length;
        const first = letter({ from: ana, subject: "Password", text: "How do I reset my password?" });
        const proven = await bring(await domains.sign(first, own));
        const answer = await nextMail(before);
        const forged = await bring(answerTo(answer, { from: ana, text: "Send it to somebody else." }));

        expect([proven, forged].map(({ isProven }) => isProven)).toEqual([true, false]);
        const { db } = desk.app.domains.store;
        const row = await db
          .selectFrom("conversation")
          .innerJoin("account", "account.id", "conversation.requester_id")
          .select("conversation.id")
          .where("channel", "=", "mail")
          .where("email", "=", address)
          .executeTakeFirstOrThrow();
        const { messages } = await desk.app.domains.conversations.after(row.id, 0);
        const said = messages.filter(({ via }) => via === "mail");
        expect(said.map(({ isUnproven }) => isUnproven)).toEqual([undefined, true]);
        expect(said[1]?.text).toBe("Send it to somebody else.");
      });

      it("marks what cannot be looked up, and is not held up by it", async () => {
        domains.goAway();

        const arrival = await bring(await domains.sign(letter({ from: ana, text: "The DNS is away." }), own));

        expect(arrival).toMatchObject({ isProven: false });
        expect(arrival.state).not.toBe("waiting");
      });
      return;
    }

    it("sets it aside, tells nobody, and takes it marked when an admin wants it", async () => {
      const before = mails.received.length;
      const aside = await bring(letter({ from: ana, subject: "New keyboard", text: "Mine is broken." }));

      expect(aside).toMatchObject({ state: "aside", reason: "unproven", isProven: false, mayRetry: true });
      await desk.app.domains.mailer.sendDue();
      expect(mails.received.slice(before)).toEqual([]);

      expect(await takeAgain(aside)).toMatchObject({ state: "done", isProven: false });
      const number = numberIn(await nextMail(before));
      const ticket = ticketSchema.parse((await admin.rest("GET", `/api/v1/tickets/${number}`)).body);
      expect(ticket.description).toMatch(/provado|proven|probado/);
      expect(ticket.description).toContain("New keyboard");
    });

    it("lets the proven go on, and keeps the forged off the ticket", async () => {
      const before = mails.received.length;
      const first = letter({ from: ana, subject: "New screen", text: "Mine is broken." });
      expect(await bring(await domains.sign(first, own))).toMatchObject({ state: "done", isProven: true });
      const receipt = await nextMail(before);
      const number = numberIn(receipt);

      await bring(await domains.sign(answerTo(receipt, { from: ana, text: "It is the left one." }), own));
      const forged = await bring(answerTo(receipt, { from: ana, text: "Cancel it." }));
      const evil = answerTo(receipt, { from: ana, text: "Cancel it now." });
      const signedByOther = await bring(await domains.sign(evil, { domain: "evil.example" }));
      await takeAgain(forged);

      expect(forged).toMatchObject({ state: "aside", reason: "unproven" });
      expect(signedByOther).toMatchObject({ state: "aside", reason: "unproven" });
      const { body } = await admin.rest("GET", `/api/v1/tickets/${number}/messages`);
      const items = (body as { items: unknown[] }).items.map((item) => ticketMessageSchema.parse(item));
      expect(items.map(({ text, via, isUnproven }) => [text, via, isUnproven])).toEqual([
        ["Cancel it.", "mail", true],
        ["It is the left one.", "mail", undefined],
      ]);
      const ticket = ticketSchema.parse((await admin.rest("GET", `/api/v1/tickets/${number}`)).body);
      expect(ticket.description).not.toMatch(/provado|proven|probado/);
    });

    it("waits while the DNS is away, and takes it once afterwards", async () => {
      domains.goAway();
      const waiting = await bring(await domains.sign(letter({ from: ana, subject: "Later" }), own));
      domains.comeBack();
      aheadMs += 3_600_000;
      await desk.app.domains.mailbox.look();

      expect(waiting).toMatchObject({ state: "waiting" });
      expect(await newest()).toMatchObject({ id: waiting.id, state: "done", isProven: true });
    });
  },
);

function numberIn({ text }: ReceivedMail): string {
  return /(?:ticket|chamado) (\d+)/i.exec(text)?.[1] ?? "";
}
