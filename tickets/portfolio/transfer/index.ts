export { type ImportPlan, importPortfolio } from "./import-records.js";
export { exportPortfolio, readPortfolioFile } from "./portfolio-file.js";
