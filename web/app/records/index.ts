export { RecordsArea } from "./records-area.js";
