import { monitorEventLoopDelay } from "node:perf_hooks";

/**
 * The processor time, in ms, that the quickest of several runs of this work took: what others do to the machine, and
 * garbage that happens to be collected, are not what is measured.
 */
export function leastProcessorMs(work: () => unknown, runs = 3): number {
  const took = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...took);
}

const resolutionMs = 10;
/** What is asked of a desk passes through several processes, and each of them may have to wait for its turn. */
const turns = 5;

export interface Stopwatch {
  /** How long it was, less `lateMs`. */
  ms(): number;
  /** What this machine, busy with other work, may have taken of it by running late what was due. */
  lateMs(): number;
}

/** A clock for promises in time. */
export function startStopwatch(): Stopwatch {
  const late = monitorEventLoopDelay({ resolution: resolutionMs });
  late.enable();
  const since = performance.now();
  const lateMs = () => turns * Math.max(0, late.max / 1e6 - 2 * resolutionMs);
  return { lateMs, ms: () => Math.max(0, performance.now() - since - lateMs()) };
}
