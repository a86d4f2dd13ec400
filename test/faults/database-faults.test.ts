import { setTimeout as wait } from "node:timers/promises";
import { startStopwatch } from "../support/slowness.js";
import "../support/postgres.js";
import "../support/redis.js";
import { type Crowd, openCrowd } from "./crowd.js";
import { addPeople } from "./people.js";
import { openScaledDesk, type ScaledDesk } from "./scaled-desk.js";
import { until } from "./until.js";

describe("two nodes whose connections to PostgreSQL are ended", () => {
  let desk: ScaledDesk;
  let crowd: Crowd;

  beforeAll(async () => {
    desk = await openScaledDesk();
    const who = await addPeople(desk.store, { requesters: 6, agents: 3 });
    crowd = openCrowd({ ...who, store: desk.store, urls: desk.urls, seed: 41, pauseMs: 25 });
  });
  afterAll(async () => {
    crowd.close();
    await desk.close();
  });

  it("acknowledge nothing without its commit, live on, and serve again within five seconds (F12)", async () => {
    const { acked } = crowd.history;
    await until("people talk", () => acked.length > 20);
    let cut = 0;
    for (let round = 0; round < 12; round += 1) {
      cut += await desk.cutDatabase();
      await wait(400);
    }
    expect(desk.deaths()).toBe(0);
    const watch = startStopwatch();
    cut += await desk.cutDatabase();
    const before = acked.length;
    await until("the first acknowledgement after the last cut", () => acked.length > before);
    const backAfterMs = watch.ms();

    expect(await crowd.judge()).toEqual([]);
    expect(backAfterMs).toBeLessThan(5000);
    expect(cut).toBeGreaterThan(12);
    expect(desk.deaths()).toBe(0);
  });
});
