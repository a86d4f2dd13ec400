export { restReplySchema } from "./replies.js";
export { createRestChannel, type RestChannel } from "./rest-channel.js";
