export type { ItemOf, PortfolioItem } from "./item.js";
export { createPortfolioAdmin, type ImportRequest, type PortfolioAdmin } from "./portfolio-admin.js";
export { readCsv, writeCsv } from "./transfer/index.js";
