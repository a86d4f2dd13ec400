import { openFront } from "../support/front.js";
import "../support/postgres.js";
import "../support/redis.js";
import { type Crowd, openCrowd } from "./crowd.js";
import { addPeople } from "./people.js";
import { openScaledDesk, type ScaledDesk } from "./scaled-desk.js";
import { until } from "./until.js";

describe("two nodes of which one dies", () => {
  let desk: ScaledDesk;
  let crowd: Crowd;

  beforeEach(async () => {
    desk = await openScaledDesk();
  });
  afterEach(async () => {
    crowd.close();
    await desk.close();
  });

  it("lose nothing: who was on the dead node goes on on the other one (F18)", async () => {
    const [first, second] = desk.nodes;
    const portOf = (url: string) => Number(new URL(url).port);
    const fronts = [await openFront(portOf(first.url)), await openFront(portOf(second.url))];
    const who = await addPeople(desk.store, { requesters: 5, agents: 3 });
    const urls = fronts.map((front) => front.url);
    crowd = openCrowd({ ...who, store: desk.store, urls, seed: 61, pauseMs: 25 });
    const talked = async (more: number) => {
      const before = crowd.history.acked.length;
      await until("people talk", () => crowd.history.acked.length > before + more);
    };

    await talked(40);
    await first.kill();
    fronts[0]?.pointAt(portOf(second.url));
    await talked(40);
    await first.start();
    fronts[0]?.pointAt(portOf(first.url));
    await talked(20);
    await second.kill();
    fronts[1]?.pointAt(portOf(first.url));
    await talked(20);

    expect(await crowd.judge()).toEqual([]);
    for (const front of fronts) await front.close();
    expect(desk.deaths()).toBe(0);
  });
});
