import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createLanguageDetector, createRecognizer } from "../../nlp/index.js";
import { badTexts } from "../support/bad-texts.js";
import { leastProcessorMs } from "../support/slowness.js";
import { deskExamples } from "./sentences.js";

const maxProcessorMs = 50;

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

describe("bad input", () => {
  const recognizer = createRecognizer();
  const detect = createLanguageDetector();
  beforeAll(async () => {
    await recognizer.train(deskExamples());
    recognizer.recognize("warm up", { language: "en" });
  });

  it.each(Object.entries(badTexts))("answers %s within 50 ms of processor time", (_, text) => {
    const answer = () => recognizer.recognize(text, { language: detect(text, { prior: "en" }).language });

    expect(answer().candidates.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
    expect(leastProcessorMs(answer)).toBeLessThan(maxProcessorMs);
  });

  it("remembers no more words than it may, whatever it hears", () => {
    const hear = (from: number) => {
      for (let at = from; at < from + 30_000; at += 1) {
        recognizer.recognize(`zq${at.toString(36)}x wv${at.toString(36)}y printer`, { language: "en" });
      }
      collectGarbage();
      return process.memoryUsage().heapUsed / 2 ** 20;
    };
    // The words that may be remembered have been heard by then.
    const full = hear(0);

    const after = hear(1_000_000);

    expect(after - full).toBeLessThan(6);
  });

  it("has no candidates for text without a word", () => {
    expect(recognizer.recognize("?!… 😡", { language: "pt" })).toMatchObject({
      candidates: [],
      outOfScope: 1,
    });
  });
});
