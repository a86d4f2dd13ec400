import { createRecognizer, type ModelCache, modelHash, type Recognizer } from "../../nlp/index.js";
import { inScope, offTopic } from "./held-out.js";
import { deskExamples } from "./sentences.js";

const recognizer = createRecognizer();
const fewExamples = deskExamples().filter(({ intent }) => intent.startsWith("activity:"));
beforeAll(() => recognizer.train(deskExamples()));

function best(of: Recognizer, text: string, language: "en" | "es" | "pt") {
  return of.recognize(text, { language }).candidates[0];
}

describe("recognize", () => {
  it("names the right intent of at least nine in ten sentences it has never seen, rude and misspelled ones among them", () => {
    const wrong = inScope.filter(
      ([language, intent, text]) => best(recognizer, text, language)?.intent !== intent,
    );

    expect(wrong.map(([, intent, text]) => `${intent}: ${text}`).slice(0, 6)).toHaveLength(wrong.length);
    expect(wrong.length).toBeLessThanOrEqual(inScope.length / 10);
  });

  it("is sure enough of most of what is in scope, and of little that is not", () => {
    const understood = inScope.filter(
      ([language, , text]) => (best(recognizer, text, language)?.score ?? 0) >= recognizer.threshold,
    );
    const refused = offTopic.filter(
      ([language, text]) => (best(recognizer, text, language)?.score ?? 0) < recognizer.threshold,
    );

    expect(understood.length / inScope.length).toBeGreaterThanOrEqual(0.85);
    expect(refused.length / offTopic.length).toBeGreaterThanOrEqual(0.75);
  });

  it("gives at most five candidates, best first, whose scores and the rest add up to no more than one", () => {
    const { candidates, outOfScope } = recognizer.recognize("quiero hablar con alguien", { language: "es" });
    const scores = candidates.map(({ score }) => score);

    expect(candidates).toHaveLength(5);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores.reduce((sum, score) => sum + score, outOfScope)).toBeLessThanOrEqual(1.000001);
  });

  it("says why: the nearest example and the words that spoke for the intent", () => {
    const why = best(recognizer, "please reset my password", "en")?.why;

    expect(why?.example).toBe("reset my password");
    expect(why?.words).toContain("password");
  });

  it.each([
    ["en", "i cant get my password accepted since this morning!!", "activity:reset-password"],
    ["es", "la inpresora no anda dezde ayer", "activity:printer"],
    ["pt", "a impresora parou de funcionar desde hoje de manha", "activity:printer"],
  ] as const)(
    "hears what it is about, not since when, and words as they sound: %s “%s”",
    (language, text, intent) => {
      expect(best(recognizer, text, language)?.intent).toBe(intent);
    },
  );

  it("takes a greeting with a strange matter for neither", () => {
    expect(best(recognizer, "translate good night into french", "en")?.score).toBeLessThan(0.5);
  });

  it("understands a text in another language than the one it was told", () => {
    expect(best(recognizer, "quiero hablar con una persona", "en")?.intent).toBe("talk-to-attendant");
  });

  it("lifts entities from the sentence", () => {
    expect(recognizer.recognize("status of ticket 1042", { language: "en" }).entities.ticketNumber).toBe(
      "1042",
    );
  });
});

describe("train", () => {
  it("gives the same answers for the same examples in any order", async () => {
    const other = createRecognizer();
    await other.train([...deskExamples()].reverse());

    const texts = inScope.map(([language, , text]) => [text, language] as const);
    const answers = (of: Recognizer) => texts.map(([text, language]) => of.recognize(text, { language }));
    expect(answers(other)).toEqual(answers(recognizer));
    expect(other.threshold).toBe(recognizer.threshold);
  });

  it("takes a model from the cache by the hash of its examples, and answers as before", async () => {
    const kept = new Map<string, Uint8Array>();
    const cache: ModelCache = {
      read: async (hash) => kept.get(hash),
      write: async (hash, bytes) => void kept.set(hash, bytes),
    };
    const first = createRecognizer({ cache });
    const second = createRecognizer({ cache });

    expect(await first.train(fewExamples)).toBe("trained");
    expect(await second.train(fewExamples)).toBe("cached");

    expect([...kept.keys()]).toEqual([modelHash(fewExamples)]);
    const text = "the printer is jammed again";
    expect(second.recognize(text, { language: "en" })).toEqual(first.recognize(text, { language: "en" }));
    expect(second.threshold).toBe(first.threshold);
  });

  it("trains again where the cache holds bytes that are cut or foreign", async () => {
    const whole = recognizer.serialize() ?? new Uint8Array();
    for (const bytes of [new Uint8Array(), new Uint8Array(64).fill(255), whole.slice(0, whole.length - 4)]) {
      const cache: ModelCache = { read: async () => bytes, write: async () => {} };
      expect(await createRecognizer({ cache }).train(fewExamples)).toBe("trained");
    }
  });

  it("loads a model from any place in a larger buffer, as files are read", () => {
    const bytes = recognizer.serialize() ?? new Uint8Array();
    const shared = Buffer.alloc(bytes.length + 3);
    shared.set(bytes, 3);
    const other = createRecognizer();

    expect(other.load(shared.subarray(3))).toBe(true);
    const text = "hablar con un agente";
    expect(other.recognize(text, { language: "es" })).toEqual(recognizer.recognize(text, { language: "es" }));
  });

  it("serves a desk without examples, with one example, and with one intent", async () => {
    const desk = createRecognizer();
    expect(desk.recognize("hello", { language: "en" })).toMatchObject({ candidates: [], outOfScope: 1 });

    await desk.train([]);
    expect(desk.recognize("hello", { language: "en" })).toMatchObject({ candidates: [], outOfScope: 1 });

    await desk.train([{ intent: "greet", language: "en", text: "hello" }]);
    expect(best(desk, "hello", "en")?.intent).toBe("greet");
    expect(best(desk, "how do bees make honey", "en")?.score).toBeLessThan(desk.threshold);
  });

  it("has no candidates once disposed of", async () => {
    const desk = createRecognizer();
    await desk.train([{ intent: "greet", language: "en", text: "hello" }]);
    desk.dispose();

    expect(desk.recognize("hello", { language: "en" }).candidates).toEqual([]);
  });
});
