import type { Redis } from "ioredis";
import type { Scenario } from "../stage/scenario.js";

export const killedConnections: Scenario = {
  id: "F9",
  fault: "CLIENT KILL TYPE normal and pubsub every 500 ms",
  criterion: "nothing is lost; no storm of reconnects; listeners are not multiplied",
  on: ["postgres", "two-nodes"],
  play: async (stage) => {
    const desk = await stage.desk();
    const client = await desk.redis?.connect();
    const crowd = await stage.crowd(desk);
    const before = await counts(client);
    const rounds = stage.part(60, 8);
    for (let round = 0; round < rounds; round += 1) {
      await stage.last(500);
      await client?.call("CLIENT", "KILL", "TYPE", round % 2 === 0 ? "normal" : "pubsub", "SKIPME", "yes");
    }
    await stage.nextAck(crowd);
    await stage.last(2500);
    const after = await counts(client);
    const made = (after.made - before.made) / (rounds * desk.nodes.length);
    stage.check("Connections made for each kill and node", made, made <= 3);
    stage.check(
      "Open connections before and after",
      `${before.open}, ${after.open}`,
      after.open <= before.open + 1,
    );
    const said = desk.nodes.map((node) => node.said).join("");
    stage.check(
      "Warnings of leaking listeners",
      said.includes("MaxListeners") ? "yes" : "no",
      !said.includes("MaxListeners"),
    );
    await stage.judge(desk, crowd);
  },
};

async function counts(client: Redis | undefined): Promise<{ open: number; made: number }> {
  const info = (await client?.info()) ?? "";
  const read = (name: string) => Number(new RegExp(`${name}:(\\d+)`).exec(info)?.[1] ?? Number.NaN);
  return { open: read("connected_clients"), made: read("total_connections_received") };
}
