import type { AgentVerdict, GroupVerdict, Obstacle, Why } from "../../contract/index.js";
import { type AgentState, choose, obstaclesOf, type RoutedTo, type Wish } from "./eligible.js";

export interface WhySource {
  readonly wish: Wish;
  readonly agents: readonly AgentState[];
  /** Those of the wish. */
  readonly groups: readonly RoutedTo[];
  readonly at: number;
  readonly waitingSince?: number | undefined;
  readonly position?: number | undefined;
}

type Next = Why["next"];

/** Why a conversation has no agent yet, out of the very function that gives it out. */
export function explain(source: WhySource): Pick<Why, "groups" | "next" | "position" | "waitingSince"> {
  const groups = source.groups.map((group) => toVerdict(source, group));
  const { position, waitingSince } = source;
  return { waitingSince, position, groups, next: findNext(source, groups) };
}

function toVerdict({ wish, agents, at }: WhySource, group: RoutedTo): GroupVerdict {
  const { id, name, routing, hours } = group;
  const members = agents.filter((agent) => agent.groupIds.includes(id));
  return {
    id,
    name,
    giving: routing.giving,
    ...hours,
    agents: members.map((agent) => toAgent(agent, wish, obstaclesOf(agent, wish, group, at))),
  };
}

function toAgent(agent: AgentState, { offered }: Wish, obstacles: Obstacle[]): AgentVerdict {
  const { id, name, held, capacity } = agent;
  const verdict = { id, name, held, capacity, isFree: obstacles.length === 0, obstacles };
  return offered?.agentId === id ? { ...verdict, offeredUntil: offered.until } : verdict;
}

/** Of all that could change it, the nearest: what runs already, then what people can do, then time. */
function findNext(
  { wish, agents, groups, at, position }: WhySource,
  verdicts: readonly GroupVerdict[],
): Next {
  const { offered } = wish;
  if (offered !== undefined && offered.until > at) {
    return { kind: "offered", at: offered.until, agent: nameOf(agents, offered.agentId) };
  }
  const best = choose(wish, agents, groups, at);
  if (best !== undefined) {
    const isBehind = (position ?? 0) > 0;
    return { kind: isBehind ? "others-first" : "offer-follows", agent: best.name };
  }
  const open = verdicts.filter(({ isOpen }) => isOpen);
  const picking = open.filter(({ giving }) => giving === "pull").flatMap((group) => group.agents);
  const picker = picking.find(({ isFree }) => isFree);
  if (picker !== undefined) return { kind: "agent-picks", agent: picker.name };
  const soonest = earliest(verdicts.filter(({ isOpen }) => !isOpen).map(toOpening));
  if (open.length === 0) return soonest ?? { kind: "group-opens" };
  const nearest = open
    .flatMap((group) => group.agents)
    .sort((a, b) => a.obstacles.length - b.obstacles.length);
  return nearest[0] === undefined ? { kind: "no-agents" } : byObstacle(nearest);
}

function toOpening({ opensAt, name }: GroupVerdict): Next {
  return { kind: "group-opens", at: opensAt, group: name };
}

const byKind: Readonly<Record<Obstacle["kind"], Next["kind"]>> = {
  disconnected: "agent-returns",
  offline: "agent-returns",
  away: "agent-returns",
  busy: "agent-returns",
  full: "talk-ends",
  "channel-full": "talk-ends",
  "no-skill": "skill-needed",
  "no-language": "language-needed",
  declined: "rest-ends",
  resting: "rest-ends",
  deciding: "others-first",
  "offered-to-other": "offered",
};

/** Likelier first: a decision that is being made, a rest that ends by itself, a talk that ends, somebody who returns. */
const likelihood: readonly Next["kind"][] = [
  "offered",
  "others-first",
  "rest-ends",
  "talk-ends",
  "agent-returns",
  "language-needed",
  "skill-needed",
];

function byObstacle(agents: readonly AgentVerdict[]): Next {
  // Who has one thing against them only needs that one to change.
  const fewest = agents[0]?.obstacles.length ?? 0;
  const next = agents
    .filter(({ obstacles }) => obstacles.length === fewest)
    .map(({ name, obstacles }): Next => {
      const last = [...obstacles].sort((a, b) => rank(byKind[b.kind]) - rank(byKind[a.kind]))[0];
      if (last === undefined) return { kind: "no-agents" };
      return { kind: byKind[last.kind], agent: name, at: "until" in last ? last.until : undefined };
    })
    .sort((a, b) => rank(a.kind) - rank(b.kind) || (a.at ?? Infinity) - (b.at ?? Infinity));
  return next[0] ?? { kind: "no-agents" };
}

function rank(kind: Next["kind"]): number {
  return likelihood.indexOf(kind);
}

function earliest(next: readonly Next[]): Next | undefined {
  return [...next].sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity))[0];
}

function nameOf(agents: readonly AgentState[], id: string): string | undefined {
  return agents.find((agent) => agent.id === id)?.name;
}
