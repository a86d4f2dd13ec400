export type { ConsultEvents } from "./announcer.js";
export { type Clock, type ClockChange, changeClock, readClock, startClock } from "./clock.js";
export { type Consults, type ConsultsOptions, createConsults, requireColleague } from "./consults.js";
export type { Colleague, ConsultHooks } from "./desk.js";
export { consultHandlers } from "./events.js";
