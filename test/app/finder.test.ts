import { createFinder } from "../../app/finder.js";
import type { Folder, Principal } from "../../contract/index.js";
import { createSearch, type IndexedArticle } from "../../knowledge/index.js";
import { createFillers, createStemmer } from "../../nlp/index.js";

const stemmer = createStemmer();
const person: Principal = {
  accountId: "ana",
  name: "Ana",
  role: "requester",
  groupIds: ["all"],
  sessionId: "",
};
const agent: Principal = { ...person, accountId: "bruno", role: "agent" };

function createDesk() {
  const search = createSearch({ tokenize: stemmer.stems, isFiller: createFillers(stemmer) });
  const add = (id: string, title: string, change: Partial<IndexedArticle> = {}) =>
    search.add({
      ...{ id, title, body: title, language: "en", visibility: "public", state: "published", groupIds: [] },
      ...change,
    });
  const folders = new Map<string, Folder>();
  const clock = { now: 1000 };
  const finder = createFinder({ search, folders: { present: () => folders }, now: () => clock.now });
  const named = (who: Principal = person) => finder.named(who, "Order a badge", "en").map(({ id }) => id);
  const answers = (who: Principal = person) => finder.answers(who, "Order a badge", "en").map(({ id }) => id);
  return { search, add, folders, clock, named, answers };
}

function folderFor(...roles: Principal["role"][]): Folder {
  const nobody = { roles: [], groupIds: [], accountIds: [] };
  return { id: "f", path: "", readers: "listed", read: { roles, groupIds: [] }, administer: nobody };
}

describe("what the name of an activity finds is remembered", () => {
  it("for as long as the articles, their words and the reader's rights are the same (S2-25)", () => {
    const { search, add, folders, clock, named, answers } = createDesk();
    add("open", "Order a badge");
    expect([named(), named()]).toEqual([["open"], ["open"]]);

    add("inside", "Order a badge", { visibility: "internal" });
    folders.set("", folderFor("agent"));
    expect([named(), named(agent).sort()]).toEqual([["open"], ["inside", "open"]]);
    folders.set("", folderFor("requester"));
    expect([named().sort(), named(agent)]).toEqual([["inside", "open"], ["open"]]);

    add("soon", "Order a badge", { expiresAt: 2000 });
    expect(named()).toContain("soon");
    clock.now = 2000;
    expect(named()).not.toContain("soon");

    search.remove("inside");
    expect(named()).toEqual(["open"]);
    add("pass", "Request a pass");
    search.wording.set({ synonyms: [{ language: "en", words: ["badge", "pass"] }], boosts: [] });
    expect(named()).toContain("pass");
    expect(named()).toEqual(answers());
  });

  it("looks at other languages only where the reader's has nothing that may answer", () => {
    const { add, named } = createDesk();
    add("es", "Order a badge", { language: "es" });
    expect(named()).toEqual(["es"]);

    add("en", "Order a badge");

    expect(named()).toEqual(["en"]);
  });
});
