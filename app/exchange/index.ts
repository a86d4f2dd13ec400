export { createExchange, type Exchange, unprovenPrefix } from "./exchange.js";
