import { createSearch, type IndexedArticle } from "../../../knowledge/index.js";
import { createFillers, createStemmer } from "../../../nlp/index.js";

const article = (id: string, title: string, body: string): IndexedArticle => ({
  ...{ id, title, body, language: "en", visibility: "public", state: "published", groupIds: [] },
});

function createIndex() {
  const stemmer = createStemmer();
  const search = createSearch({
    tokenize: (text, language) => stemmer.stems(text, language),
    isFiller: createFillers(stemmer),
  });
  search.add(article("a", "Book a meeting room", "Choose the room and the time in the calendar."));
  search.add(article("b", "Order a chair", "Chairs come from the store within a week."));
  search.add(article("c", "Order a desk", "Desks come from the store within a week."));
  const find = (query: string) =>
    search.search(query, { language: "en", permits: () => true }).map(({ id, score }) => ({ id, score }));
  return { search, find };
}

describe("words and worths of admins", () => {
  it("take one word for another from the next search on, and no longer once removed", () => {
    const { search, find } = createIndex();
    const before = find("reserve a parlour")[0]?.score ?? 0;

    search.wording.set({ synonyms: [{ language: "en", words: ["parlour", "room"] }], boosts: [] });
    const during = find("reserve a parlour")[0];
    search.wording.set({ synonyms: [], boosts: [] });

    expect(during?.id).toBe("a");
    expect(during?.score).toBeGreaterThan(before + 0.1);
    expect(find("reserve a parlour")[0]?.score ?? 0).toBe(before);
  });

  it("give a text in every reading that the words of a line allow", () => {
    const { wording } = createIndex().search;
    wording.set({
      synonyms: [
        { language: "en", words: ["tunnel", "vpn", "gateway"] },
        { language: "es", words: ["tunel", "vpn"] },
      ],
      boosts: [],
    });

    expect(wording.readings("my Tunnels is down", "en")).toEqual([
      "my tunnel is down",
      "my vpn is down",
      "my gateway is down",
    ]);
    expect(wording.readings("nothing of the kind", "en")).toEqual([]);
    expect(wording.readings("my tunnel is down", "pt")).toEqual([]);
    wording.set({ synonyms: [], boosts: [] });
    expect(wording.readings("my tunnel is down", "en")).toEqual([]);
  });

  it("count an article for more, for less, or as the answer", () => {
    const { search, find } = createIndex();
    const worths = (["less", "more", "first"] as const).map((worth) => {
      search.wording.set({ synonyms: [], boosts: [{ articleId: "c", words: "", worth }] });
      return find("order a chair or a desk").find(({ id }) => id === "c")?.score ?? 0;
    });

    expect(worths[0]).toBeLessThan(worths[1] ?? 0);
    expect(worths[2]).toBeGreaterThanOrEqual(0.9);
  });

  it("put an article first for questions with certain words only, also where it has none of them", () => {
    const { search, find } = createIndex();
    search.wording.set({
      synonyms: [],
      boosts: [{ articleId: "b", words: "zorbing marmalade", worth: "first" }],
    });

    expect(find("any marmalade for zorbing?")[0]?.id).toBe("b");
    expect(find("marmalade").some(({ id }) => id === "b")).toBe(false);
  });
});
