export { countBreaches } from "./breaches.js";
export { createRecords, type Records } from "./records.js";
export { createRecordHooks, type RecordHooks, requireAcceptable } from "./record-hooks.js";
