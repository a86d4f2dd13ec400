import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createCheckAnswer } from "../../../app/language-model/check/index.js";
import { createToSource } from "../../../app/language-model/to-source.js";
import type { Locale } from "../../../contract/index.js";
import { createFillers, createLanguageDetector, createStemmer } from "../../../nlp/index.js";

interface Pairs {
  readonly language: Locale;
  readonly article: string;
  /** Say what the article says, in its words or in others. */
  readonly carried: readonly string[];
  /** The same with a number, a name, an address, a unit or a "not" changed. */
  readonly altered: readonly string[];
}

const articles = resolve(__dirname, "../../../config/demo/articles");
const stemmer = createStemmer();
const isFiller = createFillers(stemmer);
const check = createCheckAnswer({ stemmer, isFiller, detectLanguage: createLanguageDetector() });
const toSource = createToSource({ stemmer, isFiller });

/** `pairs` was there while the check was made; `held-out` was written afterwards, from other articles. */
describe.each([
  { name: "pairs", least: 0.9 },
  { name: "held-out", least: 0.85 },
])("the check of what a language model wrote, on $name", ({ name, least }) => {
  const pairs = JSON.parse(readFileSync(join(__dirname, "gold", `${name}.json`), "utf8")) as Pairs[];
  const judged = pairs.flatMap(({ language, article, carried, altered }) => {
    const [, title = "", body = ""] =
      /title: (.*)\n[\s\S]*?\n---\n([\s\S]*)$/.exec(readFileSync(join(articles, article), "utf8")) ?? [];
    const source = toSource({ id: "x", title, body }, { number: 1, question: title, locale: language });
    const judge = (sentence: string, isTrue: boolean) => {
      const checked = check(`${sentence.replace(/\.$/, "")} [1].`, { sources: [source], locale: language });
      return { language, sentence, isTrue, checked };
    };
    return [...carried.map((one) => judge(one, true)), ...altered.map((one) => judge(one, false))];
  });

  it("refuses every sentence with a number, a name, an address, a unit or a not that the article has otherwise (S44)", () => {
    const passed = judged.filter(({ isTrue, checked }) => !isTrue && checked.isCarried);

    expect(passed.map(({ sentence }) => sentence)).toEqual([]);
    expect(judged.filter(({ isTrue }) => !isTrue).length).toBeGreaterThanOrEqual(40);
  });

  it.each(["en", "es", "pt"] as const)("lets pass nearly every true sentence in %s", (language) => {
    const told = judged.filter((one) => one.isTrue && one.language === language);
    const refused = told.filter(({ checked }) => !checked.isCarried);

    expect(told.length).toBeGreaterThanOrEqual(10);
    expect(refused.slice(Math.floor(told.length * (1 - least))).map((one) => JSON.stringify(one))).toEqual(
      [],
    );
  });
});
