import { createStore, type StoreApi } from "zustand/vanilla";
import type { Wall, WallAgent, WallChange, WallTalk } from "../../../contract/team/wall.js";
import type { ChatClient } from "../../chat/index.js";

export interface WallState {
  readonly phase: "loading" | "ready" | "failed" | "refused";
  readonly talks: ReadonlyMap<string, WallTalk>;
  readonly agents: readonly WallAgent[];
  readonly groups: Wall["groups"];
  readonly waiting: number;
  readonly waitTargetMs: number;
  /** How far this clock is behind the server's, ms. */
  readonly clockOffMs: number;
}

export interface WallStore {
  readonly store: StoreApi<WallState>;
  reload(): Promise<void>;
  stop(): void;
}

const empty: WallState = {
  phase: "loading",
  talks: new Map(),
  agents: [],
  groups: [],
  waiting: 0,
  waitTargetMs: 600_000,
  clockOffMs: 0,
};

/** The desk as the server tells it: whole with each connection, then what changed. */
export function createWallStore(client: ChatClient): WallStore {
  const store = createStore<WallState>(() => empty);
  let round = 0;

  async function reload(): Promise<void> {
    const outcome = await client.request("wall:follow", { on: true });
    if (!outcome.ok) {
      const refused = outcome.error.code === "access/denied";
      if (store.getState().phase !== "ready") store.setState({ phase: refused ? "refused" : "failed" });
      return;
    }
    if (outcome.wall) store.setState(takeWall(outcome.wall));
  }

  function followConnection(): void {
    const connection = client.connection.getSnapshot();
    if (connection.status !== "online" || connection.round === round) return;
    round = connection.round;
    void reload();
  }

  const leave = [
    client.on("wall:changed", (change) => store.setState((state) => takeChange(state, change))),
    client.connection.subscribe(followConnection),
  ];
  followConnection();
  return {
    store,
    reload,
    stop() {
      void client.request("wall:follow", { on: false });
      for (const end of leave) end();
    },
  };
}

export function takeWall({ at, talks, ...wall }: Wall): Partial<WallState> {
  const known = new Map(talks.map((talk) => [talk.id, talk]));
  return { ...wall, phase: "ready", talks: known, clockOffMs: at - Date.now() };
}

/** An older version of a talk changes nothing. */
export function takeChange(state: WallState, change: WallChange): Partial<WallState> {
  const talks = new Map(state.talks);
  for (const talk of change.talks) {
    const known = talks.get(talk.id);
    if (!known || known.version <= talk.version) talks.set(talk.id, talk);
  }
  for (const id of change.gone) talks.delete(id);
  return { talks, waiting: change.waiting, agents: takeAgents(state.agents, change) };
}

/** The same list where nobody has changed; who is new stands at the end. */
function takeAgents(agents: WallState["agents"], change: WallChange): WallState["agents"] {
  if (change.agents.length === 0 && change.goneAgents.length === 0) return agents;
  const changed = new Map(change.agents.map((agent) => [agent.id, agent]));
  const known = agents
    .filter(({ id }) => !change.goneAgents.includes(id))
    .map((agent) => changed.get(agent.id) ?? agent);
  const ids = new Set(agents.map(({ id }) => id));
  return [...known, ...change.agents.filter(({ id }) => !ids.has(id))];
}
