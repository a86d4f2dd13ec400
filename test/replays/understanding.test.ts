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

  it("nlp.js#954, nlp.js#98: keeps a part for “none of these”, greater where nothing fits, and is sure of nothing it was taught there", () => {
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

  it("nlp.js#1359, nlp.js#158: one lone intent that fits a little is not certain for that", async () => {
    const lonely = createRecognizer();
    await lonely.train(named("app.deploy", deploying));

    const score = best("how do bees make honey", lonely)?.score ?? 0;

    expect(score).toBeLessThan(lonely.threshold);
    expect(best("how to deploy this app", lonely)?.intent).toBe("app.deploy");
  });
});
