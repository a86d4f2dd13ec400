export { type Call, type Called, createCall, reasonOf } from "./call.js";
export { checkAddress, publicOnly } from "./check-address.js";
export { createPause } from "./pause.js";
