export { WallPage } from "./wall-page.js";
