import {
  type ArticleDraft,
  type Articles,
  createArticles,
  createFolders,
  createPermits,
  type Reader,
} from "../../knowledge/index.js";
import { newId } from "../../store/index.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";
import { addGroup, reader } from "./readers.js";

const noon = 1_800_000_000_000;

describe.each(engines)("articles on %s", (engine) => {
  let store: TestStore;
  let clock: { now: number };
  let articles: Articles;
  let network: string;
  let finance: string;

  beforeAll(async () => {
    store = await openTestStore(engine);
    network = await addGroup(store, "Network");
    finance = await addGroup(store, "Finance");
  });
  afterAll(() => store.discard());
  beforeEach(async () => {
    await store.db.deleteFrom("permitted_group").execute();
    await store.db.deleteFrom("article").execute();
    clock = { now: noon };
    articles = createArticles({ store, now: () => clock.now });
  });

  function draft(change: Partial<ArticleDraft> = {}): ArticleDraft {
    return { title: "Reset a router", language: "en", body: "Pull the plug.", ...change };
  }

  async function titlesFor(person: Reader): Promise<string[]> {
    return (await articles.list(person)).items.map((item) => item.title);
  }

  describe("permission (S2-25)", () => {
    const author = reader("agent");

    async function fill(): Promise<void> {
      const internal = { visibility: "internal" } as const;
      await articles.save(draft({ title: "a public" }));
      await articles.save(draft({ ...internal, title: "b internal of all staff" }));
      await articles.save(draft({ ...internal, title: "c internal of network", groupIds: [network] }));
      await articles.save(
        draft({ ...internal, title: "d internal of finance", groupIds: [finance, network] }),
      );
      await articles.save(
        draft({ visibility: "confidential", title: "e confidential", authorId: author.accountId }),
      );
      await articles.save(draft({ title: "f draft", state: "draft" }));
      await articles.save(draft({ title: "g expired", state: "expired" }));
      await articles.save(draft({ title: "h over", expiresAt: noon }));
      await articles.save(draft({ title: "i still good", expiresAt: noon + 1 }));
    }

    const readers = (): [string, Reader, string][] => [
      ["a requester without groups", reader("requester"), "ai"],
      ["a requester of finance", reader("requester", finance), "adi"],
      ["an agent without groups", reader("agent"), "abi"],
      ["an agent of network", reader("agent", network), "abcdi"],
      ["a supervisor of finance", reader("supervisor", finance), "abdi"],
      ["the author", author, "abei"],
      ["an admin", reader("admin"), "abcdei"],
    ];

    it("lets each person read what is theirs to read, in lists and one by one", async () => {
      await fill();
      const everything: { id: string; title: string }[] = [];
      for await (const page of articles.all()) everything.push(...page);

      for (const [name, person, expected] of readers()) {
        const listed = (await titlesFor(person)).map((title) => title.charAt(0)).join("");
        const opened: string[] = [];
        for (const { id } of everything) {
          const article = await articles.get(person, id);
          if (article !== undefined) opened.push(article.title.charAt(0));
        }

        expect([name, listed, opened.sort().join("")]).toEqual([name, expected, expected]);
      }
    });

    it("says in memory what the database says", async () => {
      await fill();

      const folders = createFolders({ store, now: () => noon });
      await folders.refresh();

      for (const [name, person, expected] of readers()) {
        const permitted: string[] = [];
        for await (const page of articles.all()) {
          const mine = page.filter(createPermits(person, folders.present(), noon));
          permitted.push(...mine.map((article) => article.title.charAt(0)));
        }

        expect([name, permitted.sort().join("")]).toEqual([name, expected]);
      }
    });

    it("tells a reader nothing of groups, author or expiry", async () => {
      const { id } = await articles.save(draft({ groupIds: [network], authorId: newId() }));

      const article = await articles.get(reader("requester"), id);

      expect(Object.keys(article ?? {}).sort()).toEqual(
        ["body", "folder", "id", "language", "state", "tags", "title", "updatedAt", "visibility"].sort(),
      );
    });
  });

  describe("saving", () => {
    it("keeps an article in place of the one with its id, with the groups it now has", async () => {
      const { id } = await articles.save(draft({ visibility: "internal", groupIds: [network] }));
      clock.now += 5;

      await articles.save({
        ...draft({ visibility: "internal", groupIds: [finance], title: "Changed" }),
        id,
      });

      const [kept] = await articles.find([id]);
      expect(kept).toMatchObject({
        title: "Changed",
        groupIds: [finance],
        createdAt: noon,
        updatedAt: noon + 5,
      });
      expect(await titlesFor(reader("requester", network))).toEqual([]);
    });

    it.each([
      "'; drop table article; --",
      "<script>alert(1)</script>",
      "Ω≈ç√∫˜µ 田中さん 👩‍👩‍👧‍👦 \u202egnp.exe",
      "%s %n {{7*7}} $(1) \\u0000 null",
      "ｆｕｌｌ　ｗｉｄｔｈ",
    ])("keeps the title %s as it is", async (title) => {
      const { id } = await articles.save(draft({ title }));

      expect((await articles.get(reader("requester"), id))?.title).toBe(title.trim());
    });

    it.each([
      ["no title", { title: "  " }],
      ["a title of 201 characters", { title: "x".repeat(201) }],
      ["a body above 1 MiB", { body: "x".repeat(1024 * 1024 + 1) }],
    ])("refuses %s", async (_, change) => {
      await expect(articles.save(draft(change))).rejects.toThrow();

      expect(await titlesFor(reader("admin"))).toEqual([]);
    });
  });

  describe("listing", () => {
    it("goes through all pages without losing or doubling one", async () => {
      for (let n = 0; n < 25; n += 1) await articles.save(draft({ title: `Article ${n % 5}` }));
      const seen: string[] = [];

      let after: string | undefined;
      do {
        const page = await articles.list(reader("requester"), { limit: 7, after });
        seen.push(...page.items.map((item) => item.id));
        after = page.next;
      } while (after !== undefined);

      expect(seen).toHaveLength(25);
      expect(new Set(seen).size).toBe(25);
    });

    it("narrows by language and folder", async () => {
      await articles.save(draft({ title: "one", language: "es", folder: "Red" }));
      await articles.save(draft({ title: "two", language: "es", folder: "Correo" }));
      await articles.save(draft({ title: "three", folder: "Red" }));

      const page = await articles.list(reader("requester"), { language: "es", folder: "Red" });

      expect(page.items.map((item) => item.title)).toEqual(["one"]);
    });

    it("shows the first words without Markdown", async () => {
      await articles.save(
        draft({ body: "# Router\n\nPull the **plug** of [the box](http://x.example) `now`." }),
      );

      const page = await articles.list(reader("requester"));

      expect(page.items[0]?.excerpt).toBe("Router Pull the plug of the box now.");
    });

    it.each(["x", "W10", "e30", "@@@", "WzEsMl0"])("refuses %s as the begin of a page", async (after) => {
      await expect(articles.list(reader("requester"), { after })).rejects.toMatchObject({
        code: "request/malformed",
      });
    });
  });

  describe("removing", () => {
    it("takes the words away for good and tells that the article changed", async () => {
      const { id } = await articles.save(draft());
      clock.now += 10;

      const answers = [await articles.remove(id), await articles.remove(id), await articles.remove(newId())];

      expect(answers).toEqual([true, false, false]);
      expect(await articles.get(reader("admin"), id)).toBeUndefined();
      expect(await articles.find([id])).toEqual([]);
      const row = await store.db.selectFrom("article").selectAll().where("id", "=", id).executeTakeFirst();
      expect([row?.title, row?.body]).toEqual(["", ""]);
      expect(await articles.changedSince(noon + 10)).toEqual([{ id, updatedAt: noon + 10 }]);
    });
  });

  it("tells listeners of this process what was changed, until they stop listening", async () => {
    const told: string[][] = [];
    const stop = articles.onChanged((ids) => told.push([...ids]));

    const { id } = await articles.save(draft());
    await articles.remove(id);
    stop();
    await articles.save(draft());

    expect(told).toEqual([[id], [id]]);
  });

  it("dates each change later than the one before, also when the clock stands still", async () => {
    const first = await articles.save(draft());

    const second = await articles.save({ ...draft(), id: first.id });
    const third = await articles.save({ ...draft(), id: first.id });

    expect([first, second, third].map((article) => article.updatedAt - noon)).toEqual([0, 1, 2]);
  });
});
