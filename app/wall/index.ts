export { createWall, type WallFeed, wallEveryMs } from "./wall.js";
