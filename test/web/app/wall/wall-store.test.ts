import type { Wall, WallAgent, WallTalk } from "../../../../contract/team/wall.js";
import { takeChange, takeWall, type WallState } from "../../../../web/app/wall/wall-store.js";

const agent = (id: string, active = 0) => ({ id, name: id, active }) as WallAgent;
const talk = (id: string, version = 1) => ({ id, version, phase: "logged" }) as WallTalk;
const wall: Wall = {
  at: 0,
  talks: [talk("a"), talk("b")],
  agents: [agent("bruno"), agent("carla")],
  groups: [],
  waiting: 2,
  waitTargetMs: 1000,
};
const quiet = { at: 1, waiting: 2, talks: [], gone: [], agents: [], goneAgents: [] };
const start = takeWall(wall) as WallState;

describe("what the wall is told", () => {
  it("changes only the agents who are told, and leaves the list as it is where none is", () => {
    const { agents } = takeChange(start, { ...quiet, agents: [agent("carla", 2)] });

    expect(agents).toEqual([agent("bruno"), agent("carla", 2)]);
    expect(agents?.[0]).toBe(start.agents[0]);
    expect(takeChange(start, quiet).agents).toBe(start.agents);
  });

  it("adds who is new and takes away who is no agent any more", () => {
    const change = { ...quiet, agents: [agent("diego")], goneAgents: ["bruno"] };

    expect(takeChange(start, change).agents).toEqual([agent("carla"), agent("diego")]);
  });

  it("takes away what is over, and an older version changes nothing", () => {
    const next = { ...start, ...takeChange(start, { ...quiet, talks: [talk("a", 3)], gone: ["b"] }) };

    expect([...(takeChange(next, { ...quiet, talks: [talk("a", 2)] }).talks ?? [])]).toEqual([
      ["a", talk("a", 3)],
    ]);
  });
});
