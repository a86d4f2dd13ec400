export { maskHandlers, maskRoutes } from "./mask-input.js";
export { createMask, type Mask } from "./masker.js";
export { createPrivacy, type Privacy } from "./privacy.js";
export { createPrivacyRules, type PrivacyRules } from "./settings.js";
