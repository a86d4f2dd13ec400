import type { Timers } from "../../../chat/index.js";

const recountAfterMs = 1500;
/** While a queue never rests its count and its list are never of the same moment: only what stays wrong is wrong. */
const missesMax = 10;

interface Watched {
  /** Whether the group was counted again since it was looked at. */
  isMoving: boolean;
  misses: number;
}

/**
 * Looks at a group some time after it was counted: a list that differs for longer than a fact needs to arrive has
 * missed something, and is read anew.
 */
export function createRecount(options: {
  readonly timers: Timers;
  readonly isOutOfStep: (groupId: string) => boolean;
  readonly reload: () => void;
}): (groupId: string) => void {
  const { timers, isOutOfStep, reload } = options;
  const watched = new Map<string, Watched>();

  function look(groupId: string, one: Watched): void {
    one.misses = isOutOfStep(groupId) ? one.misses + 1 : 0;
    const isMissing = one.misses > 0 && (!one.isMoving || one.misses >= missesMax);
    if (isMissing) reload();
    if (one.isMoving && !isMissing) watchOn(groupId, one);
    else watched.delete(groupId);
  }

  function watchOn(groupId: string, one: Watched): void {
    one.isMoving = false;
    watched.set(groupId, one);
    timers.after(recountAfterMs, () => look(groupId, one));
  }

  return (groupId) => {
    const one = watched.get(groupId);
    if (one === undefined) watchOn(groupId, { isMoving: false, misses: 0 });
    else one.isMoving = true;
  };
}
