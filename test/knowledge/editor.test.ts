import { type ArticleForm, articleSorts } from "../../contract/index.js";
import {
  type ArticleEditor,
  type Articles,
  createArticleEditor,
  createArticles,
  createFeedback,
  createReading,
  type Reader,
} from "../../knowledge/index.js";
import { addAccount } from "../support/desks.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";
import { reader } from "./readers.js";

const noon = 1_800_000_000_000;

describe.each(engines)("the article editor on %s", (engine) => {
  let store: TestStore;
  let clock: number;
  let articles: Articles;
  let editor: ArticleEditor;
  let eva: Reader;
  let otto: Reader;

  beforeAll(async () => {
    store = await openTestStore(engine);
    eva = { ...reader("admin"), accountId: await addAccount(store, { role: "admin", name: "Eva" }) };
    otto = {
      ...reader("supervisor"),
      accountId: await addAccount(store, { role: "supervisor", name: "Otto" }),
    };
    articles = createArticles({ store, now: () => clock });
    editor = createArticleEditor({ store, articles, now: () => clock });
  });
  beforeEach(() => {
    clock = noon;
  });
  afterAll(() => store.discard());

  const form = (change: Partial<ArticleForm> = {}): ArticleForm => ({
    title: "Reset a router",
    language: "en",
    folder: "Network",
    body: "Pull the plug.",
    tags: ["router"],
    visibility: "public",
    state: "published",
    groupIds: [],
    note: "",
    ...change,
  });

  it("keeps every version with who saved it, when and why", async () => {
    const { id } = await editor.create(eva, form({ note: "First" }));
    clock += 1000;
    await editor.change(otto, { id, version: 1, form: form({ body: "Wait a minute.", note: "Shorter" }) });

    const versions = await editor.versions(eva, id);

    expect(versions).toEqual([
      { version: 2, savedAt: noon + 1000, savedBy: "Otto", note: "Shorter", title: "Reset a router" },
      { version: 1, savedAt: noon, savedBy: "Eva", note: "First", title: "Reset a router" },
    ]);
    expect((await editor.version(eva, id, 1)).body).toBe("Pull the plug.");
    await expect(editor.version(eva, id, 3)).rejects.toMatchObject({ code: "article/not-found" });
  });

  it("restores earlier words as a new version and leaves who may read it as it is", async () => {
    const { id } = await editor.create(eva, form({ body: "Old", tags: ["old"] }));
    await editor.change(eva, { id, version: 1, form: form({ body: "New", visibility: "internal" }) });

    const restored = await editor.restore(eva, { id, version: 1, over: 2 });

    expect(restored).toMatchObject({ version: 3, body: "Old", tags: ["old"], visibility: "internal" });
    expect(await editor.versions(eva, id)).toHaveLength(3);
    await expect(editor.restore(eva, { id, version: 1, over: 2 })).rejects.toMatchObject({
      code: "article/changed",
    });
  });

  it("refuses the second of two who save the same version, tells what is there, and loses nothing", async () => {
    const { id } = await editor.create(eva, form());
    const saves = await Promise.allSettled(
      [eva, otto, eva, otto].map((person, index) =>
        editor.change(person, { id, version: 1, form: form({ body: `From ${index}` }) }),
      ),
    );

    const won = saves.flatMap((save) => (save.status === "fulfilled" ? [save.value.body] : []));
    const lost = saves.flatMap((save) => (save.status === "rejected" ? [save.reason] : []));
    expect(won).toHaveLength(1);
    for (const reason of lost) {
      expect(reason).toMatchObject({
        code: "article/changed",
        details: { article: { version: 2, body: won[0] } },
      });
    }
    expect(await editor.versions(eva, id)).toHaveLength(2);
  });

  it("keeps what a person wrote when an import brings the file anew", async () => {
    const draft = { title: "VPN", language: "en", body: "File", folder: "", tags: [], groupIds: [] } as const;
    const sourced = (body: string) => ({
      source: "demo:vpn.md",
      draft: {
        ...draft,
        body,
        tags: [],
        groupIds: [],
        visibility: "public" as const,
        state: "published" as const,
      },
    });
    const [taken] = await articles.saveSourced([sourced("File")]);
    const id = taken?.id ?? "";
    await editor.change(eva, { id, version: 1, form: form({ title: "VPN", body: "By hand" }) });

    await articles.saveSourced([sourced("File, second edition")]);

    expect((await editor.read(eva, id)).version).toBe(3);
    expect((await editor.version(eva, id, 2)).body).toBe("By hand");
    expect((await editor.version(eva, id, 1)).body).toBe("File");
  });

  it("finds by words, folder, language, state and review, sorted and by page", async () => {
    const marked = (change: Partial<ArticleForm>) => editor.create(eva, form({ tags: ["Zebra"], ...change }));
    await marked({ title: "Stripes one", folder: "Zoo/Africa", reviewAt: noon - 1 });
    await marked({ title: "Stripes two", folder: "Zoo", language: "es", reviewAt: noon + 1 });
    await marked({ title: "100% stripes", folder: "Zoology", state: "draft", reviewAt: noon - 1 });
    const titles = async (query: Partial<Parameters<ArticleEditor["list"]>[1]>) => {
      const page = {
        sort: "title" as const,
        order: "asc" as const,
        limit: 10,
        q: "zebra",
        ...query,
      };
      return (await editor.list(eva, page)).items.map(({ title }) => title);
    };

    expect(await titles({})).toEqual(["100% stripes", "Stripes one", "Stripes two"]);
    expect(await titles({ q: "ZEBRA two" })).toEqual(["Stripes two"]);
    expect(await titles({ q: "zebra 100%" })).toEqual(["100% stripes"]);
    expect(await titles({ folder: "Zoo" })).toEqual(["Stripes one", "Stripes two"]);
    expect(await titles({ language: "es" })).toEqual(["Stripes two"]);
    expect(await titles({ state: "draft" })).toEqual(["100% stripes"]);
    expect(await titles({ due: true })).toEqual(["Stripes one"]);
    const all = await editor.list(eva, { sort: "review", order: "asc", limit: 3, q: "zebra" });
    expect(all).toMatchObject({ total: 3, due: 1, items: [{}, {}, { title: "Stripes two" }] });
    expect(all.next).toBeUndefined();
  });

  it("goes on behind the last one of a page in every order, once through all (issue 8)", async () => {
    const tags = ["okapi"];
    for (const title of ["b", "A", "c", "B"]) {
      await editor.create(
        eva,
        form({ title: `Okapi ${title}`, folder: `Zoo/${title}`, tags, reviewAt: noon }),
      );
    }
    for (const sort of articleSorts) {
      for (const order of ["asc", "desc"] as const) {
        const query = { sort, order, q: "okapi" };
        const whole = await editor.list(eva, { ...query, limit: 10 });
        const seen: string[] = [];
        for (let after: string | undefined; ; ) {
          const page = await editor.list(eva, {
            ...query,
            limit: 1,
            ...(after === undefined ? {} : { after }),
          });
          seen.push(...page.items.map(({ id }) => id));
          after = page.next;
          if (after === undefined) break;
        }
        expect([sort, order, seen]).toEqual([sort, order, whole.items.map(({ id }) => id)]);
        expect(seen).toHaveLength(4);
      }
    }
    const byTitle = { sort: "title" as const, order: "asc" as const, limit: 1, q: "okapi" };
    const { next = "" } = await editor.list(eva, byTitle);
    for (const wrong of [
      { ...byTitle, sort: "views" as const, after: next },
      { ...byTitle, after: "x" },
    ])
      await expect(editor.list(eva, wrong)).rejects.toMatchObject({ code: "request/malformed" });
  });

  it("shows supervisors only what they may know of, in lists, alone and in versions (S2-25)", async () => {
    const secret = form({ title: "Merger", visibility: "confidential", tags: ["quagga"] });
    const { id } = await editor.create(eva, secret);
    const query = { sort: "title" as const, order: "asc" as const, limit: 10, q: "quagga" };

    expect((await editor.list(otto, query)).total).toBe(0);
    expect((await editor.list(eva, query)).total).toBe(1);
    const hidden = { code: "article/not-found" };
    await expect(editor.read(otto, id)).rejects.toMatchObject(hidden);
    await expect(editor.versions(otto, id)).rejects.toMatchObject(hidden);
    await expect(editor.version(otto, id, 1)).rejects.toMatchObject(hidden);
    await expect(editor.change(otto, { id, version: 1, form: form() })).rejects.toMatchObject(hidden);
    await expect(editor.restore(otto, { id, version: 1, over: 1 })).rejects.toMatchObject(hidden);
    await expect(editor.remove(otto, id)).rejects.toMatchObject(hidden);
    await expect(editor.create(otto, form({ translationOf: id, language: "es" }))).rejects.toMatchObject(
      hidden,
    );
  });

  it("deletes what nobody judged and undoes it; what was judged can only be retired", async () => {
    const { id } = await editor.create(eva, form());
    await editor.remove(eva, id);

    expect(await articles.get(eva, id)).toBeUndefined();
    expect(await editor.bringBack(eva, id)).toMatchObject({ state: "published", body: "Pull the plug." });
    expect(await articles.get(eva, id)).toMatchObject({ title: "Reset a router" });

    const feedback = createFeedback({ store, now: () => clock });
    await feedback.give({ articleId: id, accountId: otto.accountId, helped: false, comment: "Which plug?" });
    await expect(editor.remove(eva, id)).rejects.toMatchObject({ code: "article/refused" });
    const judged = await editor.read(eva, id);
    expect(judged).toMatchObject({ helped: 0, didNot: 1, comments: [{ text: "Which plug?" }] });
  });

  it("links translations, one of each language, and gives a reader their own", async () => {
    const english = await editor.create(eva, form());
    const spanish = await editor.create(
      eva,
      form({ title: "Reiniciar", language: "es", translationOf: english.id }),
    );
    const reading = createReading({ store, articles, now: () => clock });
    const ana = reader("requester");

    expect(spanish.translations).toEqual([{ id: english.id, title: "Reset a router", language: "en" }]);
    expect(await reading.inLanguage(ana, english.id, "es")).toBe(spanish.id);
    expect(await reading.inLanguage(ana, english.id, "pt")).toBe(english.id);
    expect(await reading.page(ana, english.id)).toMatchObject({
      translations: [{ id: spanish.id }],
      author: "Eva",
    });
    const second = form({ title: "Otra", language: "es", translationOf: english.id });
    await expect(editor.create(eva, second)).rejects.toMatchObject({ code: "article/refused" });
    await editor.change(eva, {
      id: spanish.id,
      version: 1,
      form: form({ title: "Reiniciar", language: "es", state: "draft", translationOf: english.id }),
    });
    expect(await reading.inLanguage(ana, english.id, "es")).toBe(english.id);
  });

  it("writes every change with its author into the record of changes", async () => {
    const { id } = await editor.create(eva, form());
    await editor.change(otto, { id, version: 1, form: form({ title: "Renamed" }) });
    await editor.remove(eva, id);

    const rows = await store.db
      .selectFrom("change_log")
      .selectAll()
      .where("object_id", "=", id)
      .orderBy("id")
      .execute();

    expect(rows.map(({ action, changed_by }) => [action, changed_by])).toEqual([
      ["created", eva.accountId],
      ["updated", otto.accountId],
      ["deleted", eva.accountId],
    ]);
    expect(JSON.parse(rows[1]?.after_json ?? "")).toEqual({ title: "Renamed" });
  });
});
