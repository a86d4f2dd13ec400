export { createWall, type WallFeed } from "./wall.js";
