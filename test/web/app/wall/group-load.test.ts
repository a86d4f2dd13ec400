import type { WallAgent, WallTalk } from "../../../../contract/team/wall.js";
import { measureGroups } from "../../../../web/app/wall/group-load.js";

const groups = [
  { id: "desk", name: "Desk" },
  { id: "net", name: "Network" },
];

function agent(change: Partial<WallAgent>): WallAgent {
  const plain = { id: "a", name: "A", status: "available", online: true, active: 0, capacity: 3 } as const;
  return { ...plain, groupIds: ["desk"], ...change };
}

describe("how full groups are", () => {
  it("counts the places of those who are there, busy or not, and of nobody else", () => {
    const agents = [
      agent({ active: 2 }),
      agent({ status: "busy", active: 1, capacity: 2 }),
      agent({ status: "offline", active: 3 }),
      agent({ online: false, active: 3 }),
    ];

    expect(measureGroups(groups, agents, [])[0]).toMatchObject({ here: 2, places: 5, taken: 3 });
  });

  it("counts who has more than their places as full, not as fuller than that", () => {
    const agents = [agent({ active: 5, capacity: 3 }), agent({ active: 0, capacity: 3 })];

    expect(measureGroups(groups, agents, [])[0]).toMatchObject({ places: 6, taken: 3 });
  });

  it("counts who waits in two groups, and an attendant of two groups, in both", () => {
    const both = ["desk", "net"];
    const queue = [{ groupIds: both }, { groupIds: ["net"] }] as WallTalk[];

    expect(measureGroups(groups, [agent({ groupIds: both, active: 1 })], queue)).toEqual([
      { id: "desk", name: "Desk", waiting: 1, here: 1, places: 3, taken: 1 },
      { id: "net", name: "Network", waiting: 2, here: 1, places: 3, taken: 1 },
    ]);
  });

  it("shows a group where nobody is, and leaves out groups it does not know", () => {
    expect(measureGroups(groups, [agent({ groupIds: ["gone"] })], [])).toEqual([
      { id: "desk", name: "Desk", waiting: 0, here: 0, places: 0, taken: 0 },
      { id: "net", name: "Network", waiting: 0, here: 0, places: 0, taken: 0 },
    ]);
  });
});
