export { countBreaches } from "./breaches.js";
export { createRecordHooks, type RecordHooks, requireAcceptable } from "./record-hooks.js";
export { createRecords, type Records } from "./records.js";
