import type { Wall, WallAgent, WallTalk } from "../../../contract/team/wall.js";

/** What stands in a group's line on the wall. */
export interface GroupLoad {
  readonly id: string;
  readonly name: string;
  readonly waiting: number;
  /** Attendants of the group who are connected and have not set themselves offline. */
  readonly here: number;
  /** Places of those, and how many of them are taken; whoever has more than their places takes just these. */
  readonly places: number;
  readonly taken: number;
}

/** How full each group is; one that waits in two groups counts in both, as it is offered in both. */
export function measureGroups(
  groups: Wall["groups"],
  agents: readonly WallAgent[],
  queue: readonly WallTalk[],
): GroupLoad[] {
  const loads = new Map(
    groups.map(({ id, name }) => [id, { id, name, waiting: 0, here: 0, places: 0, taken: 0 }]),
  );
  for (const { groupIds } of queue) {
    for (const load of groupIds.flatMap((id) => loads.get(id) ?? [])) load.waiting += 1;
  }
  for (const { groupIds, online, status, active, capacity } of agents) {
    if (!online || status === "offline") continue;
    for (const load of groupIds.flatMap((id) => loads.get(id) ?? [])) {
      load.here += 1;
      load.places += capacity;
      load.taken += Math.min(active, capacity);
    }
  }
  return [...loads.values()];
}
