export { type Bot, type BotOptions, createBot } from "./create-bot.js";
export { type BotEventParts, createBotEvents } from "./events/index.js";
export { decide, type Judged, judge, type Sentence } from "./judge.js";
export { possibleArticle } from "./rank-articles.js";
export { fold } from "./fold.js";
export type {
  Desk,
  ExternalReply,
  FoundArticle,
  HandOverWish,
  Heard,
  Matter,
  OfferedActivity,
  ParsedField,
  RankedIntent,
  ResumeOutcome,
  TicketWish,
  Writing,
  WritingRecord,
} from "./ports.js";
