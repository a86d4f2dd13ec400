export { type CheckAnswer, createCheckAnswer, notInArticles, type Refusal } from "./check-answer.js";
export type { CitedSentence } from "./cut-sentences.js";
