export { type Audit, createAudit, tellHead } from "./audit.js";
export { auditAsks, socketMethod, summaryOfAsk } from "./audit-asks.js";
export { auditRoutes } from "./audit-routes.js";
export { createNoteLogIn, emergencyAct, type NoteLogIn } from "./emergency.js";
