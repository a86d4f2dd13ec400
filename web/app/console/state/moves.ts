import type { ConsoleState, WorkTab } from "./console-state.js";
import { forgetOver } from "./forget.js";

/** What the agent does with the screen itself: none of it concerns the server. */
export function showTab(state: ConsoleState, conversationId: string): ConsoleState {
  return { ...state, activeId: conversationId };
}

/** Closes a tab; its right neighbour is shown, or the left one where there is none. */
export function closeTab(state: ConsoleState, conversationId: string): ConsoleState {
  const at = state.openIds.indexOf(conversationId);
  if (at < 0) return state;
  const openIds = state.openIds.filter((id) => id !== conversationId);
  const activeId = state.activeId === conversationId ? (openIds[at] ?? openIds[at - 1]) : state.activeId;
  return forgetOver({ ...state, openIds, activeId });
}

export function showWork(state: ConsoleState, workTab: WorkTab): ConsoleState {
  const next = { ...state, workTab };
  return workTab === "queue" && state.shownGroupId ? showGroup(next, state.shownGroupId) : next;
}

/** What is looked at is no longer new. */
export function showGroup(state: ConsoleState, groupId: string): ConsoleState {
  const freshGroupIds = new Set([...state.freshGroupIds].filter((id) => id !== groupId));
  return { ...state, shownGroupId: groupId, freshGroupIds };
}
