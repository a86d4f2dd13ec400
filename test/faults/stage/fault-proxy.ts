import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** What the line does to bytes. Times in ms. */
export interface Line {
  readonly delayMs: number;
  /** The delay differs by up to this, in both directions; the order of bytes stays. */
  readonly jitterMs: number;
  /** Nothing arrives, nothing is closed; what was sent arrives when the line is healed. */
  readonly isBlackhole: boolean;
  /** New connections are reset. */
  readonly refuses: boolean;
  /** Bytes go one by one, each in a packet of its own. */
  readonly isSliced: boolean;
  readonly bytesPerSecond: number;
}

export interface FaultProxy {
  readonly port: number;
  readonly url: string;
  set(line: Partial<Line>): void;
  /** Back to a line without faults. */
  heal(): void;
  /** Ends every open connection with RST. */
  reset(): number;
  /** The connection is reset in place of the answers that the choice falls on: executed, but never told. */
  cutAnswers(choose: ((bytes: Buffer) => boolean) | undefined): void;
  /** How many answers were cut off. */
  cuts(): number;
  /** How many connections were ever made. */
  accepted(): number;
  pointAt(port: number): void;
  close(): Promise<void>;
}

const clear: Line = {
  delayMs: 0,
  jitterMs: 0,
  isBlackhole: false,
  refuses: false,
  isSliced: false,
  bytesPerSecond: Number.POSITIVE_INFINITY,
};
/** More slices than this are no other test than this many. */
const mostSlices = 400;

/** A line on loopback that can be made as bad as lines are. */
export async function openFaultProxy(firstTarget: number): Promise<FaultProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let target = firstTarget;
  let line = clear;
  let choose: ((bytes: Buffer) => boolean) | undefined;
  let cuts = 0;
  let accepted = 0;

  const server = createServer((near) => {
    near.on("error", () => undefined);
    accepted += 1;
    if (line.refuses) return void near.resetAndDestroy();
    const far = connect({ port: target, host: "127.0.0.1", noDelay: true });
    const pair = [near, far] as const;
    pairs.add(pair);
    near.setNoDelay(true);
    far.on("error", () => undefined);
    for (const socket of pair)
      socket.on("close", () => {
        near.destroy();
        far.destroy();
        pairs.delete(pair);
      });
    const up = lay(far, () => line);
    const down = lay(near, () => line);
    near.on("data", up);
    far.on("data", (bytes: Buffer) => {
      if (choose?.(bytes) !== true) return down(bytes);
      cuts += 1;
      near.resetAndDestroy();
    });
    if (line.isBlackhole) for (const socket of pair) socket.pause();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given.");

  function set(change: Partial<Line>): void {
    line = { ...line, ...change };
    for (const pair of pairs) for (const socket of pair) line.isBlackhole ? socket.pause() : socket.resume();
  }

  function reset(): number {
    const open = [...pairs];
    for (const [near, far] of open) {
      near.resetAndDestroy();
      far.destroy();
    }
    return open.length;
  }

  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}`,
    set,
    heal: () => set(clear),
    reset,
    cutAnswers: (next) => {
      choose = next;
    },
    cuts: () => cuts,
    accepted: () => accepted,
    pointAt: (port) => {
      target = port;
      reset();
    },
    close: async () => {
      for (const pair of pairs) for (const socket of pair) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** One direction: bytes arrive in their order, as late and in such pieces as the line says. */
function lay(to: Socket, line: () => Line): (bytes: Buffer) => void {
  const waiting: { readonly bytes: Buffer; readonly due: number }[] = [];
  let free = 0;

  // One timer at a time, for the first: a later one, of a line that has become better, might end before it.
  function pass(): void {
    const now = performance.now();
    for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
      if (first.due > now) return void setTimeout(pass, Math.ceil(first.due - now));
      waiting.shift();
      const pieces = line().isSliced ? slice(first.bytes) : [first.bytes];
      if (!to.destroyed) for (const piece of pieces) to.write(piece);
    }
  }

  return (bytes) => {
    const { delayMs, jitterMs, bytesPerSecond } = line();
    const now = performance.now();
    const late = delayMs + (jitterMs === 0 ? 0 : (Math.random() * 2 - 1) * jitterMs);
    free = Math.max(free, now + late) + (bytes.length / bytesPerSecond) * 1000;
    waiting.push({ bytes, due: free });
    if (waiting.length === 1) pass();
  };
}

function slice(bytes: Buffer): Buffer[] {
  const size = Math.max(1, Math.ceil(bytes.length / mostSlices));
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  );
}
