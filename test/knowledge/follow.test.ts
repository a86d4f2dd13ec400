import { type Articles, createArticles, type Follower, followArticles } from "../../knowledge/index.js";
import { startStopwatch } from "../support/slowness.js";
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

  it("hears of it within two seconds without any bell (issue 6)", async () => {
    const alone = followArticles({
      articles: here,
      onArticle: (article) => index.set(article.id, article.title),
      onGone: (id) => index.delete(id),
    });
    await alone.start();
    await elsewhere.save(draft);
    const watch = startStopwatch();
    await until(() => index.size === 1);
    const tookMs = watch.ms();
    alone.stop();

    expect(tookMs).toBeLessThan(2000);
  });

  it("lets a start go on while a long reading lasts, and says that it lasts", async () => {
    const { slow, letOn } = slowly();
    const patient = followArticles({ ...slow, patienceMs: 1 });
    clock = noon - 60_000;
    await elsewhere.save(draft);
    clock = noon;
    await elsewhere.save({ ...draft, title: "Just now" });

    await patient.start();
    expect([patient.isComplete(), [...index.values()]]).toEqual([false, ["Just now"]]);

    letOn();
    await until(() => patient.isComplete());
    patient.stop();
    expect([...index.values()].sort()).toEqual(["Just now", "One"]);
  });

  it("keeps what changed during the reading, whatever an older page says", async () => {
    const { slow, letOn } = slowly();
    const patient = followArticles({ ...slow, patienceMs: 1 });
    const one = await elsewhere.save(draft);
    const two = await elsewhere.save({ ...draft, title: "Two" });
    await patient.start();

    clock = noon + 60_000;
    await elsewhere.save({ ...draft, title: "One again", id: one.id });
    await elsewhere.remove(two.id);
    await patient.look();
    expect([...index.values()]).toEqual(["One again"]);

    letOn();
    await until(() => patient.isComplete());
    patient.stop();
    expect([...index.values()]).toEqual(["One again"]);
  });

  it("tries a reading again that failed after the start", async () => {
    const errors: unknown[] = [];
    const { slow, letOn } = slowly();
    let readings = 0;
    async function* failingOnce() {
      readings += 1;
      for await (const page of slow.articles.all()) {
        if (readings === 1) throw new Error("The connection is gone.");
        yield page;
      }
    }
    const patient = followArticles({
      ...slow,
      articles: { ...here, all: failingOnce },
      onError: (error) => errors.push(error),
      patienceMs: 1,
      everyMs: 5,
    });
    await elsewhere.save(draft);
    await patient.start();

    letOn();
    await until(() => patient.isComplete());
    patient.stop();
    expect(errors).toHaveLength(1);
    expect([...index.values()]).toEqual(["One"]);
  });

  /** Reads its page at once, and hands it over when it is let. */
  function slowly() {
    let letOn: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      letOn = resolve;
    });
    async function* all() {
      const pages = [];
      for await (const page of here.all()) pages.push(page);
      await gate;
      yield* pages;
    }
    const slow = {
      articles: { ...here, all },
      onArticle: (article: { readonly id: string; readonly title: string }) =>
        index.set(article.id, article.title),
      onGone: (id: string) => index.delete(id),
      everyMs: 3_600_000,
    };
    return { slow, letOn: () => letOn() };
  }

  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
  }

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
