export { createModes, type Modes, type ModesOptions } from "./modes.js";
