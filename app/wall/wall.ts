import type { Wall, WallChange, WallTalk } from "../../contract/team/index.js";
import { createTypedEvents, type TypedEvents } from "../../conversation/index.js";
import type { Handoff } from "../../handoff/index.js";
import type { Store } from "../../store/index.js";
import { countWaiting, readTalks } from "./read-talks.js";

/** As long as nobody set anything else: what the console shows in red. */
const waitTargetMs = 10 * 60_000;
/** Beyond these the wall tells only how many more wait. */
const talksMax = 2000;
/** Seen within 300 ms, whatever the way to the screen takes. */
export const wallEveryMs = 150;

/** What supervisors see of the whole desk: a snapshot, then what changed, told together. */
export interface WallFeed {
  readonly events: TypedEvents<{ changed: [change: WallChange] }>;
  snapshot(): Promise<Wall>;
  touch(attendanceId: string): void;
  touchAgents(): void;
  /** Tells what was touched since; run it every `wallEveryMs`. */
  tell(): Promise<void>;
}

export function createWall(options: {
  readonly store: Store;
  readonly handoff: Handoff;
  readonly now: () => number;
}): WallFeed {
  const { store, handoff, now } = options;
  const { db } = store;
  const events = createTypedEvents<{ changed: [change: WallChange] }>();
  const touched = new Set<string>();
  let areAgentsTouched = false;
  /** Agents as they were last told, by their ids. */
  let told: ReadonlyMap<string, string> | undefined;

  return {
    events,
    snapshot: async () => {
      const [talks, agents, groups, waiting] = await Promise.all([
        readTalks(db, { limit: talksMax }),
        handoff.people.agents(),
        readGroups(db),
        countWaiting(db),
      ]);
      return { at: now(), talks, agents: agents.map(toAgent), groups, waiting, waitTargetMs };
    },
    touch: (id) => {
      touched.add(id);
      // Who has how many changes with every attendance.
      areAgentsTouched = true;
    },
    touchAgents: () => {
      areAgentsTouched = true;
    },
    tell: async () => {
      if (touched.size === 0 && !areAgentsTouched) return;
      const ids = [...touched];
      touched.clear();
      areAgentsTouched = false;
      const [talks, agents, waiting] = await Promise.all([
        readTalks(db, { limit: talksMax, ids }),
        handoff.people.agents(),
        countWaiting(db),
      ]);
      const before = told;
      told = new Map(agents.map((agent) => [agent.id, JSON.stringify(toAgent(agent))]));
      const present = told;
      const changed = agents.filter(({ id }) => before?.get(id) !== present.get(id));
      const there = new Set(talks.map((talk: WallTalk) => talk.id));
      const gone = ids.filter((id) => !there.has(id));
      const goneAgents = [...(before?.keys() ?? [])].filter((id) => !present.has(id));
      events.emit("changed", { at: now(), talks, gone, agents: changed.map(toAgent), goneAgents, waiting });
    },
  };
}

/** Those that have a queue. */
function readGroups(db: Store["db"]) {
  return db
    .selectFrom("assignment_group")
    .select(["id", "name"])
    .where("takes_attendances", "=", 1)
    .orderBy("name")
    .execute();
}

type DeskAgent = Awaited<ReturnType<Handoff["people"]["agents"]>>[number];

function toAgent({ id, name, status, online, active, capacity, groupIds }: DeskAgent) {
  return { id, name, status, online, active, capacity, groupIds: [...groupIds] };
}
