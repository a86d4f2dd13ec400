import { readdirSync } from "node:fs";
import { join } from "node:path";
import { demoDesk, seedDemoDesk } from "../../../config/demo/index.js";
import { createArticles, importTree } from "../../../knowledge/index.js";
import { engines, openTestStore, type TestStore } from "../../support/stores.js";

const articlesFolder = join(process.cwd(), "config/demo/articles");

function articleFiles(): number {
  const files = readdirSync(articlesFolder, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".md")).length;
}

describe.each(engines)("the demo desk on %s", (engine) => {
  let store: TestStore;
  const hashed: string[] = [];

  beforeAll(async () => {
    store = await openTestStore(engine);
  });
  afterAll(() => store.discard());

  function seed() {
    const articles = createArticles({ store, now: () => 1_800_000_000_000 });
    return seedDemoDesk({
      store,
      now: () => 1_800_000_000_000,
      hashPassword: async (password) => {
        hashed.push(password);
        return `hash of ${password}`;
      },
      importArticles: () => importTree(articlesFolder, { articles, sourceName: "demo" }),
    });
  }

  async function names(table: "account" | "assignment_group"): Promise<string[]> {
    const rows = await store.db.selectFrom(table).select("name").orderBy("name").execute();
    return rows.map((row) => row.name);
  }

  it("fills an empty desk with people, a portfolio, settings and articles", async () => {
    const outcome = await seed();

    expect(outcome).toBe("seeded");
    expect(await names("account")).toEqual([
      "Alex Morgan",
      "Ana Souza",
      "Bruno Lima",
      "Carla Díaz",
      "Diego Ramos",
      "Rui Costa",
    ]);
    expect(await names("assignment_group")).toEqual(["Applications", "Employees", "Network", "Service Desk"]);
    const activities = await store.db.selectFrom("activity").select(["group_id", "via_chat"]).execute();
    expect(activities.length).toBeGreaterThanOrEqual(22);
    expect(activities.every((activity) => activity.group_id !== null && activity.via_chat === 1)).toBe(true);
    const articles = await store.db
      .selectFrom("article")
      .select(["language", "state", "visibility"])
      .execute();
    expect(new Set(articles.map((article) => article.language))).toEqual(new Set(["en", "es", "pt"]));
    expect(articles.every((article) => article.state === "published")).toBe(true);
    expect(articles).toHaveLength(articleFiles());
    expect(articles.filter((article) => article.visibility === "internal")).toHaveLength(6);
    expect(hashed).toEqual(["demo"]);
  });

  it("keeps the network's own articles to the group Network (S2-25)", async () => {
    const rows = await store.db
      .selectFrom("permitted_group")
      .innerJoin("article", "article.id", "permitted_group.object_id")
      .innerJoin("assignment_group", "assignment_group.id", "permitted_group.group_id")
      .select(["article.language", "assignment_group.name"])
      .orderBy("article.language")
      .execute();

    expect(rows.map((row) => `${row.language} ${row.name}`)).toEqual([
      "en Network",
      "es Network",
      "pt Network",
    ]);
  });

  it("puts bruno into the groups Service Desk and Network", async () => {
    const rows = await store.db
      .selectFrom("membership")
      .innerJoin("account", "account.id", "membership.account_id")
      .innerJoin("assignment_group", "assignment_group.id", "membership.group_id")
      .where("account.username", "=", "bruno")
      .select("assignment_group.name as group")
      .execute();

    expect(rows.map((row) => row.group).sort()).toEqual(["Network", "Service Desk"]);
  });

  it("names only origins, contracts, activities and groups that exist (S0-3)", async () => {
    const parameters = new Map(demoDesk.parameters);

    const found = await Promise.all([
      store.db
        .selectFrom("origin")
        .select("name")
        .where("id", "=", parameters.get(315) ?? "")
        .execute(),
      store.db
        .selectFrom("contract")
        .select("name")
        .where("id", "=", parameters.get(118) ?? "")
        .execute(),
      store.db
        .selectFrom("activity")
        .select("kind as name")
        .where("id", "=", parameters.get(317) ?? "")
        .execute(),
      store.db
        .selectFrom("assignment_group")
        .select("name")
        .where("id", "=", parameters.get(389) ?? "")
        .execute(),
    ]);

    expect(found.map((rows) => rows.map((row) => row.name))).toEqual([
      ["Chat"],
      ["Internal IT support"],
      ["request"],
      ["Service Desk"],
    ]);
  });

  it("leaves a desk that has accounts as its admin made it", async () => {
    await store.db.updateTable("parameter").set({ value: "N" }).where("number", "=", 423).execute();
    await store.db.deleteFrom("article").where("language", "=", "es").execute();

    const outcome = await seed();

    expect(outcome).toBe("kept");
    const rows = await store.db.selectFrom("parameter").select("value").where("number", "=", 423).execute();
    expect(rows).toEqual([{ value: "N" }]);
    const spanish = await store.db.selectFrom("article").select("id").where("language", "=", "es").execute();
    expect(spanish).toEqual([]);
  });

  it("finishes a start that was cut short before the accounts came", async () => {
    await store.db.deleteFrom("membership").execute();
    await store.db.deleteFrom("account").execute();

    const outcome = await seed();

    expect(outcome).toBe("seeded");
    expect(await names("account")).toHaveLength(6);
  });

  it("is seeded once when two nodes start at the same moment", async () => {
    await store.db.deleteFrom("membership").execute();
    await store.db.deleteFrom("account").execute();

    const outcomes = await Promise.all([seed(), seed()]);

    expect(outcomes.sort()).toEqual(["kept", "seeded"]);
    expect(await names("account")).toHaveLength(6);
  });
});
