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

  it("reads no change again that it has told, however many lie close to the last one", async () => {
    let readings = 0;
    const counting = followArticles({
      articles: {
        ...here,
        changedSince: (since) => {
          readings += 1;
          return here.changedSince(since);
        },
      },
      onArticle: (article) => index.set(article.id, article.title),
      onGone: (id) => index.delete(id),
      everyMs: 3_600_000,
    });
    for (let at = 0; at < 5; at += 1) await elsewhere.save({ ...draft, title: `Number ${at}` });
    await counting.start();
    await counting.look();
    const before = readings;

    await counting.look();
    await counting.look();
    expect(readings).toBe(before);

    clock = noon - 10_000;
    await elsewhere.save({ ...draft, title: "Late" });
    await counting.look();
    counting.stop();
    expect([readings, index.size]).toEqual([before + 1, 6]);
  });

  it("lets others have their turn between articles that take long (issue 6)", async () => {
    for (let at = 0; at < 6; at += 1) await elsewhere.save({ ...draft, title: `Number ${at}` });
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    const seen: number[] = [];
    const slow = followArticles({
      articles: here,
      onArticle: () => {
        seen.push(turns);
        const until = performance.now() + 12;
        while (performance.now() < until);
      },
      onGone: () => undefined,
      everyMs: 3_600_000,
    });

    count();
    await slow.start();
    isOver = true;
    slow.stop();

    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
  });

  it("reads only what differs from what was kept, takes rights from the database, and forgets what is gone", async () => {
    const same = await elsewhere.save(draft);
    const changed = await elsewhere.save({ ...draft, title: "Two" });
    const gone = await elsewhere.save({ ...draft, title: "Three" });
    const fresh = { ...draft, title: "Four", visibility: "internal" } as const;
    const kept = new Map([same, changed, gone].map(({ id, updatedAt }) => [id, updatedAt]));
    clock = noon + 60_000;
    await elsewhere.save({ ...draft, title: "Two again", id: changed.id });
    await elsewhere.save({ ...draft, state: "expired", id: gone.id });
    await elsewhere.save(fresh);
    await store.db.updateTable("article").set({ visibility: "internal" }).where("id", "=", same.id).execute();
    clock = noon + 600_000;
    const confirmed: string[] = [];
    let dropped = false;
    const quick = followArticles({
      articles: here,
      onArticle: (article) => index.set(article.id, article.title),
      onGone: (id) => index.delete(id),
      everyMs: 3_600_000,
      kept: {
        restore: async () => true,
        confirm: ({ id, updatedAt, visibility }) => {
          const isSame = kept.get(id) === updatedAt;
          if (isSame) confirmed.push(`${id} ${visibility}`);
          return isSame;
        },
        dropUnconfirmed: function* () {
          dropped = true;
          yield;
        },
      },
    });

    await quick.start();
    quick.stop();

    expect(confirmed).toEqual([`${same.id} internal`]);
    expect([...index.values()].sort()).toEqual(["Four", "Two again"]);
    expect([dropped, quick.isComplete()]).toEqual([true, true]);
  });

  it("does not let an older version that takes long come after a newer one", async () => {
    const one = await elsewhere.save(draft);
    let letOn: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      letOn = resolve;
    });
    const slow = followArticles({
      articles: here,
      onArticle: async (article) => {
        if (article.title === "One") await gate;
        index.set(article.id, article.title);
      },
      onGone: (id) => index.delete(id),
      patienceMs: 1,
      everyMs: 3_600_000,
    });
    const starting = slow.start();
    clock = noon + 60_000;
    await elsewhere.save({ ...draft, title: "One again", id: one.id });
    const looking = slow.look();
    letOn();
    await Promise.all([starting, looking]);
    await until(() => slow.isComplete());
    slow.stop();

    expect([...index.values()]).toEqual(["One again"]);
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
