import { createSearch, type Search } from "../../../knowledge/index.js";
import { createFillers, createStemmer } from "../../../nlp/index.js";
import { badTexts as bad } from "../../support/bad-texts.js";
import { leastProcessorMs } from "../../support/slowness.js";
import { createDice, pick } from "./dice.js";

const articles = 3000;
const mostMs = 50;
/** For 128 KB of thousands of words never seen; an ordinary article takes a millisecond. */
const mostAddMs = 1000;
const everybody = () => true;

describe("bad input (issue 6)", () => {
  let search: Search;
  beforeAll(() => {
    const stemmer = createStemmer();
    search = createSearch({ tokenize: stemmer.stems, isFiller: createFillers(stemmer) });
    const dice = createDice(5);
    const words = "printer network password account calendar screen meeting room badge laptop".split(" ");
    for (let at = 0; at < articles; at += 1) {
      const say = (most: number) => Array.from({ length: most }, () => pick(dice, words)).join(" ");
      const rest = { visibility: "public", state: "published", groupIds: [], language: "en" } as const;
      search.add({ ...rest, id: `a${at}`, title: `${say(3)} ${at}`, body: `${say(30)} name${at}` });
    }
    for (const query of Object.values(bad)) ask(query);
  });

  const ask = (query: string) => [
    ...search.search(query, { language: "en", permits: everybody }),
    ...search.suggest(query, { language: "en", permits: everybody }),
  ];

  it.each(Object.keys(bad))("answers %s within 50 ms of processor time", (name) => {
    expect(leastProcessorMs(() => ask(bad[name] ?? ""))).toBeLessThan(mostMs);
  });

  it("finds what is asked after all of it", () => {
    expect(ask("name1234").map(({ id }) => id)).toContain("a1234");
  });

  it("takes articles made of it, and forgets them without a trace", () => {
    const before = ask("name77 printer").map(({ id }) => id);
    const rest = { visibility: "public", state: "published", groupIds: [], language: "en" } as const;
    const slow: string[] = [];
    for (const [name, body] of Object.entries(bad)) {
      const tags = [body.slice(0, 60)];
      const article = { ...rest, id: name, title: body.slice(0, 300), body: `${body} ${body}`, tags };
      if (leastProcessorMs(() => search.add(article), 1) > mostAddMs) slow.push(name);
    }
    expect(slow).toEqual([]);
    expect(search.size).toBe(articles + Object.keys(bad).length);
    for (const name of Object.keys(bad)) search.remove(name);

    expect(search.size).toBe(articles);
    expect(ask("name77 printer").map(({ id }) => id)).toEqual(before);
  });
});
