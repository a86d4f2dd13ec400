import type { Message } from "../../contract/index.js";
import { createLanguageDetector } from "../../nlp/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { Talk } from "../support/desk-client.js";

const anaId = "01999d00-0000-7000-8000-000000000101";
const employeesId = "01999d00-0000-7000-8000-000000000204";

describe("the assistant", () => {
  let desk: RunningDesk;
  beforeAll(async () => {
    desk = await startDesk();
  });
  afterAll(() => desk.stop());

  const begin = async (locale: "en" | "es" | "pt" = "en") => Talk.begin(await desk.connect("ana"), locale);
  const kinds = (message: Message) => message.actions?.map((action) => action.value.kind) ?? [];
  const choice = (message: Message, kind: string) => {
    const action = message.actions?.find((one) => one.value.kind === kind);
    if (action === undefined) throw new Error(`no ${kind} among ${kinds(message).join(", ")}`);
    return action;
  };

  it("says who it is at the start of a talk", async () => {
    const client = await desk.connect("rui");
    const { conversation } = await client.get("conversation:open", { locale: "es" });

    const { messages } = await client.get("conversation:sync", {
      conversationId: conversation.id,
      afterSeq: 0,
    });

    expect(messages[0]).toMatchObject({ seq: 1, sender: { kind: "assistant" } });
    expect(messages[0]?.text).toContain("asistente virtual");
  });

  it.each([
    ["en", "How do I reset my password?"],
    ["es", "¿Cómo cambio mi contraseña?"],
    ["pt", "Como faço para trocar a minha senha?"],
  ] as const)("answers in %s from the articles: %s (S2-31)", async (locale, question) => {
    const talk = await begin(locale);

    const found = await talk.say(question);
    const opened = await talk.say("open", choice(found, "open-article").value);

    expect(opened.attachments?.[0]).toMatchObject({ kind: "article" });
    const [article] = opened.attachments ?? [];
    expect(article?.kind === "article" ? article.body.length : 0).toBeGreaterThan(200);
    expect(kinds(opened)).toEqual(["article-feedback", "article-feedback"]);
  });

  it.each([
    ["en", "how do i unlock my account?"],
    ["es", "¿cómo desbloqueo mi cuenta?"],
    ["pt", "como desbloqueio a minha conta?"],
  ] as const)(
    "marks in %s the sentence of the article that answers: %s (issue 6)",
    async (locale, question) => {
      const talk = await begin(locale);

      const reply = await talk.say(question);

      const { text, marked } = reply;
      const sentence = text.slice(marked?.from, marked?.to);
      const passage = text.slice(text.indexOf("\n\n") + 2);
      expect(marked).toBeDefined();
      expect(passage).toContain(sentence);
      expect(sentence).toMatch(/^[\p{Lu}\p{N}¿¡"“«]/u);
      expect(sentence.length).toBeLessThanOrEqual(passage.length);
      const { messages } = await talk.client.get("conversation:sync", {
        conversationId: talk.id,
        afterSeq: 0,
      });
      expect(messages.find(({ id }) => id === reply.id)?.marked).toEqual(marked);
    },
  );

  it("gives the fallback with both options in that very reply (S2-32)", async () => {
    const talk = await begin();

    const reply = await talk.say("mumpitz klabautermann blorf");

    expect(kinds(reply)).toEqual(expect.arrayContaining(["talk-to-attendant", "resume-attendance"]));
  });

  it("offers both options when an article did not help", async () => {
    const talk = await begin();
    const found = await talk.say("How do I reset my password?");
    const opened = await talk.say("open", choice(found, "open-article").value);
    const [article] = opened.attachments ?? [];
    const articleId = article?.kind === "article" ? article.articleId : "";

    const reply = await talk.say("no", { kind: "article-feedback", articleId, helped: false });

    expect(kinds(reply)).toEqual(expect.arrayContaining(["talk-to-attendant", "resume-attendance"]));
  });

  it.each([
    ["en", "no", "Which one?", "yes please"],
    ["es", "no gracias", "¿Cuál de ellas?", "claro que sí"],
    ["pt", "não", "Qual delas?", "sim por favor"],
  ] as const)(
    "takes a bare yes or no in %s for an answer to what it showed",
    async (locale, no, which, yes) => {
      const wifi = {
        en: "wifi for me and for visitors",
        es: "wifi para mí y para visitas",
        pt: "wifi para mim e para visitantes",
      };
      const talk = await begin(locale);
      const found = await talk.say(wifi[locale]);

      const asked = await talk.say(yes);
      const refused = await talk.say(no);
      const idle = await talk.say(no);

      expect(asked.text).toContain(which);
      expect(asked.actions).toEqual(found.actions);
      expect(kinds(refused)).toEqual(expect.arrayContaining(["talk-to-attendant", "new-ticket"]));
      expect(idle.text).not.toBe(refused.text);
      expect(kinds(idle)).toContain("talk-to-attendant");
    },
  );

  it("hears a typed no after an article as “it did not help”, and a yes as thanks", async () => {
    for (const [said, kind] of [
      ["no", "talk-to-attendant"],
      ["yes", undefined],
    ] as const) {
      const talk = await begin();
      const found = await talk.say("How do I reset my password?");
      await talk.say("open", choice(found, "open-article").value);

      const reply = await talk.say(said);

      expect(kinds(reply)[0]).toBe(kind);
    }
  });

  it("finds an activity by its name and offers a new ticket or to resume (S2-21, S2-22, S2-36)", async () => {
    const talk = await begin();
    const found = await talk.say("New laptop");

    const opened = await talk.say("open", choice(found, "open-activity").value);

    expect(kinds(opened)).toEqual(["new-ticket", "resume-attendance"]);
  });

  it("opens a ticket by asking for what the activity needs, and tells its number (S2-13, S2-14)", async () => {
    const talk = await begin();
    const found = await talk.say("New laptop");
    const activity = choice(found, "open-activity").value;
    const opened = await talk.say("open", activity);

    let reply = await talk.say("new", choice(opened, "new-ticket").value);
    for (let asked = 0; asked < 12 && !kinds(reply).includes("yes"); asked++) {
      const option = reply.actions?.find((one) => one.value.kind === "answer");
      reply = await talk.say(
        option?.title ?? (/date|when|day/i.test(reply.text) ? "tomorrow" : "My laptop is five years old"),
        option?.value,
      );
    }
    const done = await talk.say("yes", choice(reply, "yes").value);

    const number = /\d{4,}/.exec(done.text)?.[0] ?? "";
    const ticket = await talk.client.rest("GET", `/api/v1/tickets/${number}`);
    expect(ticket.body).toMatchObject({ number, requester: { name: "Ana Souza" }, conversationId: talk.id });
  });

  it("throws a half-filled ticket away on the word", async () => {
    const talk = await begin();
    const before = await talk.client.rest("GET", "/api/v1/tickets");
    const asked = await talk.say("I want to open a ticket", { kind: "new-ticket" });
    expect(kinds(asked)).toContain("cancel");

    await talk.say("cancel");

    expect((await talk.client.rest("GET", "/api/v1/tickets")).body).toEqual(before.body);
  });

  it("tells how a ticket is doing, by its number and only the requester's own", async () => {
    const ana = await begin();
    const { number } = await desk.app.domains.tickets.open({
      person: { accountId: anaId, name: "Ana Souza", groupIds: [employeesId] },
      direct: true,
      description: "My screen flickers",
      causeId: "status",
      locale: "en",
    });
    const rui = await Talk.begin(await desk.connect("rui"));

    const own = await ana.say(`ticket ${number}`);
    const foreign = await rui.say(`ticket ${number}`);

    expect(own.text).toMatch(new RegExp(`${number}.*open`));
    expect(foreign.text).not.toMatch(/is open|in progress/);
  });

  it.each([
    ["hello", "en", "pt"],
    ["thanks", "en", "es"],
    ["hola", "es", "en"],
    ["obrigado", "pt", "en"],
  ] as const)("understands “%s” in %s in a talk held in %s", async (text, spoken, held) => {
    const reply = await (await begin(held)).say(text);

    expect(createLanguageDetector()(reply.text).language).toBe(spoken);
    expect(reply.text).not.toMatch(/no answer|no tengo respuesta|não tenho resposta/);
  });

  it.each([
    ["en", "my printr dosnt work", "no answer"],
    ["es", "nesecito instalar la inpresora", "no tengo respuesta"],
    ["pt", "presizo de ajuda com a inpressora", "não tenho resposta"],
  ] as const)("is not thrown off by slips in %s: %s (issue 6)", async (locale, text, none) => {
    const reply = await (await begin(locale)).say(text);

    expect(reply.text).not.toContain(none);
    expect(reply.actions?.length).toBeGreaterThan(0);
  });

  it("changes language in the middle of a talk", async () => {
    const talk = await begin("en");

    const reply = await talk.say("Español", { kind: "set-language", locale: "es" });
    const next = await talk.say("mumpitz blorf");

    expect(reply.text).toContain("español");
    expect(next.actions?.[0]?.title).toBe("Hablar con un agente");
  });

  it("answers each message once, also when many arrive at the same time", async () => {
    const talk = await begin();
    await Promise.all(["hello", "thanks", "mumpitz blorf", "hello"].map((text) => talk.send(text)));

    await desk.app.domains.bot.idle();

    const { messages } = await talk.client.get("conversation:sync", { conversationId: talk.id, afterSeq: 0 });
    const asked = messages.filter((message) => message.sender.kind === "requester");
    const replies = messages.filter((message) => message.clientMessageId?.startsWith("reply:"));
    expect(asked).toHaveLength(4);
    expect(replies.map((reply) => reply.clientMessageId?.split(":")[1])).toEqual(
      asked.map((message) => message.id),
    );
  });

  it("takes up a turn that a killed node left unanswered", async () => {
    const talk = await begin();
    const { db } = desk.app.domains.store;
    const stored = await desk.app.domains.store.db.transaction().execute((trx) =>
      desk.app.domains.conversations.appendIn(
        trx,
        [
          {
            conversationId: talk.id,
            clientMessageId: "orphan",
            sender: { kind: "requester", id: anaId, name: "Ana Souza" },
            text: "hello",
          },
        ],
        Date.now(),
      ),
    );
    expect(stored[0]?.status).toBe("stored");

    await desk.app.domains.bot.sweep();
    await desk.app.domains.bot.idle();

    const row = await db
      .selectFrom("conversation")
      .selectAll()
      .where("id", "=", talk.id)
      .executeTakeFirstOrThrow();
    expect(row.answered_seq).toBe(row.asked_seq);
  });
});
