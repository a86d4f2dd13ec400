export { type AgreementAdmin, createAgreementAdmin } from "./agreement-admin.js";
export { readAgreements, readOfferings, readRules } from "./read-book.js";
export { type Level, type LevelBook, type LevelFacts, resolveLevel } from "./resolve-level.js";
export { createTicketClock, type TicketClock } from "./ticket-clock.js";
export { nearMs, readAgreementNames, viewLevel } from "./view-level.js";
export { roundTheClock, type WorkingTime } from "./working-time.js";
