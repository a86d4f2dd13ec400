import { setImmediate as breathe } from "node:timers/promises";

/** About a millisecond on SQLite. */
const idsPerPiece = 200;

/**
 * Does something with a few of many ids at a time, in their order. SQLite answers in this thread: others are served
 * between two pieces, however many there are. The first error ends it.
 */
export async function inPieces(
  ids: readonly string[],
  run: (ids: readonly string[]) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < ids.length; at += idsPerPiece) {
    if (at > 0) await breathe();
    await run(ids.slice(at, at + idsPerPiece));
  }
}
