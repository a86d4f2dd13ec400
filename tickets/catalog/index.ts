export { type ActivityCatalog, createCatalog, type LearnedActivity } from "./catalog.js";
export { findActivity, requireChatRequester, requireOffered, type TicketActivity } from "./offer.js";
export type { Reader } from "./permission.js";
export { nameSchema } from "./portfolio.js";
export {
  type ActivityStatus,
  type ActivityToSave,
  activityStatuses,
  type CatalogToSave,
  type CatalogWriters,
  type Phase,
  phases,
  type ServiceToSave,
} from "./writers.js";
