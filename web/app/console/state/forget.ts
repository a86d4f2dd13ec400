import type { Attendance } from "../../../../contract/attendance.js";
import { type ConsoleState, isHeldBy } from "./console-state.js";

/** How many of those that are over are remembered by their version: more than any fact can come too late. */
const passedMax = 500;

/** What waits, what this agent holds, and what has a tab; the rest is for the lists of records. */
export function concerns({ me, openIds }: ConsoleState, attendance: Attendance): boolean {
  const { phase, conversationId } = attendance;
  return phase === "logged" || isHeldBy(attendance, me.id) || openIds.includes(conversationId);
}

/** Whether a fact of this version would only bring back what is over. */
export function isPassed({ passed }: ConsoleState, { id, version }: Attendance): boolean {
  return (passed.get(id) ?? -1) >= version;
}

/**
 * Lets go of what no longer concerns this agent: a console that is open all day hears of every attendance of its
 * groups, and must not keep them all.
 */
export function forgetOver(state: ConsoleState): ConsoleState {
  const over = [...state.attendances.values()].filter((attendance) => !concerns(state, attendance));
  if (over.length === 0) return state;
  const attendances = new Map(state.attendances);
  const passed = new Map(state.passed);
  for (const { id, version } of over) {
    attendances.delete(id);
    passed.set(id, version);
  }
  const tooMany = passed.size - passedMax;
  for (const id of [...passed.keys()].slice(0, Math.max(0, tooMany))) passed.delete(id);
  return { ...state, attendances, passed };
}
