export { createDeskFiles } from "./files.js";
