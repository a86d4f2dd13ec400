import type {
  Confusion,
  GoldRun,
  GoldSentence,
  QuestionGroup,
  Suggestion,
  TaughtExample,
  ThresholdTrial,
  Tried,
  UnderstandingState,
} from "../../../contract/index.js";
import { type RunningDesk, startDesk } from "../../support/desk.js";
import { type DeskClient, Talk } from "../../support/desk-client.js";
import { newSchema, type TestSchema } from "../../support/postgres.js";
import { engines } from "../../support/stores.js";

const path = "/api/v1/understanding";
const resetPassword = "Reset a password";

describe.each(engines)("what the assistant learns, on %s", (engine) => {
  let schema: TestSchema | undefined;
  let desk: RunningDesk;
  let admin: DeskClient;
  let ana: DeskClient;
  let rui: DeskClient;
  beforeAll(async () => {
    schema = engine === "postgres" ? await newSchema() : undefined;
    desk = await startDesk(schema ? { DATABASE_URL: schema.url, DATABASE_SCHEMA: schema.name } : {});
    [admin, ana, rui] = await Promise.all([desk.connect("admin"), desk.connect("ana"), desk.connect("rui")]);
  });
  afterAll(async () => {
    await desk.stop();
    await schema?.drop();
  });

  const read = async <T>(of: string): Promise<T> => (await admin.rest("GET", `${path}${of}`)).body as T;
  const questions = async (q: string) =>
    (await read<{ items: QuestionGroup[] }>(`/questions?q=${encodeURIComponent(q)}`)).items;
  const targetOf = async (title: string) => {
    const { activities } = await read<UnderstandingState>("?locale=en");
    return activities.find((one) => one.title === title)?.target ?? "";
  };

  it("flow-ai/platform#17, azure-docs#11369: groups unanswered questions by likeness, says how often and in which language, and drops what is dismissed (S2-32)", async () => {
    const talk = await Talk.begin(ana);
    await talk.say("my flux capacitor hums in B flat");
    await (await Talk.begin(rui)).say("flux capacitor hums");
    await (await Talk.begin(rui, "es")).say("zarzaparrilla bermeja trashumante");

    const [group, ...others] = await questions("flux");
    expect(others).toEqual([]);
    expect(group).toMatchObject({ count: 2, refused: 0, languages: [{ language: "en", count: 2 }] });
    const lines = await read<{ items: { text: string }[] }>(`/talks/${talk.id}`);
    expect(lines.items.map(({ text }) => text)).toContain("my flux capacitor hums in B flat");
    expect((await questions("zarzaparrilla"))[0]?.languages).toEqual([{ language: "es", count: 1 }]);

    const { messageIds } = group ?? { messageIds: [] };
    expect((await admin.rest("POST", `${path}/questions/dismiss`, { messageIds })).status).toBe(204);
    expect(await questions("flux")).toEqual([]);
    await (await Talk.begin(ana)).say("the flux capacitor hums");
    expect((await questions("flux"))[0]?.count).toBe(1);
  });

  it("counts a question whose findings were all refused, pressed or typed", async () => {
    const talk = await Talk.begin(ana);
    await talk.say("how do i unlock my account?");
    await talk.say("None of these");

    expect(await questions("unlock my account")).toMatchObject([{ count: 1, refused: 1 }]);
    expect(await questions("None of these")).toEqual([]);
  });

  it("makes a question an example, learns it at once, tells it in the record of changes, and forgets it", async () => {
    await (await Talk.begin(ana)).say("qwertzuiop blanketyblank");
    const [group] = await questions("qwertzuiop");
    const form = {
      ...{ intent: await targetOf(resetPassword), language: "en", text: "qwertzuiop blanketyblank" },
      messageIds: group?.messageIds,
    };

    const taught = await admin.rest("POST", `${path}/examples`, form);
    const state = (await admin.rest("POST", `${path}/train`, {})).body as UnderstandingState;
    const tried = (await admin.rest("POST", `${path}/try`, { text: form.text, language: "en" }))
      .body as Tried;

    expect(taught.status).toBe(201);
    expect(await questions("qwertzuiop")).toEqual([]);
    expect(state.runs[0]?.model).toBe(state.training.model);
    expect(tried.intents[0]).toMatchObject({ title: resetPassword, example: form.text });
    const again = await admin.rest("POST", `${path}/examples`, form);
    expect(again).toMatchObject({ status: 409, body: { error: { code: "understanding/known" } } });
    const wrong = await admin.rest("POST", `${path}/examples`, {
      ...form,
      text: "x y",
      intent: "no-such-intent",
    });
    expect(wrong).toMatchObject({ status: 422, body: { error: { code: "understanding/refused" } } });

    const { id } = taught.body as { id: string };
    expect((await admin.rest("DELETE", `${path}/examples/${id}`)).status).toBe(204);
    expect((await read<{ items: TaughtExample[] }>("/examples")).items).toEqual([]);
    const changes = (await admin.rest("GET", `/api/v1/changes?objectId=${id}`)).body;
    expect(changes).toMatchObject({ items: [{ action: "deleted" }, { action: "created", name: form.text }] });
    await admin.rest("POST", `${path}/train`, {});
    expect((await read<UnderstandingState>("")).training.model).not.toBe(state.training.model);
  });

  it("suggests what people chose, shows what was mixed up, and learns only what an admin accepts", async () => {
    const talk = await Talk.begin(rui);
    const reply = await talk.say("wifi for me and for visitors");
    const found = (reply.actions ?? []).filter(({ value }) => value.kind === "open-article");
    const chosen = found.at(-1);
    if (chosen === undefined) throw new Error("nothing was shown");
    await talk.say(chosen.title, chosen.value);

    const { items } = await read<{ items: Suggestion[] }>("/suggestions?locale=en");
    const suggestion = items.find(({ text }) => text === "wifi for me and for visitors");
    expect(suggestion).toMatchObject({ count: 1, chosen: { title: chosen.title } });
    if (suggestion?.best?.target !== suggestion?.chosen.target) {
      const { items: pairs } = await read<{ items: Confusion[] }>("/confusions?locale=en");
      expect(pairs.some(({ meant }) => meant.title === chosen.title)).toBe(true);
    }
    const judged = await admin.rest("POST", `${path}/suggestions/judge`, {
      ...{ verdict: "accepted", text: suggestion?.text, language: "en" },
      ...{ target: suggestion?.chosen.target, messageIds: suggestion?.messageIds },
    });

    expect(judged.status).toBe(204);
    expect((await read<{ items: Suggestion[] }>("/suggestions")).items).not.toContainEqual(suggestion);
    const tried = (await admin.rest("POST", `${path}/try`, { text: suggestion?.text, language: "en" }))
      .body as Tried;
    expect(tried.articles[0]).toMatchObject({ title: chosen.title, boost: "first" });
    const { boosts } = await read<{ boosts: { id: string }[] }>("/search-words");
    expect((await admin.rest("DELETE", `${path}/boosts/${boosts[0]?.id}`)).status).toBe(204);
  });

  it("tells which past questions another accuracy threshold would have sent elsewhere (S2-X4)", async () => {
    await (await Talk.begin(ana)).say("how do i reset my password?");

    const strict = await read<ThresholdTrial>("/what-if?minimum=100");
    const present = strict.before;

    expect(strict.considered).toBe(present.answered + present.askedBack + present.fallback);
    expect(present.answered).toBeGreaterThan(0);
    expect(strict.after.fallback).toBeGreaterThan(present.fallback);
    expect(strict.changedCount).toBe(strict.changed.length);
    expect(strict.changed).toContainEqual(
      expect.objectContaining({ text: "how do i reset my password?", from: "answered" }),
    );
    expect((await admin.rest("GET", `${path}/what-if?minimum=101`)).status).toBe(400);
  });

  it("keeps a gold set: adds, imports and exports sentences, measures them, and remembers the score", async () => {
    const expected = await targetOf(resetPassword);
    const added = await admin.rest("POST", `${path}/gold`, {
      language: "en",
      text: "pls reset my pw",
      expected: [expected],
    });
    const csv = `language,text,expected\r\nen,lost my password again,${resetPassword}\r\nen,what is this,No such thing\r\nen,pls reset my pw,greet\r\n`;
    const imported = await admin.rest("POST", `${path}/gold/import`, { format: "csv", content: csv });

    expect(added.status).toBe(201);
    expect(imported.body).toEqual({
      ...{ created: 1, updated: 1 },
      refused: [{ at: 3, reason: "There is no activity, article or intent “No such thing”." }],
    });
    const measured = (await admin.rest("POST", `${path}/gold/runs`, {})).body as { items: GoldRun[] };
    const { items } = await read<{ items: GoldSentence[] }>("/gold?locale=en");
    const wrong = items.find(({ text }) => text === "pls reset my pw");
    expect(measured.items[0]?.total).toBe(items.length);
    expect(measured.items[0]?.correct).toBeGreaterThan(items.length * 0.7);
    expect(wrong?.missed).toBeDefined();
    const { items: pairs } = await read<{ items: Confusion[] }>("/confusions?locale=en");
    expect(pairs).toContainEqual(expect.objectContaining({ source: "gold", examples: ["pls reset my pw"] }));

    const exported = await fetch(`${desk.url}${path}/export?what=gold&format=csv`, {
      headers: { authorization: `Bearer ${admin.token}` },
    });
    const content = await exported.text();
    const back = await admin.rest("POST", `${path}/gold/import`, { format: "csv", content });
    expect(back.body).toEqual({ created: 0, updated: 0, refused: [] });
  });

  it("measures the gold set once for each model, however often and on however many nodes it is asked", async () => {
    const { signal } = new AbortController();
    await admin.rest("POST", `${path}/gold`, {
      language: "en",
      text: "gold once",
      expected: ["out-of-scope"],
    });
    const runs = async () => (await read<{ items: GoldRun[] }>("/gold/runs")).items.length;
    await desk.app.domains.learning.meter.look(signal);
    const before = await runs();

    await Promise.all([1, 2, 3].map(() => desk.app.domains.learning.meter.look(signal)));

    expect(await runs()).toBe(before);
  });

  it("measures the gold set after every training, under the hash of the model that was trained", async () => {
    const { signal } = new AbortController();
    const models: string[] = [];
    for (const text of ["gold after one", "gold after two"]) {
      await admin.rest("POST", `${path}/examples`, { intent: "greet", language: "en", text });
      const state = (await admin.rest("POST", `${path}/train`, {})).body as UnderstandingState;
      models.push(state.training.model);
      await desk.app.domains.learning.meter.look(signal);
    }

    const runs = (await read<{ items: GoldRun[] }>("/gold/runs")).items;
    expect(new Set(models).size).toBe(2);
    for (const model of models) expect(runs.filter((run) => run.model === model)).toHaveLength(1);
    const kept = (await read<UnderstandingState>("")).gold;
    expect(kept).toMatchObject({ model: models[1], byLanguage: expect.any(Array) });
  });

  it("takes admins' synonyms for one another when it recognizes, too, and not once they are removed", async () => {
    const text = "gizmotron is out of order again";
    const heard = async () =>
      ((await admin.rest("POST", `${path}/try`, { text, language: "en" })).body as Tried).intents[0];
    const before = await heard();

    const words = ["gizmotron", "vpn"];
    const { id } = (await admin.rest("POST", `${path}/synonyms`, { language: "en", words })).body as {
      id: string;
    };
    const after = await heard();
    const reply = await (await Talk.begin(ana)).say(text);
    await admin.rest("DELETE", `${path}/synonyms/${id}`);

    expect(before?.title).not.toBe("VPN does not connect");
    expect(after?.title).toBe("VPN does not connect");
    expect(after?.score).toBeGreaterThan(before?.score ?? 0);
    expect(reply.actions?.map(({ title }) => title)).toContain("VPN does not connect");
    expect(await heard()).toEqual(before);
  });

  it("exports every list as JSON and as CSV", async () => {
    const lists = [
      "questions",
      "suggestions",
      "confusions",
      "examples",
      "gold",
      "gold-runs",
      "training-runs",
      "what-if",
      "synonyms",
      "boosts",
    ];
    const answers = await Promise.all(
      lists.flatMap((what) =>
        ["json", "csv"].map((format) =>
          fetch(`${desk.url}${path}/export?what=${what}&format=${format}`, {
            headers: { authorization: `Bearer ${admin.token}` },
          }),
        ),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  it("is closed to everybody but admins", async () => {
    const bruno = await desk.connect("bruno");
    const answers = await Promise.all(
      ["", "/questions", "/gold", "/search-words", "/export?what=questions"].map((of) =>
        bruno.rest("GET", path + of),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
  });
});
