import { buildDesk, newDataDir, spawnDesk } from "../support/desk-process.js";
import { type Front, openFront } from "../support/front.js";

/** A running desk as its people reach it: requesters by one address, agents by another. */
export interface Setup {
  readonly requesters: Front;
  readonly agents: Front;
  /** kill -9 of the node the requesters are on; afterwards they reach the desk again. */
  loseRequestersNode(): Promise<void>;
  stop(): Promise<void>;
}

/** SQLite and a queue in memory; the lost node is started again in the same folder. */
export async function startEmbedded(): Promise<Setup> {
  buildDesk();
  const data = newDataDir();
  let desk = await spawnDesk(data.path);
  const [requesters, agents] = [await openFront(desk.port), await openFront(desk.port)];
  return {
    requesters,
    agents,
    async loseRequestersNode() {
      await desk.kill();
      desk = await spawnDesk(data.path);
      for (const front of [requesters, agents]) front.pointAt(desk.port);
    },
    async stop() {
      for (const front of [requesters, agents]) await front.close();
      await desk.stop();
      data.remove();
    },
  };
}
