export { OwnRepliesPage } from "./own-replies-page.js";
export { RepliesPage } from "./replies-page.js";
