import { type Balancer, openBalancer } from "../support/balancer.js";
import { logIn } from "../support/desk-client.js";
import "../support/postgres.js";
import "../support/redis.js";
import { type Crowd, openCrowd } from "./crowd.js";
import { addPeople } from "./people.js";
import { openScaledDesk, type ScaledDesk } from "./scaled-desk.js";
import { until } from "./until.js";

/** Thirty times what the balancer needs to look at a node: on a busy machine it looks late. */
const drainSeconds = 3;

describe("a rolling restart of two nodes behind a balancer (issue 7)", () => {
  let desk: ScaledDesk;
  let balancer: Balancer;
  let crowd: Crowd;

  beforeAll(async () => {
    desk = await openScaledDesk({ DRAIN_SECONDS: String(drainSeconds) });
    balancer = await openBalancer(desk.nodes);
  });
  afterAll(async () => {
    crowd.close();
    await balancer.close();
    await desk.close();
  });

  it("loses no message and fails no request that is asked twice, while people talk", async () => {
    const who = await addPeople(desk.store, { requesters: 5, agents: 3 });
    crowd = openCrowd({ ...who, store: desk.store, urls: [balancer.url], seed: 83, pauseMs: 25 });
    const talked = async (more: number) => {
      const before = crowd.history.acked.length;
      await until("people talk", () => crowd.history.acked.length > before + more);
    };
    const reading = readWithoutEnd(balancer.url, await logIn(balancer.url, "ana"));

    await talked(30);
    for (const node of desk.nodes) {
      const port = Number(new URL(node.url).port);
      const ended = node.stop();
      await until("the balancer to take it out", () => !balancer.ready().includes(port));
      expect(await ended).toMatchObject({ code: 0 });
      await talked(20);
      await node.start();
      await until("the balancer to take it back", () => balancer.ready().includes(port));
      await talked(20);
    }
    const read = await reading.end();

    expect(await crowd.judge()).toEqual([]);
    expect(read.failed).toEqual([]);
    expect(read.answered).toBeGreaterThan(50);
    expect(desk.deaths()).toBe(0);
  });
});

/** Reads over HTTP, one request after the other; each may be asked twice, as every client of a balancer does. */
function readWithoutEnd(url: string, token: string) {
  let isOver = false;
  let answered = 0;
  const failed: string[] = [];
  const ask = async (): Promise<string> => {
    try {
      const response = await fetch(`${url}/api/v1/catalog`, {
        headers: { authorization: `Bearer ${token}` },
      });
      await response.text();
      return String(response.status);
    } catch (error) {
      return String(error);
    }
  };
  const run = (async () => {
    while (!isOver) {
      const first = await ask();
      const answer = first === "200" ? first : await ask();
      if (answer === "200") answered += 1;
      else failed.push(`${first}, then ${answer}`);
    }
  })();
  return {
    end: async () => {
      isOver = true;
      await run;
      return { answered, failed };
    },
  };
}
