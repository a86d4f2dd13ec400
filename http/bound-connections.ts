import type { Server, Socket } from "node:net";
import { readDescriptorLimit } from "./descriptors.js";
import type { FaultLog } from "./reply.js";

export interface BoundOptions {
  readonly log: Pick<FaultLog, "warn">;
  /** The connections there are, the newest last. */
  readonly open: ReadonlySet<Socket>;
  readonly readLimit?: () => number | undefined;
}

/** Descriptors that stay for what serving takes: the database, Redis, files, and what the desk itself asks. */
export const keptDescriptors = 128;
/** The limit of a process can be changed from outside while it runs. */
const lookEveryMs = 1000;
const sayEveryMs = 10_000;

/**
 * Takes as many connections as there are descriptors for and ends further ones at once, so that those who are there are
 * served on, whatever comes (reliability F15). Call it when the server listens.
 */
export function boundConnections(
  server: Server,
  { log, open, readLimit = readDescriptorLimit }: BoundOptions,
): void {
  const say = atMostEvery(sayEveryMs, (fields: object) =>
    log.warn(fields, "Connections are refused: no more files and connections may be open at once."),
  );
  const look = () => {
    const limit = readLimit();
    if (limit !== undefined) server.maxConnections = Math.max(1, limit - keptDescriptors);
  };
  look();
  const looking = setInterval(look, lookEveryMs).unref();
  server.on("drop", () => say({ open: open.size }));
  server.on("error", (error) => {
    say({ err: error, open: open.size });
    // libuv tries again at once, for as long as somebody waits to be accepted: without a descriptor it would for ever.
    if (isOutOfDescriptors(error)) [...open].at(-1)?.destroy();
  });
  server.once("close", () => clearInterval(looking));
}

function isOutOfDescriptors(error: Error): boolean {
  return "code" in error && (error.code === "EMFILE" || error.code === "ENFILE");
}

function atMostEvery<T>(ms: number, work: (what: T) => void): (what: T) => void {
  let nextAt = 0;
  return (what) => {
    if (performance.now() < nextAt) return;
    nextAt = performance.now() + ms;
    work(what);
  };
}
