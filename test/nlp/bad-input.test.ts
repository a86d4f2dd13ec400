import { createLanguageDetector, createRecognizer } from "../../nlp/index.js";
import { leastProcessorMs } from "../support/slowness.js";
import { deskExamples } from "./sentences.js";

const maxProcessorMs = 50;
const nasty = [
  "a".repeat(65_536),
  "é".repeat(65_536),
  "ab ".repeat(30_000),
  "a@".repeat(30_000),
  "1".repeat(65_536),
  "1-".repeat(30_000),
  "ticket ".repeat(9000),
  "(a+)+$".repeat(5000),
  "\u0301".repeat(60_000),
  "👩‍👩‍👧‍👦".repeat(5000),
  "\ud800 \udfff \u0000 \u202e",
  "__proto__ constructor hasOwnProperty toString",
  "<script>alert(1)</script>",
  "'; DROP TABLE message; --",
  "../../../../etc/passwd",
  "{{7*7}} %s %n #{7*7}",
  "Ω≈ç√∫˜µ≤≥÷ 田中さん مرحبا שלום",
  "\n\t \r",
  "",
];

describe("bad input", () => {
  const recognizer = createRecognizer();
  const detect = createLanguageDetector();
  beforeAll(async () => {
    await recognizer.train(deskExamples());
    recognizer.recognize("warm up", { language: "en" });
  });

  it.each(nasty.map((text) => [JSON.stringify(text.slice(0, 24)), text]))(
    "is answered within 50 ms of processor time: %s",
    (_, text) => {
      const answer = () => recognizer.recognize(text, { language: detect(text, { prior: "en" }).language });

      expect(answer().candidates.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
      expect(leastProcessorMs(answer)).toBeLessThan(maxProcessorMs);
    },
  );

  it("has no candidates for text without a word", () => {
    expect(recognizer.recognize("?!… 😡", { language: "pt" })).toMatchObject({
      candidates: [],
      outOfScope: 1,
    });
  });
});
