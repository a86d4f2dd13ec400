export { type ActivityCatalog, createCatalog, type LearnedActivity } from "./catalog.js";
export { findActivity, requireChatRequester, requireOffered, type TicketActivity } from "./offer.js";
export type { Reader } from "./permission.js";
export { fieldsSchema, kindSchema, nameSchema, samplesSchema } from "./portfolio.js";
export {
  type ActivityStatus,
  type ActivityToSave,
  activityStatuses,
  type CatalogToSave,
  type CatalogWriters,
  type Phase,
  phases,
  type ServiceToSave,
  writeActivity,
  writeCatalog,
  writeNamed,
  writeService,
} from "./writers.js";
