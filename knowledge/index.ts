export type { ArticleDraft, Guarded, StoredArticle } from "./article.js";
export { type ArticleChange, type ArticleListOptions, type Articles, createArticles } from "./articles.js";
export { type CannedReplies, createCannedReplies } from "./canned/canned-replies.js";
export { type ArticleEditor, createArticleEditor } from "./editor/index.js";
export { createFeedback, type Feedback } from "./feedback.js";
export { createFolders, type Folders } from "./folders/index.js";
export { type Follower, type FollowOptions, followArticles } from "./follow.js";
export {
  FolderUnreadableError,
  type ImportCommand,
  type ImportReport,
  type ImportTreeOptions,
  importTree,
  runImportCommand,
} from "./import/index.js";
export { createPermits, type Reader } from "./permissions.js";
export { excerpt } from "./plain-text.js";
export { createReading, type Reading } from "./reading.js";
export { createSearchFile, type SearchFile } from "./search-file.js";
export { type Block, toBlocks } from "./search/blocks.js";
export { toPlainText } from "./search/plain-text.js";
export {
  type ArticleBoost,
  createSearch,
  type IndexedArticle,
  type IsFiller,
  type Permits,
  type RankedArticle,
  type SameWords,
  type Search,
  type SectionReader,
  type Sections,
  type SearchOptions,
  type Signs,
  type SuggestedArticle,
  type Tokenize,
  type Wording,
} from "./search.js";
