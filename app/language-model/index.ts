export { createLanguageModel, type LanguageModelDesk } from "./language-model.js";
export { countModel } from "./count-model.js";
export type { Spent } from "./ledger.js";
