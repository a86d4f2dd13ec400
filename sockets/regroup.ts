import { isStaff, type Principal } from "../contract/index.js";
import { rooms } from "./rooms.js";

/** What is needed of a socket to move it. */
interface Line {
  readonly rooms: ReadonlySet<string>;
  readonly data: { principal: Principal };
  join(rooms: string[]): unknown;
  leave(room: string): unknown;
}

/** Who somebody is now, as far as it may change while they are connected. */
export type News = Pick<Principal, "name" | "groupIds">;

/** Sockets of one person that hear their groups of now and no others; tells whether any of them was moved. */
export function regroup(lines: Iterable<Line>, { name, groupIds }: News): boolean {
  let isMoved = false;
  for (const line of lines) {
    const { principal } = line.data;
    if (principal.name === name && isSame(principal.groupIds, groupIds)) continue;
    line.data.principal = Object.freeze({ ...principal, name, groupIds: Object.freeze([...groupIds]) });
    if (isSame(principal.groupIds, groupIds)) continue;
    isMoved = true;
    if (!isStaff(principal)) continue;
    for (const id of principal.groupIds) if (!groupIds.includes(id)) line.leave(rooms.group(id));
    line.join(groupIds.map(rooms.group));
  }
  return isMoved;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return [...some].sort().join() === [...others].sort().join();
}
