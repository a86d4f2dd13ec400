export { createExternalAssistant } from "./external-assistant.js";
