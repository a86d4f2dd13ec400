import { createSearch } from "../../../knowledge/index.js";
import { createStemmer } from "../../../nlp/index.js";

const everybody = () => true;
const rest = { visibility: "public", state: "published", groupIds: [], language: "en" } as const;
/** What a stemmer cuts into words within some twenty milliseconds, were all of them new to it. */
const mostAtOnce = 16_384;

describe("adding an article gently (issue 6)", () => {
  it("pauses within a long article: no stretch of it is longer than 16,384 characters", async () => {
    const stemmer = createStemmer();
    const lengths: number[] = [];
    const search = createSearch({
      tokenize: (text, language) => {
        lengths.push(text.length);
        return stemmer.stems(text, language);
      },
    });
    const line = (at: number) => `${at.toString(36)}zqx wvk${(at * 7919).toString(36)} never seen before`;
    const body = Array.from({ length: 6000 }, (_, at) => line(at)).join("\n");
    search.add({ ...rest, id: "log", title: "Log", body: "short" });
    let pauses = 0;

    await search.addGently({ ...rest, id: "log", title: "Log", body }, async () => {
      pauses += 1;
      expect(search.search("short", { language: "en", permits: everybody })).toHaveLength(1);
    });

    expect(Math.max(...lengths)).toBeLessThanOrEqual(mostAtOnce);
    expect(pauses).toBeGreaterThanOrEqual(Math.floor(body.length / mostAtOnce));
    const found = (query: string) => search.search(query, { language: "en", permits: everybody });
    expect(found("short")).toEqual([]);
    expect(found(`wvk${(5999 * 7919).toString(36)}`)).toHaveLength(1);
  });

  it("finds the same as an article that was added at once, cut wherever it must be", async () => {
    const stemmer = createStemmer();
    const parts = { tokenize: stemmer.stems };
    const bodies = [
      "a".repeat(100_000),
      "printer ".repeat(9000),
      `${"x".repeat(20_000)} printer\n`.repeat(3),
    ];
    for (const body of bodies) {
      const [gently, atOnce] = [createSearch(parts), createSearch(parts)];
      const article = { ...rest, id: "one", title: "Printer", body };
      await gently.addGently(article, async () => undefined);
      atOnce.add(article);

      const ask = (search: typeof gently) =>
        search.search("printer", { language: "en", permits: everybody }).map(({ score }) => score);
      expect(ask(gently)).toEqual(ask(atOnce));
      expect(ask(gently)).toHaveLength(1);
    }
  });
});
