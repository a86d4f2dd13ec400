import { createKeptAnswers } from "../../app/kept-answers.js";
import { AppError } from "../../contract/index.js";
import { engines, openTestStore, type TestStore } from "../support/stores.js";

describe.each(engines)("answers of requests that name themselves, on %s (issue 8)", (engine) => {
  let store: TestStore;
  let at: number;
  let runs: number;
  beforeEach(async () => {
    store = await openTestStore(engine);
    at = 1_800_000_000_000;
    runs = 0;
  });
  afterEach(() => store.discard());

  const open = () => createKeptAnswers({ store, now: () => at });
  const request = (body: unknown, more: { key?: string; accountId?: string } = {}) => ({
    accountId: "ana",
    key: "k1",
    method: "post",
    path: "/api/v1/tickets",
    body,
    ...more,
  });
  const make = async () => {
    runs += 1;
    return { status: 201, body: { number: runs }, headers: { "X-Made": "yes" } };
  };

  it("answers the same request with the same answer, and does nothing twice", async () => {
    const first = await open().once(request({ text: "x" }), make);
    const again = await open().once(request({ text: "x" }), make);

    expect(runs).toBe(1);
    expect(first).toMatchObject({ status: 201, body: { number: 1 } });
    expect(again).toEqual({
      status: 201,
      body: { number: 1 },
      headers: { "X-Made": "yes", "Idempotency-Replayed": "true" },
    });
  });

  it("refuses the key for another body, and keeps it apart from the keys of others", async () => {
    await open().once(request({ text: "x" }), make);

    await expect(open().once(request({ text: "y" }), make)).rejects.toMatchObject({
      code: "request/key-reused",
      status: 422,
    });
    await open().once(request({ text: "y" }, { accountId: "rui" }), make);
    await open().once(request({ text: "y" }, { key: "k2" }), make);
    expect(runs).toBe(3);
  });

  it("lets one of twenty at the same moment through; the others hear that it is under way, or its answer", async () => {
    const nodes = [open(), open()];
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        nodes[at % 2]?.once(request({ text: "x" }), make).catch((error: unknown) => error),
      ),
    );

    expect(runs).toBe(1);
    for (const outcome of outcomes) {
      if (outcome instanceof Error) expect(outcome).toMatchObject({ code: "request/under-way", status: 409 });
      else expect(outcome).toMatchObject({ status: 201, body: { number: 1 } });
    }
    expect(await open().once(request({ text: "x" }), make)).toMatchObject({ body: { number: 1 } });
  });

  it("does not keep what failed: the same request may be tried again", async () => {
    const fail = async () => {
      runs += 1;
      throw new AppError("ticket/not-configured", "no");
    };
    await expect(open().once(request({}), fail)).rejects.toMatchObject({ code: "ticket/not-configured" });

    expect(await open().once(request({}), make)).toMatchObject({ status: 201 });
    expect(runs).toBe(2);
  });

  it("takes over from a node that died half way, and forgets after a day", async () => {
    await new Promise<void>((begun) => {
      void open().once(request({}), () => {
        begun();
        return new Promise(() => undefined);
      });
    });
    const isUnderWay = async () =>
      (await open()
        .once(request({}), make)
        .catch((error: AppError) => error.code)) === "request/under-way";
    expect(await isUnderWay()).toBe(true);
    at += 119_000;
    expect(await isUnderWay()).toBe(true);
    at += 2000;
    expect(await open().once(request({}), make)).toMatchObject({ status: 201 });

    at += 24 * 3_600_000 + 1;
    expect(await open().once(request({ other: true }), make)).toMatchObject({ body: { number: 2 } });
    at += 24 * 3_600_000 + 1;
    await open().forgetOld();
    expect(await store.db.selectFrom("kept_answer").selectAll().execute()).toEqual([]);
  });
});
