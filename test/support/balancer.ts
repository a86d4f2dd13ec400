import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

const lookEveryMs = 100;
const lookMs = 2000;
/** So many looks without an answer in a row take a node out; one that says no, or takes no connection, is out at once. */
const lateMax = 3;

export interface Balancer {
  readonly url: string;
  /** Nodes that get new connections now, by their port. */
  ready(): readonly number[];
  close(): Promise<void>;
}

/**
 * What stands in front of the nodes of a desk: asks each for `/readyz`, gives new connections in turn to those that are
 * ready, and lets open connections be, as HAProxy does with its defaults.
 */
export async function openBalancer(nodes: readonly { readonly url: string }[]): Promise<Balancer> {
  const stopping = new AbortController();
  const sockets = new Set<Socket>();
  let ready: number[] = [];
  let turn = 0;
  const late = new Map<string, number>();

  const isReady = async (url: string): Promise<boolean> => {
    try {
      const { ok } = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(lookMs) });
      late.delete(url);
      return ok;
    } catch (error) {
      if (!(error instanceof Error && error.name === "TimeoutError")) return false;
      const count = (late.get(url) ?? 0) + 1;
      late.set(url, count);
      return ready.includes(portOf(url)) && count < lateMax;
    }
  };
  const look = async () => {
    const states = await Promise.all(
      nodes.map(async ({ url }) => ((await isReady(url)) ? [portOf(url)] : [])),
    );
    ready = states.flat();
  };
  const looking = (async () => {
    while (!stopping.signal.aborted) {
      await look();
      await wait(lookEveryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();

  const server = createServer((near) => {
    turn += 1;
    const port = ready[turn % Math.max(1, ready.length)];
    if (port === undefined) return void near.resetAndDestroy();
    const far = connect({ port, host: "127.0.0.1", noDelay: true });
    near.setNoDelay(true);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on("error", () => undefined);
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await look();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    ready: () => ready,
    close: async () => {
      stopping.abort();
      server.close();
      for (const socket of sockets) socket.destroy();
      await looking;
    },
  };
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}
