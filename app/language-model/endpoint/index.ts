export { type AskModel, createAskModel, type ModelMessage, ModelRefused } from "./ask-model.js";
export { createGuard, type Guard } from "./guard.js";
export { createPostJson, type PostJson } from "./post-json.js";
