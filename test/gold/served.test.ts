import { deskExamples } from "../../app/training.js";
import { toExamples } from "../../app/understanding.js";
import { demoGold } from "../../config/demo/gold.js";
import { type DemoActivity, demoDesk } from "../../config/demo/index.js";
import { type Locale, locales, type Principal } from "../../contract/index.js";
import { toWords } from "../../nlp/index.js";
import { type RunningDesk, startDesk } from "../support/desk.js";
import { type GoldSentence, goldSentences } from "./sentences.js";
import { type Served, serve } from "./serve.js";

const anaId = "01999d00-0000-7000-8000-000000000101";
const firstShown = 3;
const activities = demoDesk.catalogs.flatMap(({ services }) => services.flatMap((one) => one.activities));
/** What a conversational intent must lead to. */
const outcomes: Readonly<Record<string, Served["outcome"]>> = {
  "talk-to-attendant": "handed-over",
  "resume-attendance": "resumed",
  "new-ticket": "form",
};

const wordsOf = (text: string) => toWords(text).join(" ");
const toExamplesOf = ({ id, name, samples }: DemoActivity) => toExamples({ id, names: name, samples });

function isRight({ expect: wanted }: GoldSentence, served: Served): boolean {
  if (wanted.outOfScope) return served.outcome !== "answered";
  if (wanted.intent !== undefined) {
    const outcome = outcomes[wanted.intent];
    return outcome === undefined ? served.bestIntent === wanted.intent : served.outcome === outcome;
  }
  const activity = activities.find(({ name }) => name.en === wanted.activity)?.name[served.language];
  const right = new Set([activity, ...(wanted.articles ?? [])]);
  return served.shown.slice(0, firstShown).some((title) => right.has(title));
}

describe("the gold set of the demo desk", () => {
  let desk: RunningDesk;
  let ana: Principal;
  beforeAll(async () => {
    desk = await startDesk();
    const person = await desk.app.domains.personOf(anaId);
    if (person === undefined) throw new Error("the demo desk has no Ana");
    ana = person;
  });
  afterAll(() => desk.stop());

  async function measure(language: Locale) {
    const judged: { sentence: GoldSentence; served: Served; right: boolean }[] = [];
    for (const sentence of goldSentences("test", language)) {
      const served = await serve(desk.app.domains.desk, ana, sentence.text, language);
      judged.push({ sentence, served, right: isRight(sentence, served) });
    }
    const inScope = judged.filter(({ sentence }) => !sentence.expect.outOfScope);
    const outOfScope = judged.filter(({ sentence }) => sentence.expect.outOfScope);
    const share = (some: typeof judged, all: typeof judged) => some.length / all.length;
    return {
      right: share(
        inScope.filter(({ right }) => right),
        inScope,
      ),
      notAnswered: share(
        outOfScope.filter(({ right }) => right),
        outOfScope,
      ),
      fellBack: share(
        outOfScope.filter(({ served }) => served.outcome === "fallback"),
        outOfScope,
      ),
    };
  }

  it.each([
    ["en", 0.94, 0.93, 0.75],
    ["es", 0.91, 0.88, 0.7],
    ["pt", 0.91, 0.92, 0.65],
  ] as const)(
    "in %s: the right answer is among the first three shown, and what is nobody's business is not answered",
    async (language, right, notAnswered, fellBack) => {
      const measured = await measure(language);

      expect(measured.right).toBeGreaterThanOrEqual(right);
      expect(measured.notAnswered).toBeGreaterThanOrEqual(notAnswered);
      expect(measured.fellBack).toBeGreaterThanOrEqual(fellBack);
    },
  );

  it.each(locales)(
    "in %s: has at least 200 sentences, a quarter of each part out of scope, none of them in both parts or twice",
    (language) => {
      const parts = [goldSentences("dev", language), goldSentences("test", language)];
      const all = parts.flat();

      expect(all.length).toBeGreaterThanOrEqual(200);
      for (const part of parts) {
        const outside = part.filter((one) => one.expect.outOfScope);
        expect(outside.length / part.length).toBeGreaterThanOrEqual(0.25);
      }
      expect(new Set(all.map(({ text }) => wordsOf(text))).size).toBe(all.length);
    },
  );

  it("has at least 600 sentences", () => {
    const all = locales.flatMap((language) => [
      ...goldSentences("dev", language),
      ...goldSentences("test", language),
    ]);

    expect(all.length).toBeGreaterThanOrEqual(600);
  });

  it("trains with none of the sentences it is measured with, whatever their accents and signs", () => {
    const own = activities.flatMap(toExamplesOf);
    const taught = new Set(deskExamples(own).map(({ text }) => wordsOf(text)));
    const said = locales.flatMap((language) => goldSentences("test", language));

    expect(taught.size).toBeGreaterThan(1000);
    expect(said.map(({ text }) => text).filter((text) => taught.has(wordsOf(text)))).toEqual([]);
  });

  it("shows admins in the demo desk none of the sentences that are only measured", () => {
    const said = new Set(
      locales.flatMap((language) => goldSentences("test", language)).map(({ text }) => wordsOf(text)),
    );

    expect(demoGold.map(({ text }) => text).filter((text) => said.has(wordsOf(text)))).toEqual([]);
  });
});
