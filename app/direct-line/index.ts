export {
  activitySetSchema,
  browserSessionSchema,
  conversationAnswerSchema,
  postedAnswerSchema,
  tokenAnswerSchema,
} from "./answers.js";
export { createDirectLine, type DirectLine, localeOf } from "./direct-line.js";
export { userSchema } from "./posted.js";
export { DirectLineRefusal, inTheirWords, toRefusal } from "./refusals.js";
