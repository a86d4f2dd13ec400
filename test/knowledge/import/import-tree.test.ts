import { type Articles, createArticles, importTree, type StoredArticle } from "../../../knowledge/index.js";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";
import { addGroup, reader } from "../readers.js";
import { growTree, type Tree } from "./tree.js";

const noon = 1_800_000_000_000;

describe.each(engines)("importing a tree on %s", (engine) => {
  let store: TestStore;
  let articles: Articles;
  let network: string;
  let tree: Tree;

  beforeAll(async () => {
    store = await openTestStore(engine);
    network = await addGroup(store, "Network");
  });
  afterAll(() => store.discard());
  beforeEach(async () => {
    await store.db.deleteFrom("permitted_group").execute();
    await store.db.deleteFrom("article").execute();
    articles = createArticles({ store, now: () => noon });
  });
  afterEach(() => tree.discard());

  async function kept(): Promise<StoredArticle[]> {
    const found: StoredArticle[] = [];
    for await (const page of articles.all()) found.push(...page);
    return found.sort((a, b) => (a.title < b.title ? -1 : 1));
  }

  const counts = ({ taken = 0, updated = 0, unchanged = 0, pruned = 0 }) => ({
    taken,
    updated,
    unchanged,
    pruned,
  });

  it("takes articles with their title, language, folder, tags, visibility, state and end", async () => {
    tree = growTree({
      "Red/vpn.md":
        "---\ntitle: La VPN\nlanguage: es\ntags: [vpn, casa]\nvisibility: internal\ngroups: [Network]\nexpires: 2027-01-31\n---\nTexto.",
      "pt-BR/Contas/senha.md": "# Redefinir a senha\n\nTexto.",
      "plain_text.markdown": "No heading at all.",
      "draft.md": "---\ndraft: true\n---\n# Draft",
      "photo.png": "not an article",
    });

    const report = await importTree(tree.root, { articles, defaults: { folder: "Docs" } });

    expect(report).toMatchObject({ ...counts({ taken: 4 }), other: 1, refused: [], skipped: [] });
    const [draft, vpn, plain, password] = await kept();
    expect(draft).toMatchObject({ title: "Draft", state: "draft", folder: "Docs" });
    expect(vpn).toMatchObject({ title: "La VPN", language: "es", folder: "Docs/Red", tags: ["vpn", "casa"] });
    expect(vpn).toMatchObject({
      visibility: "internal",
      groupIds: [network],
      expiresAt: Date.UTC(2027, 0, 31),
    });
    expect(plain).toMatchObject({ title: "Plain text", language: "en", body: "No heading at all." });
    expect(password).toMatchObject({ title: "Redefinir a senha", language: "pt", folder: "Docs/Contas" });
  });

  it("doubles nothing when run again, updates what changed and keeps ids", async () => {
    tree = growTree({ "a.md": "# A\n\nold", "b.md": "# B" });
    await importTree(tree.root, { articles });
    const before = await kept();
    tree.write("a.md", "# A\n\nnew");

    const report = await importTree(tree.root, { articles });

    expect(report).toMatchObject(counts({ updated: 1, unchanged: 1 }));
    const after = await kept();
    expect(after.map((article) => article.id)).toEqual(before.map((article) => article.id));
    expect(after[0]?.body).toBe("# A\n\nnew");
  });

  it("updates articles when the same files are imported with other options", async () => {
    tree = growTree({ "a.md": "# A" });
    await importTree(tree.root, { articles });

    const report = await importTree(tree.root, { articles, defaults: { visibility: "internal" } });

    expect(report).toMatchObject(counts({ updated: 1 }));
    expect((await articles.list(reader("requester"))).items).toEqual([]);
  });

  it("leaves what a person edited alone while the file stays as it was", async () => {
    tree = growTree({ "a.md": "# A" });
    await importTree(tree.root, { articles });
    const [imported] = await kept();
    await articles.save({ id: imported?.id, title: "Edited", language: "en", body: "by hand" });

    const report = await importTree(tree.root, { articles });

    expect(report).toMatchObject(counts({ unchanged: 1 }));
    expect((await kept()).map((article) => article.title)).toEqual(["Edited"]);
  });

  it("knows articles by the source's name when the folder moved", async () => {
    tree = growTree({ "a.md": "# A" });
    await importTree(tree.root, { articles, sourceName: "manual" });
    const moved = growTree({ "a.md": "# A" });

    const report = await importTree(moved.root, { articles, sourceName: "manual" });
    moved.discard();

    expect(report).toMatchObject(counts({ unchanged: 1 }));
  });

  it("keeps two trees of the same shape apart", async () => {
    tree = growTree({ "one/docs/a.md": "# A of one", "two/docs/a.md": "# A of two" });

    await importTree(`${tree.root}/one/docs`, { articles });
    await importTree(`${tree.root}/two/docs`, { articles, prune: true });

    expect((await kept()).map((article) => [article.title, article.state])).toEqual([
      ["A of one", "published"],
      ["A of two", "published"],
    ]);
  });

  it("changes nothing in a dry run and tells what it would do", async () => {
    tree = growTree({ "a.md": "# A", "b.md": "# B", "gone.md": "# Gone" });
    await importTree(tree.root, { articles });
    tree.write("b.md", "# B2");
    tree.write("c.md", "# C");
    tree.remove("gone.md");
    const before = await kept();

    const report = await importTree(tree.root, { articles, dryRun: true, prune: true });

    expect(report).toMatchObject(counts({ taken: 1, updated: 1, unchanged: 1, pruned: 1 }));
    expect(await kept()).toEqual(before);
  });

  describe("pruning", () => {
    it("expires the articles whose file is gone and publishes them again when it is back", async () => {
      tree = growTree({ "a.md": "# A", "b.md": "# B" });
      await importTree(tree.root, { articles });
      tree.remove("b.md");

      const gone = await importTree(tree.root, { articles, prune: true });
      const states = (await kept()).map((article) => article.state);
      tree.write("b.md", "# B");
      const back = await importTree(tree.root, { articles, prune: true });

      expect(gone).toMatchObject(counts({ unchanged: 1, pruned: 1 }));
      expect(states).toEqual(["published", "expired"]);
      expect(back).toMatchObject(counts({ updated: 1, unchanged: 1 }));
      expect((await kept()).map((article) => article.state)).toEqual(["published", "published"]);
    });

    it("expires nothing for a file that is there and cannot be taken", async () => {
      tree = growTree({ "a.md": "# A", "b.md": "# B" });
      await importTree(tree.root, { articles });
      tree.write("b.md", "---\ntitle: [\n---\n# B");

      const report = await importTree(tree.root, { articles, prune: true });

      expect(report.pruned).toBe(0);
      expect((await kept()).map((article) => article.state)).toEqual(["published", "published"]);
    });

    it("expires nothing when the folder is empty, as a disk that is not there would be", async () => {
      tree = growTree({ "a.md": "# A" });
      await importTree(tree.root, { articles });
      tree.remove("a.md");

      const report = await importTree(tree.root, { articles, prune: true });

      expect(report.incomplete).toContain("nothing was pruned");
      expect((await kept()).map((article) => article.state)).toEqual(["published"]);
    });
  });

  it("refuses what cannot be an article, says why, and takes the rest", async () => {
    tree = growTree({
      "broken.md": '---\ntitle: "never closed\ntags: [a\n---\n# Broken',
      "open.md": "---\ntitle: no end\n\n# Text",
      "binary.md": Uint8Array.from([0x23, 0x20, 0x00, 0x01, 0xff]),
      "huge.md": "x".repeat(1024 * 1024 + 1),
      "empty.md": " \n\n",
      "french.md": "---\nlanguage: fr\n---\n# Bonjour",
      "de/deutsch.md": "# Hallo",
      "secret.md": "---\nvisibility: secret\n---\n# Secret",
      "nobody.md": "---\ngroups: [Nobody]\n---\n# Nobody",
      "good.md": "# Good",
    });

    const report = await importTree(tree.root, { articles });

    const reasons = Object.fromEntries(report.refused.map(({ path, reason }) => [path, reason]));
    expect(reasons).toEqual({
      "broken.md": expect.stringMatching(/^broken front matter, line \d+: /),
      "open.md": "broken front matter, line 1: the front matter opened here is not closed by ---",
      "binary.md": "it is not a text file",
      "huge.md": "it is too large: 1.00 MiB, at most 1 MiB",
      "empty.md": "it is empty",
      "french.md": 'its language "fr" is not one of en, es, pt',
      "de/deutsch.md": 'its language "de" is not one of en, es, pt',
      "secret.md": 'broken front matter, line 2: visibility must be "public", "internal" or "confidential"',
      "nobody.md": 'there is no group "Nobody"',
    });
    expect((await kept()).map((article) => article.title)).toEqual(["Good"]);
  });

  it("takes names and titles of any kind as they are", async () => {
    const names = [
      "'; drop table article; --",
      "<img src=x onerror=alert(1)>",
      "👩‍👩‍👧 día",
      "‮gnp",
      "%2e%2e",
      "$(id)",
    ];
    tree = growTree(
      Object.fromEntries(
        names.map((name) => [`${name}.md`, `---\ntitle: ${JSON.stringify(name)}\n---\ntext`]),
      ),
    );

    const report = await importTree(tree.root, { articles });

    expect(report.refused).toEqual([]);
    expect((await kept()).map((article) => article.title).sort()).toEqual([...names].sort());
  });

  it("takes more files than fit one batch", async () => {
    tree = growTree(
      Object.fromEntries(Array.from({ length: 450 }, (_, n) => [`d${n % 7}/${n}.md`, `# Doc ${n}`])),
    );
    const seen: string[] = [];

    const report = await importTree(tree.root, { articles, onProgress: (_, path) => seen.push(path) });

    expect(report.taken).toBe(450);
    expect(seen).toHaveLength(450);
    expect(await kept()).toHaveLength(450);
  });

  it("stops between files when told to and says so", async () => {
    tree = growTree({ "a.md": "# A", "b.md": "# B", "c.md": "# C" });
    const stop = new AbortController();

    const report = await importTree(tree.root, {
      articles,
      prune: true,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });

    expect(report.incomplete).toBe("it was stopped");
    expect((await kept()).map((article) => article.title)).toEqual(["A"]);
  });

  it.each(["/nowhere/at/all", `${__dirname}/tree.ts`])("tells that %s cannot be used", async (folder) => {
    tree = growTree();

    await expect(importTree(folder, { articles })).rejects.toMatchObject({ name: "FolderUnreadableError" });
  });
});
