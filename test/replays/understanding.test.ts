import { createRecognizer, type Example, type Recognizer } from "../../nlp/index.js";
import { deskExamples } from "../nlp/sentences.js";

const deploying = [
  "How to publish this App?",
  "How to deploy this app",
  "setting up this app",
  "setup app",
  "how to use this application",
  "how to run this app?",
];
const deleting = [
  "Delete last message by Ana",
  "Delete last five messages by Rui",
  "Delete last message in general",
  "Delete last message from Ana in general",
  "Delete last ten messages from Rui in general",
];
/** The example of nlp.js's own page. */
const readme = {
  "greetings.bye": ["goodbye for now", "bye bye take care", "okay see you later", "bye for now", "i must go"],
  "greetings.hello": ["hello", "hi", "howdy"],
};
/** Where “how” stands in its corpus, which answered to that one word. */
const asking = {
  "greetings.howareyou": ["how is your day", "how is your day going", "how are you", "how are you doing"],
  "agent.age": ["how old is your platform", "how old are you"],
  "agent.boring": ["how boring you are"],
  "agent.clever": ["how smart you are"],
  "user.excited": ["how excited I am"],
};
const garbage = "This thing I am saying is garbage and you should not be able to interpret it at all";

/** What users of nlp.js reported about scores that say nothing, with their own sentences where they gave them. */
describe("the recognizer", () => {
  let desk: Recognizer;
  beforeAll(async () => {
    desk = await taught([...named("app.deploy", deploying), ...named("message.delete", deleting)]);
  });

  const named = (intent: string, texts: readonly string[]): Example[] =>
    texts.map((text) => ({ intent, language: "en", text }));
  async function taught(more: readonly Example[]): Promise<Recognizer> {
    const recognizer = createRecognizer();
    await recognizer.train([...deskExamples(), ...more]);
    return recognizer;
  }
  const all = (intents: Readonly<Record<string, readonly string[]>>) =>
    Object.entries(intents).flatMap(([intent, texts]) => named(intent, texts));
  const best = (text: string, of = desk) => of.recognize(text, { language: "en" }).candidates[0];
  const isSureOf = (intent: string, text: string) => {
    const found = best(text);
    return found?.intent === intent && found.score >= desk.threshold;
  };

  it("nlp.js#1153: is not sure of an intent for a sentence that shares a word with it", () => {
    for (const text of ["deploying the test server", "published the books"]) {
      expect([text, isSureOf("app.deploy", text)]).toEqual([text, false]);
      expect(best(text)?.score).toBeLessThan(1);
    }
    for (const text of deploying) expect([text, isSureOf("app.deploy", text)]).toEqual([text, true]);
  });

  it("nlp.js#1285: does not take every sentence with one of its words for an intent, and says from which score on it does", () => {
    const others = [
      "what does this message mean",
      "the message of the day was funny",
      "I got a strange message from my bank",
    ];

    for (const text of others) expect([text, isSureOf("message.delete", text)]).toEqual([text, false]);
    expect(isSureOf("message.delete", "Delete last message by Carla")).toBe(true);
    expect(desk.threshold).toBeGreaterThan(0);
    expect(desk.threshold).toBeLessThan(1);
  });

  it("nlp.js#954: keeps a part for “none of these”, greater where nothing fits, and is sure of nothing it was taught there", () => {
    const known = desk.recognize("reset my password", { language: "en" });
    for (const text of [garbage, "purple elephants seldom dance upon the quiet moon"]) {
      const { candidates, outOfScope } = desk.recognize(text, { language: "en" });
      const sure = candidates.filter(({ score }) => score >= desk.threshold).map(({ intent }) => intent);

      expect(outOfScope).toBeGreaterThan(10 * known.outOfScope);
      // Words like these are heard as anger, and a person is offered for it.
      expect(sure.filter((intent) => intent !== "frustration")).toEqual([]);
    }
    expect(known.candidates[0]?.score).toBeGreaterThan(desk.threshold);
  });

  it("nlp.js#312: gives all candidates with scores between nothing and certainty, also where it is unsure", () => {
    const { candidates } = desk.recognize("app password message", { language: "en" });

    expect(candidates.length).toBeGreaterThan(1);
    for (const { score } of candidates) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThan(1);
    }
    expect(new Set(candidates.map(({ score }) => score)).size).toBeGreaterThan(2);
  });

  it.each([
    ["en", "I want to buy a car", "I am hungry"],
    ["es", "yo quiero comprar un coche", "yo tengo hambre"],
    ["pt", "eu quero comprar um carro", "eu tenho fome"],
  ] as const)(
    "nlp.js#98: taught one sentence alone, it knows that sentence and not another that begins like it: %s",
    async (language, taught, other) => {
      const lonely = createRecognizer();
      await lonely.train([{ intent: "buy", language, text: taught }]);
      const scoreOf = (text: string) => lonely.recognize(text, { language }).candidates[0]?.score ?? 0;

      expect(scoreOf(taught)).toBeGreaterThanOrEqual(lonely.threshold);
      expect(scoreOf(other)).toBeLessThan(lonely.threshold);
    },
  );

  it("nlp.js#158: the word “how” alone is no question it knows; where four of five sentences begin with it, it is still far from certain", async () => {
    const taughtToo = await taught(all(asking));
    const scores = ({ candidates }: ReturnType<Recognizer["recognize"]>) =>
      candidates.map(({ score }) => score);

    const shipped = scores(desk.recognize("how", { language: "en" }));
    const asked = scores(taughtToo.recognize("how", { language: "en" }));

    expect(Math.max(...shipped)).toBeLessThan(desk.threshold);
    expect(Math.max(...asked)).toBeLessThan(0.5);
    const whole = best("how are you doing", taughtToo);
    expect(whole?.intent).toBe("greetings.howareyou");
    expect(whole?.score).toBeGreaterThan(taughtToo.threshold);
  });

  it("nlp.js#1359: for the example of its own page it finds the intent, and is not certain of it", async () => {
    const recognizer = createRecognizer();
    await recognizer.train(all(readme));

    const { candidates, outOfScope } = recognizer.recognize("I should go now", { language: "en" });

    expect(candidates[0]?.intent).toBe("greetings.bye");
    expect(candidates[0]?.score).toBeLessThan(1);
    expect(candidates[0]?.score).toBeGreaterThan(candidates[1]?.score ?? 0);
    expect(outOfScope).toBeGreaterThan(0);
    expect(best("i must go", recognizer)?.score).toBeGreaterThan(candidates[0]?.score ?? 1);
  });
});
