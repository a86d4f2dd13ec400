import type { WallTalk } from "../../../../contract/team/wall.js";
import { isLate } from "../../../../web/app/wall/is-late.js";

const talk = { waitingSince: 1000 } as WallTalk;

describe("who waits too long on the wall", () => {
  it("is told by the agreement, where there is one", () => {
    expect(isLate({ ...talk, responseDueAt: 5000 }, 5001, 100_000)).toBe(true);
    expect(isLate({ ...talk, responseDueAt: 5000 }, 5000, 1)).toBe(false);
  });

  it("is told by what is usual, where nothing was agreed", () => {
    expect([isLate(talk, 1600, 600), isLate(talk, 1601, 600)]).toEqual([false, true]);
  });
});
