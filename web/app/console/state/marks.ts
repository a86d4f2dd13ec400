import type { Attendance } from "../../../../contract/attendance.js";
import { type ConsoleState, isOwnGroup, isWaiting, listWaiting } from "./console-state.js";
import { countWaiting } from "./queue-count.js";

/** Marks the groups that are not shown, and lets a sound and a badge follow (S1-7). */
export function markArrival(
  state: ConsoleState,
  { id, groupIds }: Pick<Attendance, "groupIds"> & { readonly id?: string },
): ConsoleState {
  const shown = state.workTab === "queue" ? state.shownGroupId : undefined;
  const own = groupIds.filter((groupId) => isOwnGroup(state.me, groupId));
  const hidden = own.includes(shown ?? "") ? [] : own;
  return {
    ...state,
    arrivals: state.arrivals + 1,
    freshGroupIds: new Set([...state.freshGroupIds, ...hidden]),
    freshIds: new Set([...state.freshIds, ...(id !== undefined && hidden.length > 0 ? [id] : [])]),
  };
}

/**
 * Takes the marks away whose cause is gone: who came was taken by a colleague, or has given up. Where only the beginning
 * of the queue is known a mark stays as long as anybody waits.
 */
export function settleMarks(state: ConsoleState): ConsoleState {
  if (state.freshGroupIds.size === 0) return state;
  const fresh = [...state.freshIds].flatMap((id) => state.attendances.get(id) ?? []).filter(isWaiting);
  const isMarked = (groupId: string): boolean =>
    fresh.some(({ groupIds }) => groupIds.includes(groupId)) ||
    (!state.count.isWhole && countWaiting(state, groupId) > 0);
  const freshGroupIds = [...state.freshGroupIds].filter(isMarked);
  if (freshGroupIds.length === state.freshGroupIds.size && fresh.length === state.freshIds.size) return state;
  return { ...state, freshGroupIds: new Set(freshGroupIds), freshIds: new Set(fresh.map(({ id }) => id)) };
}

/**
 * Who came while the line was away. Where only the beginning of the queue was known, who is unknown in it may long have
 * waited: then the counts tell.
 */
export function markMissed(
  before: ConsoleState,
  after: ConsoleState,
  joinedIds: readonly string[],
): ConsoleState {
  const wasWaiting = (id: string) => {
    const known = before.attendances.get(id);
    return known !== undefined && isWaiting(known);
  };
  const arrived = before.count.isWhole
    ? listWaiting(after).filter(({ id }) => !wasWaiting(id))
    : [...after.count.groups]
        .filter(([id, waiting]) => waiting > (before.count.groups.get(id) ?? waiting))
        .map(([id]) => ({ groupIds: [id] }));
  const marked = arrived.reduce(markArrival, after);
  const joined = joinedIds.filter((id) => !before.openIds.includes(id));
  return { ...marked, arrivals: marked.arrivals + joined.length };
}
