import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectStore } from "../../store/index.js";
import { startDesk } from "../support/desk.js";

type Found = { readonly items: readonly { readonly title: string }[] };

const count = 1000;
const anaId = "01999d00-0000-7000-8000-000000000101";

describe("the index of articles over a restart (issue 6)", () => {
  let dataDir: string;
  beforeAll(() => {
    dataDir = mkdtempSync(join(tmpdir(), "deskhand-restart-"));
    mkdirSync(join(tmpdir(), "deskhand-test-models"), { recursive: true });
    symlinkSync(join(tmpdir(), "deskhand-test-models"), join(dataDir, "models"));
  });
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  const sourced = (at: number) => ({
    source: `test:${at}`,
    draft: {
      ...{
        title: `Machine ${at}`,
        language: "en" as const,
        folder: "Machines",
        body: `Its plate says plate${at}x.`,
      },
      ...{ tags: [], visibility: "public" as const, state: "published" as const, groupIds: [] },
    },
  });

  /** Behind the desk's back: the time of the last change stays. */
  async function alter(at: number, change: { readonly body?: string; readonly visibility?: string }) {
    const store = connectStore({ file: join(dataDir, "desk.db") });
    await store.db.updateTable("article").set(change).where("source", "=", `test:${at}`).execute();
    await store.close();
  }

  it("is taken from the file, who may read from the database, and what has changed from the articles", async () => {
    const before = await startDesk({ DATA_DIR: dataDir });
    const { articles, follower, keepIndex } = before.app.domains;
    await articles.saveSourced(Array.from({ length: count }, (_, at) => sourced(at)));
    await follower.look();
    await keepIndex();
    expect(existsSync(join(dataDir, "search", "articles.index"))).toBe(true);
    await articles.saveSourced([
      { ...sourced(7), draft: { ...sourced(7).draft, body: "Its plate says plate7new." } },
    ]);
    await before.stop();
    await alter(5, { body: "Nothing of what it said." });
    await alter(6, { visibility: "confidential" });

    const after = await startDesk({ DATA_DIR: dataDir });
    try {
      const ana = await after.connect("ana");
      const find = async (text: string) =>
        ((await ana.rest("GET", `/api/v1/articles?q=${text}`)).body as Found).items.map(({ title }) => title);
      const person = await after.app.domains.personOf(anaId);
      const { body } = await ana.rest("GET", "/readyz");

      expect(body).toMatchObject({ articles: { state: "read", known: after.app.domains.search.size } });
      expect(after.app.domains.search.size).toBeGreaterThanOrEqual(count);
      expect(await find("plate5x")).toContain("Machine 5");
      expect(await find("plate7new")).toContain("Machine 7");
      expect(await find("plate7x")).not.toContain("Machine 7");
      expect(
        person && after.app.domains.finder.search(person, "plate6x", "en").map(({ title }) => title),
      ).not.toContain("Machine 6");
    } finally {
      await after.stop();
    }
    expect(existsSync(join(dataDir, "search", "articles.index"))).toBe(true);
  }, 60_000);
});
