import { join } from "node:path";
import { connectStore, type Store } from "../../store/index.js";
import { buildDesk, newDataDir } from "../support/desk-process.js";
import { DeskNode } from "./desk-node.js";

export interface EmbeddedDesk {
  readonly node: DeskNode;
  /** The node's own database, opened a second time by the test. */
  readonly store: Store;
  close(): Promise<void>;
}

/** One serving node with SQLite and its queue in memory. */
export async function openEmbeddedDesk(): Promise<EmbeddedDesk> {
  buildDesk();
  const data = newDataDir();
  const node = new DeskNode(data.path);
  await node.start();
  const store = connectStore({ file: join(data.path, "desk.db") });
  return {
    node,
    store,
    close: async () => {
      await node.kill();
      await store.close();
      data.remove();
    },
  };
}
