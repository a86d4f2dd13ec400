export { type ArticleEditor, createArticleEditor } from "./editor.js";
