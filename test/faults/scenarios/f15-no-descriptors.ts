import { execFileSync } from "node:child_process";
import { connect, type Socket } from "node:net";
import { until } from "../until.js";
import type { Scenario } from "../stage/scenario.js";

const most = 256;

export const noDescriptors: Scenario = {
  id: "F15",
  fault: `prlimit --nofile=${most}, and more connections than that`,
  criterion: "new connections are refused, the old ones are served, and it recovers when some go",
  on: ["sqlite", "postgres"],
  play: async (stage) => {
    const desk = await stage.desk();
    const crowd = await stage.crowd(desk, { requesters: 20, agents: 5 });
    const [node] = desk.nodes;
    // Not before it serves: Node reads its modules side by side, and with so few descriptors misses some of them.
    execFileSync("prlimit", ["--pid", String(node?.pid), `--nofile=${most}:${most}`]);
    const idle: Socket[] = [];
    stage.finally(() => {
      for (const socket of idle) socket.destroy();
    });
    for (let at = 0; at < most * 2; at += 1) {
      const socket = connect(node?.port ?? 0, "127.0.0.1").on("error", () => undefined);
      idle.push(socket);
    }
    await stage.last(1000);
    const answered = await fetch(`${node?.url}/healthz`, { signal: AbortSignal.timeout(1500) }).then(
      () => "served",
      () => "refused",
    );
    stage.check("A new connection without a free descriptor", answered, true);
    const { count } = await stage.acksDuring(crowd, stage.last(stage.part(20_000, 3000)));
    stage.check("Acknowledgements over the old connections meanwhile", count, count > 0);
    for (const socket of idle.splice(0)) socket.destroy();
    const since = performance.now();
    const serves = () =>
      fetch(`${node?.url}/healthz`, { signal: AbortSignal.timeout(5000) }).then(
        ({ ok }) => ok,
        () => false,
      );
    await until("it takes new connections again", serves, 20_000);
    stage.atMost("New connections are taken again", performance.now() - since, 5000);
    await stage.judge(desk, crowd);
  },
};
