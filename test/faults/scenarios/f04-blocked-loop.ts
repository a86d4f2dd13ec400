import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { until } from "../until.js";
import { writeThroughHangingNode } from "../stage/late-words.js";
import type { Scenario } from "../stage/scenario.js";

const preload = pathToFileURL(resolve("test/faults/stage/block-loop.mjs")).href;

export const blockedLoop: Scenario = {
  id: "F4",
  fault: "the event loop of one server stands still for 35 s",
  criterion: "as F3; the metrics report the lag",
  on: ["two-nodes"],
  play: async (stage) => {
    const blockMs = stage.part(35_000, 5000);
    const environment = { NODE_OPTIONS: `--import ${preload}`, BLOCK_LOOP_MS: String(blockMs) };
    const desk = await stage.desk({ environment });
    const crowd = await stage.crowd(desk);
    const [node] = desk.nodes;
    const late = await writeThroughHangingNode(desk, crowd, {
      begin: () => node?.signal("SIGUSR2"),
      over: async () => {
        const answers = () =>
          fetch(`${node?.url}/healthz`, { signal: AbortSignal.timeout(1000) }).then(
            ({ ok }) => ok,
            () => false,
          );
        await until("the loop turns again", answers, blockMs + 30_000);
      },
    });
    const metrics = await (await fetch(`${node?.url}/metrics`)).text();
    const lag = Number(
      /^deskhand_nodejs_eventloop_lag_max_seconds(?:\{[^}]*\})? ([\d.e+-]+)/m.exec(metrics)?.[1] ??
        Number.NaN,
    );
    stage.check("Late writes refused", `${late.refused} of ${late.sent}`, late.refused === late.sent);
    stage.check("Owners of one epoch, at most", late.owners, late.owners === 1);
    stage.check("Lag in the metrics, s", lag, lag > (blockMs / 1000) * 0.8);
    await stage.judge(desk, crowd);
  },
};
