import type { DeskKind } from "./scenario.js";
import { type Trouble, troubles } from "./troubles.js";

/** One trouble of a schedule: when it begins, ms after the first moment, how long it lasts, and on which node. */
export interface Step {
  readonly beginsMs: number;
  readonly lastsMs: number;
  readonly trouble: Trouble;
  readonly at: number;
}

const apartMs = 2500;
/** What has just been brought back is left alone for so long, ms. */
const restMs = 500;

/** Troubles at random, several of them at once: the same dice, the same schedule. */
export function planSchedule(options: {
  readonly dice: (below: number) => number;
  readonly kind: DeskKind;
  readonly lengthMs: number;
}): readonly Step[] {
  const { dice, kind, lengthMs } = options;
  const possible = troubles.filter(({ on }) => on.includes(kind));
  const nodes = kind === "two-nodes" ? 2 : 1;
  const busyUntil = new Map<string, number>();
  const steps: Step[] = [];
  for (let beginsMs = dice(apartMs); beginsMs < lengthMs; beginsMs += 200 + dice(apartMs)) {
    const trouble = possible[dice(possible.length)];
    const at = dice(nodes);
    if (trouble === undefined) break;
    const lastsMs = 1 + dice(trouble.mostMs);
    const place = placeOf({ trouble, at });
    if ((busyUntil.get(place) ?? 0) > beginsMs) continue;
    busyUntil.set(place, beginsMs + lastsMs + restMs);
    steps.push({ beginsMs, lastsMs, trouble, at });
  }
  return steps;
}

/** Where a step happens: what happens in one place never overlaps. */
export function placeOf({ trouble, at }: Pick<Step, "trouble" | "at">): string {
  return isOfNode(trouble) ? `${trouble.place} ${at + 1}` : trouble.place;
}

/** The schedule in words, for whoever reads the verdict. */
export function tellSchedule(steps: readonly Step[]): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  return steps
    .map(({ beginsMs, lastsMs, trouble, at }) => {
      const lasts = lastsMs > 1 ? ` for ${seconds(lastsMs)}` : "";
      return `${seconds(beginsMs)} ${trouble.name}${isOfNode(trouble) ? ` ${at + 1}` : ""}${lasts}`;
    })
    .join("; ");
}

function isOfNode({ place }: Trouble): boolean {
  return place === "node" || place === "line";
}
