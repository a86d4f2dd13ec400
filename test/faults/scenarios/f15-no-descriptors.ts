import { execFileSync } from "node:child_process";
import { connect, type Socket } from "node:net";
import { keptDescriptors } from "../../../http/bound-connections.js";
import { leastDescriptors } from "../../../http/descriptors.js";
import { startStopwatch } from "../../support/slowness.js";
import type { Crowd } from "../crowd.js";
import { until } from "../until.js";
import type { Desk } from "../stage/desk.js";
import type { Scenario } from "../stage/scenario.js";
import type { Stage } from "../stage/stage.js";

/** A limit that falls while the node runs, below what it would start with. */
const fallen = 256;
/** More than the standing load has open. */
const others = 100;
const atOnce = 50;

export const noDescriptors: Scenario = {
  id: "F15",
  fault: `as few descriptors as it starts with, ${fallen} while it runs, and twice as many connections`,
  criterion:
    "new connections are refused at once, the old ones are served, and new ones are taken ≤ 1 s after some go",
  on: ["sqlite", "postgres"],
  play: async (stage) => {
    const desk = await stage.desk({
      through: ["prlimit", `--nofile=${leastDescriptors}:${leastDescriptors}`],
    });
    const crowd = await stage.crowd(desk, { requesters: 20, agents: 5 });
    await floodAndLeave(stage, { desk, crowd, limit: leastDescriptors });
    execFileSync("prlimit", ["--pid", String(desk.nodes[0]?.pid), `--nofile=${fallen}:${fallen}`]);
    // The next flood comes before the node has looked, or after it: both must hold.
    await stage.last(stage.dice(2000));
    await floodAndLeave(stage, { desk, crowd, limit: fallen });
    await stage.judge(desk, crowd);
  },
};

async function floodAndLeave(
  stage: Stage,
  { desk, crowd, limit }: { readonly desk: Desk; readonly crowd: Crowd; readonly limit: number },
): Promise<void> {
  const [node] = desk.nodes;
  if (node === undefined) throw new Error("There is no node.");
  const idle: Socket[] = [];
  stage.finally(() => leave(idle));
  while (idle.length < limit * 2) await come(idle, node.port);
  const stay = () => idle.filter(({ destroyed }) => !destroyed).length;
  await until("those too many are sent away", () => stay() <= limit, 20_000);
  const least = limit - keptDescriptors - others;
  stage.check(`Of ${limit * 2} connections, with ${limit} descriptors, stay`, stay(), stay() >= least);
  const answer = await askHealth(node.port);
  stage.check(`A new connection then (${limit})`, answer, answer === "refused");
  const { count } = await stage.acksDuring(crowd, stage.last(stage.part(20_000, 3000)));
  stage.check(`Acknowledgements over the old connections meanwhile (${limit})`, count, count > 0);
  leave(idle);
  const watch = startStopwatch();
  const serves = async () => (await askHealth(node.port)) === "served";
  await until("it takes new connections again", serves, 20_000);
  const late = Math.round(watch.lateMs());
  stage.atMost(
    `New connections are taken again (${limit}), beside ${late} ms for a busy machine`,
    watch.ms(),
    1000,
  );
}

/** Some at a time: how many wait to be accepted is the kernel's limit, and not the one that is looked at. */
async function come(idle: Socket[], port: number): Promise<void> {
  const coming = Array.from({ length: atOnce }, () => connect(port, "127.0.0.1").resume());
  idle.push(...coming);
  await Promise.all(
    coming.map(
      (socket) =>
        new Promise<void>((resolve) => {
          for (const event of ["connect", "close"]) socket.once(event, () => resolve());
          socket.on("error", () => resolve());
        }),
    ),
  );
}

function leave(idle: Socket[]): void {
  for (const socket of idle.splice(0)) socket.destroy();
}

/** Over a bare connection of its own: what a client of HTTP would do about a refusal is not looked at. */
function askHealth(port: number, withinMs = 5000): Promise<"served" | "refused" | "hangs"> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const end = (answer: "served" | "refused" | "hangs") => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer);
    };
    const timer = setTimeout(() => end("hangs"), withinMs);
    socket.on("data", (bytes: Buffer) => end(bytes.includes("200 OK") ? "served" : "refused"));
    socket.on("error", () => end("refused"));
    socket.on("close", () => end("refused"));
    socket.write("GET /healthz HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n");
  });
}
