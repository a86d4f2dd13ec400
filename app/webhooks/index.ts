export { createPost } from "./post.js";
export { createReadFact } from "./read-fact.js";
export { createWebhooks, type Webhooks } from "./webhooks.js";
