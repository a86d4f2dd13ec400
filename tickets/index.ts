export {
  type AgreementAdmin,
  createAgreementAdmin,
  type Level,
  type LevelBook,
  type LevelFacts,
  resolveLevel,
  type WorkingTime,
} from "./agreements/index.js";
export {
  type ActivityCatalog,
  type ActivityStatus,
  type ActivityToSave,
  activityStatuses,
  type CatalogToSave,
  createCatalog,
  type LearnedActivity,
  type Phase,
  phases,
  type ServiceToSave,
} from "./catalog/index.js";
export type { Actor, Elsewhere, TicketEvent, TicketEventKind } from "./events.js";
export { type FieldProblem, findFields, type ParsedAnswer, parseAnswer } from "./fields/index.js";
export {
  createInteractions,
  defaultMapping,
  fillInteraction,
  type Interactions,
} from "./interactions/index.js";
export type { TicketQuery, TicketView } from "./list-tickets.js";
export { plainNumber } from "./number.js";
export type { OpenedTicket, TicketRequest } from "./open-ticket.js";
export {
  createPortfolioAdmin,
  type ImportRequest,
  type PortfolioAdmin,
  type PortfolioItem,
  readCsv,
} from "./portfolio/index.js";
export { writeCsv } from "./portfolio/transfer/csv.js";
export type { TicketSettings } from "./settings.js";
export { createTickets, type TicketReader, type Tickets } from "./tickets.js";
export { stateName } from "./timeline-texts.js";
