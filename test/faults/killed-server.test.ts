import { setTimeout as wait } from "node:timers/promises";
import { createDice } from "../handoff/rush.js";
import { startStopwatch } from "../support/slowness.js";
import { type Crowd, openCrowd } from "./crowd.js";
import { type EmbeddedDesk, openEmbeddedDesk } from "./embedded-desk.js";
import { addPeople } from "./people.js";
import { until } from "./until.js";

const kills = 10;

describe("an embedded desk whose process ends in the middle of talks", () => {
  let desk: EmbeddedDesk;
  let crowd: Crowd;

  beforeEach(async () => {
    desk = await openEmbeddedDesk();
    const people = await addPeople(desk.store, { requesters: 5, agents: 2 });
    crowd = openCrowd({ ...people, store: desk.store, urls: [desk.node.url], seed: 11 });
  });
  afterEach(async () => {
    crowd.close();
    await desk.close();
  });

  it("keeps every promise through ten kills at random moments (F1)", async () => {
    const dice = createDice(5);
    const firstAckMs: number[] = [];
    for (let killed = 0; killed < kills; killed += 1) {
      await wait(200 + dice(1000));
      await desk.node.kill();
      await desk.node.start();
      const watch = startStopwatch();
      const before = crowd.history.acked.length;
      await until("the first acknowledgement", () => crowd.history.acked.length > before);
      firstAckMs.push(watch.ms());
    }

    const { acked, won } = crowd.history;
    await until("there is enough to judge", () => acked.length > 100 && won.length > 5);

    expect(await crowd.judge()).toEqual([]);
    expect(Math.max(...firstAckMs)).toBeLessThan(3000);
  });

  it("ends what is under way at SIGTERM, in time and with code 0, and loses nothing (F2)", async () => {
    for (let round = 0; round < 3; round += 1) {
      const before = crowd.history.acked.length;
      await until("people talk", () => crowd.history.acked.length > before + 20);

      const { code, tookMs } = await desk.node.stop();

      expect({ code, signal: desk.node.deaths }).toEqual({ code: 0, signal: 0 });
      expect(tookMs).toBeLessThan(10_000);
      await desk.node.start();
    }

    expect(await crowd.judge()).toEqual([]);
  });
});
