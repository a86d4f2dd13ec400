import type { Facts } from "../../../../contract/events.js";
import type { AttendanceList } from "../../shared/api.js";
import {
  type ConsoleState,
  isOwnGroup,
  listWaiting,
  nothingCounted,
  type QueueCount,
} from "./console-state.js";

/** As many entries of a group are shown at once; so many of each are known here, however long the queue. */
export const entriesAtOnce = 50;

/** Out of a snapshot of the queue; a server that does not count has sent all there is. */
export function takeCount({ items, waiting }: AttendanceList, me: ConsoleState["me"]): QueueCount {
  if (waiting === undefined) return nothingCounted;
  const groups = new Map(waiting.groups.map((group) => [group.groupId, group.waiting]));
  return { groups, twice: sumOf(groups, me) - waiting.total, isWhole: waiting.total <= items.length };
}

/** The same list, counted anew. */
export function countAnew(
  { count, me }: ConsoleState,
  waiting: NonNullable<AttendanceList["waiting"]>,
): QueueCount {
  return { ...takeCount({ items: [], waiting }, me), isWhole: count.isWhole };
}

export function hearCount(state: ConsoleState, fact: Facts["queue:changed"]): ConsoleState {
  const groups = new Map(state.count.groups).set(fact.groupId, fact.waiting);
  return { ...state, count: { ...state.count, groups } };
}

/** How many wait in a group, or in all of the agent's groups, each once. */
export function countWaiting(state: ConsoleState, groupId?: string): number {
  const { count, me } = state;
  const known = listWaiting(state, groupId).length;
  if (count.isWhole) return known;
  if (groupId !== undefined) return count.groups.get(groupId) ?? known;
  return Math.max(known, sumOf(count.groups, me) - count.twice);
}

/** Whether the list does not show what it should: all of the group, or at least its first ones. */
export function isOutOfStep(state: ConsoleState, groupId: string): boolean {
  const known = listWaiting(state, groupId).length;
  const counted = state.count.groups.get(groupId) ?? known;
  return known > counted || known < (state.count.isWhole ? counted : Math.min(counted, entriesAtOnce));
}

function sumOf(groups: ReadonlyMap<string, number>, me: ConsoleState["me"]): number {
  let sum = 0;
  for (const [id, waiting] of groups) if (isOwnGroup(me, id)) sum += waiting;
  return sum;
}
