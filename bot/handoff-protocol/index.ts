export { initiateHandoff, type InitiateParts } from "./initiate.js";
export { type InitiatingActivity, type Initiation, readInitiation } from "./initiation.js";
export { type HandoffState, type HandoffStatus, toStatus } from "./status.js";
