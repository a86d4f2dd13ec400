import { AsyncLocalStorage } from "node:async_hooks";
import { createBatcher, createLanes } from "../../store/index.js";

describe("batches", () => {
  it("hand on together what arrives in one turn of the loop, and answer each its own", async () => {
    const batches: (readonly number[])[] = [];
    const batcher = createBatcher<number, number>({
      maxItems: 3,
      run: async (items) => {
        batches.push(items);
        return items.map((item) => item * 10);
      },
    });

    const results = await Promise.all([1, 2, 3, 4, 5].map(batcher.add));

    expect(results).toEqual([10, 20, 30, 40, 50]);
    expect(batches).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
  });

  it("wait for others as long as they may, and take as many as they may", async () => {
    const batches: (readonly number[])[] = [];
    const batcher = createBatcher<number, number>({
      maxItems: 5,
      gatherMs: 20,
      waitingAtMost: 3,
      run: async (items) => {
        batches.push(items);
        return items;
      },
    });
    const first = batcher.add(1);
    await new Promise((resolve) => setImmediate(resolve));

    const results = await Promise.allSettled([first, ...[2, 3, 4].map(batcher.add)]);

    expect(batches).toEqual([[1, 2, 3]]);
    expect(results[3]).toMatchObject({
      status: "rejected",
      reason: { message: "Too many wait for the store." },
    });
  });

  it("each run in the name of one of their own, not of who came when it all began", async () => {
    const names = new AsyncLocalStorage<string>();
    const ran: (string | undefined)[] = [];
    const batcher = createBatcher<number, number>({
      maxItems: 2,
      run: async (items) => {
        ran.push(names.getStore());
        return items;
      },
    });

    const add = (name: string, item: number) => names.run(name, () => batcher.add(item));
    const results = await Promise.all([add("first", 1), add("second", 2), add("third", 3)]);

    expect(results).toEqual([1, 2, 3]);
    expect(ran).toEqual(["first", "third"]);
  });

  it("fail together and leave the next ones alone", async () => {
    const batcher = createBatcher<string, string>({
      maxItems: 2,
      run: async (items) => {
        if (items.includes("bad")) throw new Error("refused");
        return items;
      },
    });

    const results = await Promise.allSettled(["bad", "with it", "after"].map(batcher.add));

    expect(results.map((one) => one.status)).toEqual(["rejected", "rejected", "fulfilled"]);
  });
});

describe("lanes", () => {
  it("keep the order within a name while others go on beside it", async () => {
    const done: string[] = [];
    const held: { release: () => void } = { release: () => undefined };
    const hold = new Promise<void>((resolve) => {
      held.release = resolve;
    });
    const lanes = createLanes<string, string>({
      count: 4,
      nameOf: (item) => item.slice(0, 1),
      maxItems: 1,
      run: async (items) => {
        if (items.includes("a1")) await hold;
        done.push(...items);
        return items;
      },
    });

    const first = [lanes.add("a1"), lanes.add("a2")];
    await lanes.add("b1");
    held.release();
    await Promise.all(first);
    await lanes.idle();

    expect(done).toEqual(["b1", "a1", "a2"]);
  });
});
