import { type Articles, createArticles, type Follower, followArticles } from "../../knowledge/index.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";

const noon = 1_800_000_000_000;

describe.each(engines)("following articles on %s", (engine) => {
  let store: TestStore;
  let here: Articles;
  let elsewhere: Articles;
  let index: Map<string, string>;
  let follower: Follower;
  let clock: number;

  beforeEach(async () => {
    store = await openTestStore(engine);
    clock = noon;
    here = createArticles({ store, now: () => clock });
    elsewhere = createArticles({ store, now: () => clock });
    index = new Map();
    follower = followArticles({
      articles: here,
      onArticle: (article) => index.set(article.id, article.title),
      onGone: (id) => index.delete(id),
      everyMs: 3_600_000,
    });
  });
  afterEach(async () => {
    follower.stop();
    await store.discard();
  });

  const draft = { title: "One", language: "en", body: "text" } as const;

  it("begins with every published article", async () => {
    const one = await elsewhere.save(draft);
    await elsewhere.save({ ...draft, state: "draft" });

    await follower.start();

    expect([...index.keys()]).toEqual([one.id]);
  });

  it("hears of what another node saved, changed, expired and removed", async () => {
    await follower.start();

    const one = await elsewhere.save(draft);
    const two = await elsewhere.save({ ...draft, title: "Two" });
    await follower.look();
    expect([...index.values()].sort()).toEqual(["One", "Two"]);

    await elsewhere.save({ ...draft, title: "One again", id: one.id });
    await follower.look();
    expect([...index.values()].sort()).toEqual(["One again", "Two"]);

    await elsewhere.save({ ...draft, state: "expired", id: one.id });
    await elsewhere.remove(two.id);
    await follower.look();
    expect([...index.values()]).toEqual([]);
  });

  it("finds a change that was committed later than it was dated", async () => {
    await follower.start();
    await elsewhere.save(draft);
    await follower.look();

    clock = noon - 10_000;
    await elsewhere.save({ ...draft, title: "Late" });
    await follower.look();

    expect([...index.values()].sort()).toEqual(["Late", "One"]);
  });

  it("looks once more for all who ask while it is looking", async () => {
    await follower.start();
    const first = follower.look();
    await elsewhere.save(draft);

    await Promise.all([first, follower.look(), follower.look(), follower.look()]);

    expect([...index.values()]).toEqual(["One"]);
  });

  it("asks the store nothing more once it is stopped", async () => {
    await follower.start();
    await elsewhere.save(draft);

    follower.stop();
    await follower.look();

    expect([...index.values()]).toEqual([]);
  });

  it("tells a change once, however often it looks", async () => {
    let told = 0;
    const counting = followArticles({
      articles: here,
      onArticle: () => {
        told += 1;
      },
      onGone: () => undefined,
      everyMs: 3_600_000,
    });
    await elsewhere.save(draft);

    await counting.start();
    await counting.look();
    await counting.look();
    counting.stop();

    expect(told).toBe(1);
  });
});
