export { type Audit, createAudit, tellHead } from "./audit.js";
export { auditRoutes } from "./audit-routes.js";
