export { createSignOn, type SignOn } from "./sign-on.js";
