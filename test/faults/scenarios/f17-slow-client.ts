import { randomUUID } from "node:crypto";
import { io } from "socket.io-client";
import { newCanary } from "../oracles/canary.js";
import type { History } from "../oracles/history.js";
import type { Person } from "../person.js";
import type { Scenario } from "../stage/scenario.js";
import { residentMb } from "../stage/stage.js";
import { end, enter, pairUp } from "../stage/talks.js";
import { until } from "../until.js";

const messageChars = 7900;

export const slowClient: Scenario = {
  id: "F17",
  fault: "a client stops reading while 10 MB a second are told to it",
  criterion: "≤ 1 MB waits for one socket, then it is dropped and reads what it missed; memory + ≤ 50 MB",
  on: ["sqlite", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const crowd = await stage.crowd(desk);
    const {
      requesters,
      agents,
      who,
      end: leave,
    } = await enter(desk, crowd.history, { requesters: 1, agents: 1 });
    const [requester] = requesters;
    const [agent] = agents;
    const [reader] = who.requesters;
    if (!requester || !agent || !reader) throw new Error("Nobody came.");
    const pair = await pairUp(requester, agent, crowd.history);
    const pid = desk.nodes[0]?.pid ?? 0;
    const flood = async (wantedMb: number, each: (sentMb: number) => void) => {
      for (let sentMb = 0; sentMb < wantedMb; each(sentMb)) {
        const texts = Array.from({ length: 40 }, () => `${newCanary()} ${"x".repeat(messageChars)}`);
        await Promise.all(
          texts.map((text) => send(requester, pair.talk.conversationId, text, crowd.history)),
        );
        sentMb += (texts.length * messageChars) / 1e6;
      }
    };
    // What a flood costs anyhow is not what the client that does not read costs.
    const wantedMb = stage.part(300, 12);
    await flood(wantedMb, () => undefined);
    const before = residentMb(pid);

    const sleeper = io(desk.nodes[0]?.url ?? "", {
      auth: { token: reader.token },
      transports: ["websocket"],
      forceNew: true,
      reconnection: false,
    });
    stage.finally(() => sleeper.close());
    await until("the sleeper is there", () => sleeper.connected);
    await sleeper.emitWithAck("conversation:open", { conversationId: pair.talk.conversationId });
    Reflect.get(sleeper.io.engine.transport, "ws")._socket.pause();

    const dropped = () => desk.nodes.some((node) => node.said.includes("does not read"));
    const since = performance.now();
    let most = before;
    let droppedAfterMb = Number.NaN;
    await flood(wantedMb, (sentMb) => {
      most = Math.max(most, residentMb(pid));
      if (Number.isNaN(droppedAfterMb) && dropped()) droppedAfterMb = sentMb;
    });
    const sentMb = wantedMb;
    stage.check("Told to it, MB a second", sentMb / ((performance.now() - since) / 1000), true);
    // What the two kernels hold for a socket comes on top of what the process holds.
    stage.atMost("Dropped after", droppedAfterMb, 10, "MB");
    stage.atMost("Memory of the node grew by", most - before, 50, "MB");
    await until("it is dropped", dropped, 5000).catch(() => undefined);
    await end(pair);
    leave();
    await stage.judge(desk, crowd);
  },
};

function send(requester: Person, conversationId: string, text: string, { canaries }: History) {
  canaries.write(requester.id, text);
  return requester.ask("message:send", { conversationId, clientMessageId: randomUUID(), text });
}
