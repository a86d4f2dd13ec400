import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface Front {
  readonly url: string;
  /** The port of the node behind it. */
  target(): number;
  /** New connections go to this port; the open ones are ended, as when a balancer takes a node out. */
  pointAt(port: number): void;
  /** The line is dead: open connections end, new ones are refused. */
  cut(): void;
  heal(): void;
  /** The open connections stand still for ever, both ways and without a word; new ones are served. */
  freeze(): void;
  /** The open connections carry what the browser says, and nothing back for ever; new ones are served. */
  deafen(): void;
  /** What the browser says goes through, what the server answers is kept back. */
  holdAnswers(): void;
  releaseAnswers(): void;
  close(): Promise<void>;
}

/** One address for the browser before a node that may be slow, away, or another one. */
export async function openFront(firstPort: number): Promise<Front> {
  const pairs = new Set<{ near: Socket; far: Socket }>();
  let port = firstPort;
  let dead = false;
  let holding = false;

  const server = createServer((near) => {
    near.on("error", () => undefined);
    if (dead) return void near.resetAndDestroy();
    const far = connect({ port, host: "127.0.0.1", noDelay: true });
    const pair = { near, far };
    pairs.add(pair);
    near.setNoDelay(true);
    far.on("error", () => undefined);
    for (const socket of [near, far]) socket.on("close", () => end(pair));
    near.pipe(far);
    far.pipe(near);
    if (holding) hold(pair);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  function end(pair: { near: Socket; far: Socket }): void {
    pair.near.destroy();
    pair.far.destroy();
    pairs.delete(pair);
  }

  function hold({ near, far }: { near: Socket; far: Socket }): void {
    far.unpipe(near);
    far.pause();
  }

  const endAll = () => [...pairs].forEach(end);
  return {
    url: `http://127.0.0.1:${toPort(server.address())}`,
    target: () => port,
    pointAt(next) {
      port = next;
      endAll();
    },
    cut() {
      dead = true;
      endAll();
    },
    heal() {
      dead = false;
    },
    freeze() {
      for (const { near, far } of pairs) {
        near.unpipe(far);
        far.unpipe(near);
        near.pause();
        far.pause();
      }
    },
    deafen() {
      [...pairs].forEach(hold);
    },
    holdAnswers() {
      holding = true;
      [...pairs].forEach(hold);
    },
    releaseAnswers() {
      holding = false;
      for (const { near, far } of pairs) far.pipe(near);
    },
    async close() {
      endAll();
      server.close();
      await once(server, "close");
    },
  };
}

function toPort(address: ReturnType<ReturnType<typeof createServer>["address"]>): number {
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return address.port;
}
