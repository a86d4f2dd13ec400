export type { Notify } from "./notify.js";
export { createNotifying } from "./notifying.js";
