import type { LookupFunction } from "node:net";
import { createAskModel, createGuard, createPostJson } from "../../../app/language-model/endpoint/index.js";
import { type ModelServer, openModelServer } from "../../support/model-server.js";

describe("an endpoint that fails", () => {
  const fail = () => Promise.reject(new Error("away"));

  it("is left alone after four times in a row, then asked by one at a time", async () => {
    let at = 0;
    const guard = createGuard(() => at);
    for (let i = 0; i < 4; i++) await expect(guard.run(9, fail)).rejects.toThrow("away");

    expect(await guard.run(9, async () => "asked")).toBe("resting");
    at = 30_001;
    let answer: (text: string) => void = () => undefined;
    const trial = guard.run(9, () => new Promise<string>((resolve) => (answer = resolve)));
    expect(await guard.run(9, async () => "asked")).toBe("resting");
    answer("there again");

    expect(await trial).toBe("there again");
    expect(await guard.run(9, async () => "asked")).toBe("asked");
  });

  it("rests again when that one fails too, and is not held for failing now and then", async () => {
    let at = 0;
    const guard = createGuard(() => at);
    for (let i = 0; i < 4; i++) await expect(guard.run(9, fail)).rejects.toThrow();
    at = 30_001;
    await expect(guard.run(9, fail)).rejects.toThrow();
    expect(guard.isResting()).toBe(true);

    const other = createGuard(() => at);
    for (let i = 0; i < 20; i++) {
      await expect(other.run(9, fail)).rejects.toThrow();
      expect(await other.run(9, async () => "asked")).toBe("asked");
    }
  });
});

describe("the address of an endpoint (attack S20)", () => {
  let model: ModelServer;
  beforeAll(async () => {
    model = await openModelServer();
    model.says("Hello [1].");
  });
  afterAll(() => model.close());
  const messages = [{ role: "user", content: "{}" }] as const;
  const signal = () => AbortSignal.timeout(5000);
  /** A name that its owner points where they like. */
  const pointsTo =
    (address: string): LookupFunction =>
    (_host, options, done) =>
      options.all === true ? done(null, [{ address, family: 4 }]) : done(null, address, 4);

  it.each(["127.0.0.1", "10.1.2.3", "169.254.169.254"])(
    "is not called where its name points to %s, unless the operator has named it",
    async (address) => {
      const port = new URL(model.url).port;
      const place = { endpoint: `http://models.example.com:${port}/v1`, model: "m", key: undefined };
      const guarded = createAskModel(createPostJson({ mayBePrivate: false, lookup: pointsTo(address) }));

      await expect(guarded(place, messages, signal())).rejects.toThrow("private network");

      expect(model.got).toEqual([]);
    },
  );

  it("is called by the operator's wish", async () => {
    const port = new URL(model.url).port;
    const place = { endpoint: `http://models.example.com:${port}/v1/`, model: "m", key: undefined };
    const open = createAskModel(createPostJson({ mayBePrivate: true, lookup: pointsTo("127.0.0.1") }));

    expect(await open(place, messages, signal())).toEqual({
      text: "Hello [1].",
      promptTokens: 900,
      answerTokens: 60,
    });
    expect(model.got[0]?.headers).not.toHaveProperty("authorization");
  });

  it("may think aloud first, and may forget to count", async () => {
    model.behave = (_request, response) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ choices: [{ message: { content: "<think>hm</think>\nHello [1]." } }] }));
    };
    const ask = createAskModel(createPostJson({ mayBePrivate: true }));
    const place = { endpoint: model.url, model: "m", key: undefined };

    expect(await ask(place, messages, signal())).toMatchObject({ text: "Hello [1]." });
  });
});
