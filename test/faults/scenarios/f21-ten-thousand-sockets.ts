import { addPeople } from "../people.js";
import type { Desk } from "../stage/desk.js";
import { type Fleet, openFleet } from "../stage/many-sockets.js";
import type { Scenario } from "../stage/scenario.js";
import { residentMb, type Stage } from "../stage/stage.js";

const whole = 10_000;
const perAccount = 20;

export const tenThousandSockets: Scenario = {
  id: "F21",
  fault: "10,000 sockets",
  criterion: "connected ≤ 30 s, RSS ≤ 600 MB, acknowledgements p99 ≤ 100 ms under the standing load",
  on: ["sqlite", "postgres"],
  play: async (stage) => {
    const desk = await stage.desk();
    const count = stage.part(whole, 500);
    const crowd = await stage.crowd(desk);
    const calm = await stage.acksDuring(crowd, stage.last(stage.part(30_000, 3000)));
    const since = performance.now();
    const fleet = await launch(stage, desk, count);
    await fleet.connected(count, 120_000);
    stage.atMost(`${count} sockets connected`, performance.now() - since, (30_000 * count) / whole + 3000);
    const { p99, count: acks } = await stage.acksDuring(crowd, stage.last(stage.part(30_000, 4000)));
    stage.check("p99 of acknowledgements without them, ms", calm.p99, true);
    stage.atMost(`p99 of ${acks} acknowledgements`, p99, Math.max(100, Math.ceil(1.5 * calm.p99)));
    stage.atMost("RSS of the node", residentMb(desk.nodes[0]?.pid ?? 0), 600, "MB");
    await fleet.close();
    await stage.judge(desk, crowd);
  },
};

export const reconnectStorm: Scenario = {
  id: "F22",
  fault: "kill -9 with 10,000 sockets: all come back at once",
  criterion: "all are back ≤ 60 s after it serves again; no second outage",
  on: ["sqlite", "postgres"],
  play: async (stage) => {
    const desk = await stage.desk();
    const count = stage.part(whole, 500);
    const fleet = await launch(stage, desk, count);
    await fleet.connected(count, 120_000);
    const crowd = await stage.crowd(desk);
    const [node] = desk.nodes;
    for (let round = 0; round < stage.part(5, 1); round += 1) {
      await node?.kill();
      await node?.start();
      const since = performance.now();
      await fleet.connected(count, 120_000);
      stage.atMost(`All ${count} are back`, performance.now() - since, 60_000);
      stage.atMost("First acknowledgement after that", await stage.nextAck(crowd), 3000);
    }
    await fleet.close();
    await stage.judge(desk, crowd);
  },
};

async function launch(stage: Stage, desk: Desk, count: number): Promise<Fleet> {
  const who = await addPeople(desk.store, { requesters: Math.ceil(count / perAccount), agents: 0 });
  const tokens = who.requesters.map(({ token }) => token);
  // Not through a line that can be made bad: it takes two descriptors for each of them, more than a process has.
  const fleet = openFleet({ url: desk.nodes[0]?.url ?? "", tokens, count, processes: 2 });
  stage.finally(fleet.close);
  return fleet;
}
