import type { WallTalk } from "../../../contract/team/wall.js";

/** Whether somebody waits longer than was agreed, or than is usual where nothing was. */
export function isLate(
  { responseDueAt, waitingSince }: WallTalk,
  now: number,
  waitTargetMs: number,
): boolean {
  return now > (responseDueAt ?? waitingSince + waitTargetMs);
}
