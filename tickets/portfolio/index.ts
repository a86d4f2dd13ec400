export type { ItemOf, PortfolioItem } from "./item.js";
export { createPortfolioAdmin, type ImportRequest, type PortfolioAdmin } from "./portfolio-admin.js";
