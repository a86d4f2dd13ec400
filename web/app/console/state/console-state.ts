import type { Account, Availability, Group } from "../../../../contract/account.js";
import type { Attendance } from "../../../../contract/attendance.js";
import type { Facts } from "../../../../contract/events.js";
import type { AgentSummary } from "../../shared/api.js";

export type WorkTab = "mine" | "queue" | "colleagues" | "all";

/** How many wait, as the server counts them: the list here may be no more than the beginning of the queue. */
export interface QueueCount {
  readonly groups: ReadonlyMap<string, number>;
  /** How often those who wait for several of the own groups are counted too often by adding these up. */
  readonly twice: number;
  /** Whether everybody who waits is in the list. */
  readonly isWhole: boolean;
}

export const nothingCounted: QueueCount = { groups: new Map(), twice: 0, isWhole: true };

/** What the console knows of the desk, as far as this agent may see it. */
export interface ConsoleState {
  readonly me: Pick<Account, "id" | "name" | "role" | "groupIds">;
  /** `loading` until the first snapshot came. */
  readonly phase: "loading" | "ready" | "failed";
  readonly availability: Availability;
  readonly capacity: number | undefined;
  readonly attendances: ReadonlyMap<string, Attendance>;
  readonly count: QueueCount;
  /** Versions of those that were let go of. */
  readonly passed: ReadonlyMap<string, number>;
  readonly groups: readonly Group[];
  readonly agents: readonly AgentSummary[];
  /** Pictures of the desk's people, by id. */
  readonly photos: ReadonlyMap<string, string>;
  readonly workTab: WorkTab;
  readonly shownGroupId: string | undefined;
  /** Groups that got new work while something else was shown (S1-7). */
  readonly freshGroupIds: ReadonlySet<string>;
  /** For whom these groups are marked. */
  readonly freshIds: ReadonlySet<string>;
  /** Attendances whose acceptance has been asked for and not answered. */
  readonly accepting: ReadonlySet<string>;
  /** What this agent is asked to take, and until when; ms UTC. */
  readonly offers: ReadonlyMap<string, number>;
  /** What follows from several that were let pass, and until when. */
  readonly pause: Facts["offers:paused"] | undefined;
  /** What several of the agent's groups could take: one of them has to be chosen (S0-25). */
  readonly choosing: { readonly attendanceId: string; readonly groups: readonly Group[] } | undefined;
  /** Conversations with an open tab, in the order of the tabs. */
  readonly openIds: readonly string[];
  readonly activeId: string | undefined;
  /** Grows with each new entry in the queue: a sound and a badge follow it. */
  readonly arrivals: number;
}

export function createConsoleState(me: ConsoleState["me"]): ConsoleState {
  return {
    me,
    phase: "loading",
    availability: "available",
    capacity: undefined,
    attendances: new Map(),
    count: nothingCounted,
    passed: new Map(),
    groups: [],
    agents: [],
    photos: new Map(),
    workTab: "queue",
    shownGroupId: me.groupIds[0],
    freshGroupIds: new Set(),
    freshIds: new Set(),
    accepting: new Set(),
    offers: new Map(),
    pause: undefined,
    choosing: undefined,
    openIds: [],
    activeId: undefined,
    arrivals: 0,
  };
}

export function isWaiting({ phase, status }: Attendance): boolean {
  return phase === "logged" && status === "pending";
}

export function isHeldBy({ phase, agent }: Attendance, accountId: string): boolean {
  return phase === "accepted" && agent?.id === accountId;
}

/** The order in which they should be taken: the lower number first, then who has waited longest (S1-7). */
export function listWaiting({ attendances, me }: ConsoleState, groupId?: string): Attendance[] {
  const isShown = (id: string) => (groupId ? id === groupId : isOwnGroup(me, id));
  return [...attendances.values()]
    .filter((attendance) => isWaiting(attendance) && attendance.groupIds.some(isShown))
    .sort((one, other) => one.priority - other.priority || one.waitingSince - other.waitingSince);
}

/** What this agent holds, in the order of acceptance. */
export function listHeld({ attendances, me }: ConsoleState): Attendance[] {
  return [...attendances.values()]
    .filter((attendance) => isHeldBy(attendance, me.id))
    .sort((one, other) => (one.acceptedAt ?? 0) - (other.acceptedAt ?? 0));
}

/** The newest attendance of a conversation that is known here. */
export function findAttendance(
  { attendances }: ConsoleState,
  conversationId: string,
): Attendance | undefined {
  return [...attendances.values()]
    .filter((attendance) => attendance.conversationId === conversationId)
    .sort((one, other) => other.waitingSince - one.waitingSince)[0];
}

/** The tabs of the queue: an agent's own groups (S1-6); supervisors and admins look after all of them. */
export function listOwnGroups({ groups, me }: ConsoleState): Group[] {
  return groups.filter(({ id }) => isOwnGroup(me, id));
}

export function isOwnGroup({ role, groupIds }: ConsoleState["me"], groupId: string): boolean {
  return role !== "agent" || groupIds.includes(groupId);
}

/** What the desk gives out by itself is taken by the one who is asked. */
export function mayAccept({ offers }: ConsoleState, { id, giving }: Attendance): boolean {
  return giving !== "push" || offers.has(id);
}
