export type { Logo } from "./logo.js";
export { type ReadIdentity, readIdentity } from "./read-identity.js";
export { createWidgetDesk, type WidgetDesk, type WidgetDeskOptions } from "./widget.js";
