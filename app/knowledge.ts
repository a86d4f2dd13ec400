import {
  createArticleEditor,
  createArticles,
  createFeedback,
  createFolders,
  createReading,
  createSearch,
  createSearchFile,
  followArticles,
} from "../knowledge/index.js";
import { builtInExamples, createFillers, type createStemmer } from "../nlp/index.js";
import type { Bell, Store } from "../store/index.js";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { createFinder } from "./finder.js";

export type Knowledge = ReturnType<typeof createKnowledge>;

/** Articles, who may read them, and the index that finds them. */
export function createKnowledge(parts: {
  readonly dataDir: string;
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
  const searchFile = createSearchFile({
    folder: join(parts.dataDir, "search"),
    fingerprint: () => fingerprintOf(stemmer),
    search,
    onError: failed,
  });
  /** Words of articles that are gone must not stay in the file. */
  function forgetSince(changes: number): void {
    if (search.changes !== changes) searchFile.forget().catch(failed);
  }
  function* forgetting(dropping: Iterable<void>): Iterable<void> {
    const { changes } = search;
    yield* dropping;
    forgetSince(changes);
  }
  const follower = followArticles({
    articles,
    onArticle: search.addGently,
    onGone: (id) => {
      const { changes } = search;
      search.remove(id);
      forgetSince(changes);
    },
    kept: {
      restore: searchFile.restore,
      confirm: search.confirm,
      dropUnconfirmed: () => forgetting(search.dropUnconfirmed()),
    },
    onError: failed,
  });
  articles.onChanged(() => void follower.look().catch(failed));
  return {
    articles,
    folders,
    follower,
    search,
    searchFile,
    startKnowledge: async () => {
      await folders.start();
      await follower.start();
    },
    stopKnowledge: () => {
      folders.stop();
      follower.stop();
    },
    keepIndex: async (signal?: AbortSignal) => {
      if (follower.isComplete()) await searchFile.save(signal);
    },
    finder: createFinder({ search, folders, now }),
    reading: createReading({ store, articles, now }),
    feedback: createFeedback({ store, now }),
    editor: createArticleEditor({ store, articles, now }),
  };
}

/** How texts are cut into words, told by what becomes of many: an index that was kept by other rules is of no use. */
function fingerprintOf(stemmer: ReturnType<typeof createStemmer>): string {
  const isFiller = createFillers(stemmer);
  const hash = createHash("sha256");
  for (const { text, language } of builtInExamples()) {
    for (const stem of stemmer.stems(text, language)) hash.update(`${stem}${isFiller(stem, language)} `);
  }
  return hash.digest("hex");
}
