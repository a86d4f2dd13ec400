import {
  createArticleEditor,
  createArticles,
  createFeedback,
  createFolders,
  createReading,
  createSearch,
  followArticles,
} from "../knowledge/index.js";
import { createFillers, type createStemmer } from "../nlp/index.js";
import type { Bell, Store } from "../store/index.js";
import { createFinder } from "./finder.js";

export type Knowledge = ReturnType<typeof createKnowledge>;

/** Articles, who may read them, and the index that finds them. */
export function createKnowledge(parts: {
  readonly store: Store;
  readonly stemmer: ReturnType<typeof createStemmer>;
  readonly bell: Bell;
  readonly failed: (error: unknown) => void;
  readonly now: () => number;
}) {
  const { store, stemmer, bell, failed, now } = parts;
  const articles = createArticles({ store, now });
  const folders = createFolders({ store, now, bell, onError: failed });
  const search = createSearch({
    tokenize: (text, language) => stemmer.stems(text, language),
    isFiller: createFillers(stemmer),
  });
  const follower = followArticles({
    articles,
    onArticle: search.add,
    onGone: search.remove,
    onError: failed,
  });
  articles.onChanged(() => void follower.look().catch(failed));
  return {
    articles,
    folders,
    follower,
    search,
    finder: createFinder({ search, folders, now }),
    reading: createReading({ store, articles, now }),
    feedback: createFeedback({ store, now }),
    editor: createArticleEditor({ store, articles, now }),
  };
}
