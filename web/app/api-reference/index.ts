export { ReferencePage } from "./reference-page.js";
