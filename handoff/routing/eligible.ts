import type { Availability, GroupRouting, Locale, Obstacle } from "../../contract/index.js";

/** An agent as far as giving out conversations is concerned. */
export interface AgentState {
  readonly id: string;
  readonly name: string;
  readonly groupIds: readonly string[];
  readonly status: Availability;
  readonly isOnline: boolean;
  readonly held: number;
  readonly capacity: number;
  /** How many of `held` are on each channel. */
  readonly heldOn: ReadonlyMap<string, number>;
  readonly skills: readonly string[];
  readonly languages: readonly Locale[];
  /** Let several offers pass in a row. */
  readonly restingUntil?: number | undefined;
  readonly deciding?: { readonly attendanceId: string; readonly until: number } | undefined;
  /** When they last got or ended a conversation; 0 when not lately. */
  readonly idleSince: number;
}

/** A conversation that wants an agent. */
export interface Wish {
  readonly attendanceId?: string | undefined;
  readonly groupIds: readonly string[];
  readonly channel: string;
  readonly language: Locale;
  readonly skills: readonly string[];
  /** Whoever had it before is asked first, else whoever served its requester last. */
  readonly lastAgentId?: string | undefined;
  readonly offered?: { readonly agentId: string; readonly until: number } | undefined;
  readonly answers: ReadonlyMap<string, PastAnswers>;
}

/** What an agent has said to this conversation before. */
export interface PastAnswers {
  readonly declinedUntil: number;
  readonly lapses: number;
}

export interface Hours {
  readonly isOpen: boolean;
  /** Open, and too near to closing for new ones (S1-32). */
  readonly isEnding: boolean;
  readonly opensAt?: number | undefined;
  readonly closesAt?: number | undefined;
  readonly timeZone?: string | undefined;
}

export interface RoutedTo {
  readonly id: string;
  readonly name: string;
  readonly routing: GroupRouting;
  readonly hours: Hours;
}

/**
 * Everything that stands between an agent and a conversation of a group, at that moment. The router gives out by it
 * and the explanation shows it: there is no second opinion. What is only about offers is left out where agents pick.
 */
export function obstaclesOf(agent: AgentState, wish: Wish, group: RoutedTo, at: number): Obstacle[] {
  const found = [...presenceOf(agent), ...roomOf(agent, wish, group.routing), ...claimsOf(agent, wish, at)];
  return group.routing.giving === "pull" ? found : [...found, ...offersOf(agent, wish, group.routing, at)];
}

function presenceOf({ status, isOnline }: AgentState): Obstacle[] {
  if (status === "offline") return [{ kind: "offline" }];
  if (!isOnline) return [{ kind: "disconnected" }];
  return status === "available" ? [] : [{ kind: status }];
}

function roomOf(agent: AgentState, { channel }: Wish, routing: GroupRouting): Obstacle[] {
  const { held, capacity } = agent;
  if (held >= capacity) return [{ kind: "full", held, capacity }];
  const most = routing.channelCapacity[channel];
  const there = agent.heldOn.get(channel) ?? 0;
  return most === undefined || there < most
    ? []
    : [{ kind: "channel-full", channel, held: there, capacity: most }];
}

function claimsOf(agent: AgentState, { offered }: Wish, at: number): Obstacle[] {
  if (offered === undefined || offered.agentId === agent.id || offered.until <= at) return [];
  return [{ kind: "offered-to-other", until: offered.until }];
}

function offersOf(agent: AgentState, wish: Wish, routing: GroupRouting, at: number): Obstacle[] {
  const found: Obstacle[] = [];
  for (const skill of new Set([...routing.skills, ...wish.skills])) {
    if (!agent.skills.includes(skill)) found.push({ kind: "no-skill", skill });
  }
  const spoken = agent.languages.length > 0 ? agent.languages : routing.languages;
  if (spoken.length > 0 && !spoken.includes(wish.language)) {
    found.push({ kind: "no-language", language: wish.language });
  }
  const declinedUntil = wish.answers.get(agent.id)?.declinedUntil ?? 0;
  if (declinedUntil > at) found.push({ kind: "declined", until: declinedUntil });
  if ((agent.restingUntil ?? 0) > at) found.push({ kind: "resting", until: agent.restingUntil ?? 0 });
  const { deciding } = agent;
  if (deciding !== undefined && deciding.attendanceId !== wish.attendanceId) {
    found.push({ kind: "deciding", until: deciding.until });
  }
  return found;
}

/** Whether anything could be offered to the agent at all; for nothing that `obstaclesOf` would not find each time. */
export function isFree(agent: AgentState, at: number): boolean {
  const isResting = (agent.restingUntil ?? 0) > at;
  const hasRoom = agent.held < agent.capacity && agent.deciding === undefined;
  return presenceOf(agent).length === 0 && hasRoom && !isResting;
}

/** Whom to ask: of those whom nothing stands against, in a group that is open and gives out by itself. */
export function choose(
  wish: Wish,
  agents: readonly AgentState[],
  groups: readonly RoutedTo[],
  at: number,
): AgentState | undefined {
  const giving = groups.filter(
    ({ id, routing, hours }) => wish.groupIds.includes(id) && routing.giving === "push" && hours.isOpen,
  );
  const able = agents.filter((agent) =>
    giving.some(
      (group) => agent.groupIds.includes(group.id) && obstaclesOf(agent, wish, group, at).length === 0,
    ),
  );
  const [first, ...others] = able;
  if (first === undefined) return undefined;
  return others.reduce((best, agent) => (compare(agent, best, wish) < 0 ? agent : best), first);
}

/** The former agent, then who has not let this one pass, then the least loaded, then the longest idle. */
function compare(one: AgentState, other: AgentState, wish: Wish): number {
  const isLast = (agent: AgentState) => Number(agent.id === wish.lastAgentId);
  const lapses = (agent: AgentState) => wish.answers.get(agent.id)?.lapses ?? 0;
  return (
    lapses(one) - lapses(other) ||
    isLast(other) - isLast(one) ||
    one.held / one.capacity - other.held / other.capacity ||
    one.idleSince - other.idleSince ||
    (one.id < other.id ? -1 : 1)
  );
}
