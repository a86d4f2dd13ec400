export { createFolders, type Folders } from "./folders.js";
export { type Reader, type RightsOn, rightsOf, upwards } from "./rights.js";
