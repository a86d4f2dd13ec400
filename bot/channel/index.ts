export {
  type Channel,
  type ChannelAnswer,
  type ChannelOptions,
  type ChannelRequest,
  createChannel,
} from "./channel.js";
export { createDelivery, type Delivery, type DeliveryOptions } from "./delivery.js";
export type { ChannelPerson } from "./incoming.js";
export type { ChannelLog } from "./log.js";
export { type OutgoingActivity, toOutgoing } from "./outgoing.js";
export { readSaid, type Said } from "./said.js";
