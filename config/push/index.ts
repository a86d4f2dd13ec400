export { createPush, type Push, type PushNotice } from "./push.js";
