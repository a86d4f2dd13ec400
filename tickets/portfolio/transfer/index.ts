export { readCsv, writeCsv } from "./csv.js";
export { type ImportPlan, importPortfolio } from "./import-records.js";
export { exportPortfolio, readPortfolioFile } from "./portfolio-file.js";
