import type { Attendance } from "../../../../contract/attendance.js";
import type { Facts } from "../../../../contract/events.js";
import type { AgentSummary } from "../../shared/api.js";
import { type ConsoleState, isHeldBy, isOwnGroup, isWaiting, type QueueCount } from "./console-state.js";
import { concerns, forgetOver, isPassed } from "./forget.js";
import { markArrival, markMissed, settleMarks } from "./marks.js";
import { closeTab } from "./moves.js";

/** One function per server event: the state after it was heard. An older version changes nothing. */
export function hearAttendance(state: ConsoleState, fact: Facts["attendance:changed"]): ConsoleState {
  return settleMarks(takeAttendance(state, fact));
}

function takeAttendance(state: ConsoleState, { attendance }: Facts["attendance:changed"]): ConsoleState {
  const known = state.attendances.get(attendance.id);
  if ((known && known.version > attendance.version) || isPassed(state, attendance)) return state;
  const kept = known?.context && !attendance.context ? { ...attendance, context: known.context } : attendance;
  const attendances = new Map(state.attendances).set(attendance.id, kept);
  const arrived = state.phase === "ready" && isWaiting(attendance) && !(known && isWaiting(known));
  // An offer that still stands is told again after the attendance itself.
  const offers =
    known && known.version < attendance.version ? without(state.offers, attendance.id) : state.offers;
  const next = { ...state, attendances, offers };
  if (isHeldBy(attendance, state.me.id)) return openTab(next, attendance.conversationId);
  if (!concerns(next, attendance)) return forgetOver(next);
  return arrived ? markArrival(next, attendance) : next;
}

/** The agent is asked; new work, like an arrival. */
export function hearOffer(
  state: ConsoleState,
  { attendanceId, until }: Facts["attendance:offered"],
): ConsoleState {
  const isNew = !state.offers.has(attendanceId);
  const offers = new Map(state.offers).set(attendanceId, until);
  return { ...state, offers, arrivals: state.arrivals + (isNew ? 1 : 0), pause: undefined };
}

export function dropOffer(state: ConsoleState, attendanceId: string): ConsoleState {
  return { ...state, offers: without(state.offers, attendanceId) };
}

function without(offers: ConsoleState["offers"], id: string): ConsoleState["offers"] {
  return new Map([...offers].filter(([one]) => one !== id));
}

export function hearPresence(state: ConsoleState, fact: Facts["presence:changed"]): ConsoleState {
  const { accountId, status, online } = fact;
  const agents = state.agents.map((agent) => (agent.id === accountId ? { ...agent, status, online } : agent));
  return { ...state, agents, ...(accountId === state.me.id ? { availability: status } : {}) };
}

/** The queue is another one: what is shown is one of the agent's groups of now. */
export function hearGroups(state: ConsoleState, { groupIds }: Facts["groups:changed"]): ConsoleState {
  const me = { ...state.me, groupIds: [...groupIds] };
  const isShown = state.shownGroupId !== undefined && isOwnGroup(me, state.shownGroupId);
  const freshGroupIds = new Set([...state.freshGroupIds].filter((id) => isOwnGroup(me, id)));
  return { ...state, me, freshGroupIds, shownGroupId: isShown ? state.shownGroupId : groupIds[0] };
}

/** A talk that a colleague added this agent to opens beside the others; one that was left closes (S1-29, S1-30). */
export function hearParticipants(state: ConsoleState, fact: Facts["participants:changed"]): ConsoleState {
  const { conversationId, change } = fact;
  if (change.person.id !== state.me.id) return state;
  if (change.kind !== "added") return closeTab(state, conversationId);
  return { ...openTab(state, conversationId), arrivals: state.arrivals + 1 };
}

/** The conversation is no longer this agent's: it leaves the list, and its tab stays to be read. */
export function hearOwnershipLost(state: ConsoleState, fact: Facts["ownership:lost"]): ConsoleState {
  const attendances = new Map(state.attendances);
  for (const [id, attendance] of attendances) {
    if (attendance.conversationId === fact.conversationId && isHeldBy(attendance, state.me.id)) {
      attendances.delete(id);
    }
  }
  return { ...state, attendances };
}

export interface Snapshot {
  readonly items: readonly Attendance[];
  readonly count: QueueCount;
  readonly groups: ConsoleState["groups"];
  readonly agents: readonly AgentSummary[];
  /** Talks of others in which this agent takes part. */
  readonly joinedIds?: readonly string[];
  /** The conversation that was shown before this tab was loaded again. */
  readonly shownId?: string | undefined;
}

/**
 * A snapshot replaces what was known, except what was heard since it was asked for: of that the newer version stays
 * (S1-22). Who came while nothing was heard is marked like everybody who comes.
 */
export function takeSnapshot(
  state: ConsoleState,
  snapshot: Snapshot,
  heard: ReadonlySet<string>,
): ConsoleState {
  const attendances = new Map([...state.attendances].filter(([id]) => heard.has(id)));
  for (const item of snapshot.items) {
    if (isPassed(state, item)) continue;
    const known = attendances.get(item.id);
    if (!known || known.version <= item.version) attendances.set(item.id, item);
  }
  const me = snapshot.agents.find(({ id }) => id === state.me.id);
  const shownGroupId = state.shownGroupId ?? snapshot.groups[0]?.id;
  const taken: ConsoleState = {
    ...state,
    phase: "ready",
    attendances,
    count: snapshot.count,
    groups: snapshot.groups,
    agents: snapshot.agents,
    photos: new Map(snapshot.agents.flatMap(({ id, photoUrl }) => (photoUrl ? [[id, photoUrl]] : []))),
    shownGroupId,
    ...(me ? { availability: me.status, capacity: me.capacity } : {}),
  };
  const held = [...attendances.values()].filter((attendance) => isHeldBy(attendance, state.me.id));
  const ownIds = [...held.map(({ conversationId }) => conversationId), ...(snapshot.joinedIds ?? [])];
  const opened = ownIds.reduce(openTab, taken);
  if (state.phase === "ready") return markMissed(state, settleMarks(opened), snapshot.joinedIds ?? []);
  return opened.openIds.includes(snapshot.shownId ?? "") ? { ...opened, activeId: snapshot.shownId } : opened;
}

/** Opens a tab without leaving the one that is shown; the first one is shown. */
export function openTab(state: ConsoleState, conversationId: string): ConsoleState {
  if (state.openIds.includes(conversationId)) return state;
  return {
    ...state,
    openIds: [...state.openIds, conversationId],
    activeId: state.activeId ?? conversationId,
  };
}
